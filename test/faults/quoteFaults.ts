// Quotes and escapes that are lost or too many.
import type { FieldNode } from '../../server/src/core/article/nodes.ts';
import type { TextField } from '../../server/src/core/check/articleView.ts';
import {
  type FaultKind,
  type Injection,
  inner,
  matches,
  put,
  putFar,
  type Subject,
  sourceOf,
  swap,
  texts,
} from './fault.ts';

const READABLE = ['title', 'prose', 'name'] as const;

/** A slip in one text in double quotes. */
function inQuotes(
  id: string,
  rule: string,
  safe: boolean,
  accepts: (source: string, field: TextField) => boolean,
  place: (subject: Subject, field: TextField) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const field = subject.pick(
        texts(subject, READABLE, (source, one) => one.node.style === 'double' && accepts(source, one)),
      );
      return field && place(subject, field);
    },
  };
}

const isFlow = (node: FieldNode | undefined) => node !== undefined && node.kind !== 'scalar' && node.flow;
const withoutEscapes = (source: string) => !source.includes('\\') && !source.slice(1, -1).includes('"');

const quotes: readonly FaultKind[] = [
  inQuotes(
    'quote-at-end-lost',
    'yaml-quote',
    true,
    (source, { parent }) =>
      withoutEscapes(source) && !source.includes(' #') && !source.endsWith('\'"') && !isFlow(parent?.node),
    (_, { node }) => {
      const { end } = inner(node);
      return putFar({ start: end, end: node.end }, '', { start: node.start, end });
    },
  ),
  inQuotes(
    'quotes-lost-around-colon',
    'yaml-colon',
    true,
    source => withoutEscapes(source) && /^"\w[^#]*\w: /.test(source) && !/: *"$/.test(source),
    (subject, { node }) => swap(node, sourceOf(subject.article, inner(node))),
  ),
  inQuotes(
    'quotes-lost-before-mark',
    'yaml-unquoted',
    true,
    source => withoutEscapes(source) && /^"[@%`&*!,[\]{}][^#]*[^#:]"$/.test(source) && !source.includes(': '),
    (subject, { node }) => swap(node, sourceOf(subject.article, inner(node))),
  ),
  inQuotes(
    'escape-of-quotes-lost',
    'yaml-quote',
    true,
    source => /[^\\]\\"/.test(source) && !source.includes(' #'),
    ({ article }, { node }) => {
      const places = matches(article, inner(node), /(?<!\\)(\\)"/);
      const first = places[0];
      if (!first) return undefined;
      const source = sourceOf(article, node).replace(/(?<!\\)\\"/g, '"');
      const at = first.start;
      return { edit: { start: node.start, end: node.end, newText: source }, expected: { start: at, end: at + 1 } };
    },
  ),
  inQuotes(
    'escape-of-apostrophe',
    'yaml-escape',
    true,
    source => /[a-z]'[a-z]/.test(source),
    ({ article, pick }, { node }) => {
      const place = pick(matches(article, inner(node), /(?<=[a-z])(')(?=[a-z])/));
      return place && put(place, "<|\\'|>");
    },
  ),
  // The backslash may have been meant, or the letter behind it may belong to an escape.
  inQuotes(
    'escape-that-does-not-exist',
    'yaml-escape',
    false,
    source => /[a-z] [a-z]/.test(source),
    ({ article, pick }, { node }) => {
      const place = pick(matches(article, inner(node), /(?<=[a-z])( )(?=[a-z])/));
      return place && put(place, '<|\\d|> ');
    },
  ),
  inQuotes(
    'quote-doubled-at-end',
    'yaml-quote',
    true,
    (source, { parent }) => withoutEscapes(source) && !isFlow(parent?.node),
    (_, { node }) => put({ start: node.end, end: node.end }, '<|"|>'),
  ),
  // Behind a digit the quote that is left may mean inches, and nothing is said.
  inQuotes(
    'quote-at-start-lost',
    'yaml-quote',
    true,
    (source, { parent }) => withoutEscapes(source) && !isFlow(parent?.node) && /^"\w[^:#]*[^\d\s:#]"$/.test(source),
    (_, { node }) => putFar({ start: node.start, end: node.start + 1 }, '', { start: node.end - 1, end: node.end }),
  ),
  inQuotes(
    'comma-after-quote',
    'yaml-quote',
    true,
    (source, { parent }) => withoutEscapes(source) && !isFlow(parent?.node),
    (_, { node }) => put({ start: node.end, end: node.end }, '<|,|>'),
  ),
];

export const quoteFaults: readonly FaultKind[] = quotes;
