// Slips that make front matter no YAML, or another YAML than was meant.
import type { Entry, FieldNode } from '../../server/src/core/article/nodes.ts';
import { isListField, type TextField } from '../../server/src/core/check/articleView.ts';
import { lineEnd, lineStart, nextLine, type Span } from '../../server/src/core/text.ts';
import {
  blockEntries,
  type FaultKind,
  type Injection,
  inner,
  isScalar,
  isTouched,
  linesOf,
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
  inQuotes('quote-doubled-at-end', 'yaml-quote', true, withoutEscapes, (_, { node }) =>
    put({ start: node.end, end: node.end }, '<|"|>'),
  ),
];

/** The key of one entry on a line of its own, with its colon and what stands before its value on the line. */
function atKey(
  id: string,
  rule: string,
  safe: boolean,
  accepts: (entry: Entry, depth: number, subject: Subject) => boolean,
  place: (subject: Subject, entry: Entry) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const { article, findings } = subject;
      const found = blockEntries(subject).filter(({ entry, depth }) => {
        if (isTouched(findings, entry.key) || /^secured$/i.test(entry.name)) return false;
        return ownsLine(article.text, entry) && accepts(entry, depth, subject);
      });
      const one = subject.pick(found);
      return one && place(subject, one.entry);
    },
  };
}

function ownsLine(text: string, { start }: Span): boolean {
  return /^ *$/.test(text.slice(lineStart(text, start), start));
}

const isInline = ({ value, key }: Entry, _: number, { article }: Subject) =>
  isScalar(value) &&
  sourceOf(article, { start: key.end, end: value.start }) === ': ' &&
  !sourceOf(article, value).includes('\n');
const isFirst = ({ article }: Subject, entry: Entry) =>
  article.block !== undefined && lineStart(article.text, entry.start) === article.block.content.start;

const lines: readonly FaultKind[] = [
  atKey('blank-after-colon-lost', 'yaml-colon', true, isInline, (_, { key, value }) => {
    const by = { start: key.end + 1, end: value.start };
    return putFar(by, '', { start: key.start, end: key.end + 1 });
  }),
  atKey(
    'tab-for-indent',
    'yaml-tab',
    true,
    (entry, depth, subject) => depth > 0 && isInline(entry, depth, subject),
    ({ article }, { start }) => {
      const line = lineStart(article.text, start);
      return put({ start: line, end: start }, '<|\t|>');
    },
  ),
  atKey(
    'indent-one-too-much',
    'yaml-indent',
    true,
    (entry, depth, subject) => depth === 0 && isInline(entry, depth, subject) && !isFirst(subject, entry),
    (_, { start, key }) => ({
      edit: { start, end: start, newText: ' ' },
      expected: { start: start + 1, end: key.end + 1 },
    }),
  ),
  atKey(
    'indent-two-too-much',
    'yaml-indent',
    true,
    (entry, depth, subject) => depth === 0 && isInline(entry, depth, subject) && !isFirst(subject, entry),
    (_, { start, key }) => ({
      edit: { start, end: start, newText: '  ' },
      expected: { start: start + 2, end: key.end + 2 },
    }),
  ),
  atKey(
    'indent-one-too-little',
    'yaml-indent',
    true,
    (entry, depth, subject) => depth > 0 && isInline(entry, depth, subject),
    (_, { start, key }) => ({
      edit: { start: start - 1, end: start, newText: '' },
      expected: { start: start - 1, end: key.end - 1 },
    }),
  ),
];

/** A dash of one list in block style. */
function atDash(
  id: string,
  rule: string,
  safe: boolean,
  place: (dash: number, end: number, value: Span) => Injection,
  differs?: string,
): FaultKind {
  return {
    id,
    rule,
    safe,
    ...(differs !== undefined && { differs }),
    inject(subject) {
      const { article, view, findings } = subject;
      const items = view.fields.filter(isListField).flatMap(({ node, key }) => {
        if (node.flow || node.aliased || key === undefined || node.items.length < 2) return [];
        // The first item tells how far the others are indented.
        return node.items.slice(1).filter(item => isScalar(item.value) && !isTouched(findings, item));
      });
      const item = subject.pick(items);
      return item && place(item.start, lineEnd(article.text, item.start), item.value);
    },
  };
}

const dashes: readonly FaultKind[] = [
  atDash('blank-after-dash-lost', 'yaml-dash', true, start => put({ start, end: start + 2 }, '<|-|>')),
  atDash('indent-of-dash', 'yaml-indent', true, start => put({ start, end: start + 1 }, ' <|-|>')),
];

const ONLY_QUOTES = 'the name itself is another one; only the quotes are missing';

const structure: readonly FaultKind[] = [
  {
    id: 'closing-fence-lost',
    rule: 'front-matter-unclosed',
    safe: true,
    inject({ article }) {
      const { block, text } = article;
      if (!block?.opening || !block.closing || text.slice(block.closing.end).trim() !== '') return undefined;
      // Blank lines below the fence would tell where it stood, but not how many of them stood above.
      if (text.slice(block.closing.end) !== '\n' || text.slice(0, block.closing.start).endsWith('\n\n'))
        return undefined;
      return putFar({ start: block.closing.start, end: text.length }, '', block.opening);
    },
  },
  {
    id: 'closing-fence-lost-above-text',
    rule: 'front-matter-unclosed',
    safe: false,
    inject({ article }) {
      const { block, text } = article;
      if (!block?.opening || !block.closing || text.slice(block.closing.end).trim() === '') return undefined;
      return putFar({ start: block.closing.start, end: nextLine(text, block.closing.start) }, '', block.opening);
    },
  },
  {
    id: 'closing-fence-of-two',
    rule: 'front-matter-unclosed',
    safe: false,
    inject({ article }) {
      const { block } = article;
      if (!block?.opening || !block.closing) return undefined;
      return putFar({ start: block.closing.start, end: block.closing.start + 1 }, '', block.opening);
    },
  },
  {
    id: 'merge-conflict',
    rule: 'yaml-conflict-marker',
    safe: false,
    inject(subject) {
      const { article } = subject;
      const entry = subject.pick(
        blockEntries(subject).filter(one => one.depth === 0 && isInline(one.entry, 0, subject)),
      )?.entry;
      if (!entry || isTouched(subject.findings, entry)) return undefined;
      const line = linesOf(article, entry);
      const source = sourceOf(article, line);
      if (!source.endsWith('\n')) return undefined;
      return put(line, `<|<<<<<<< HEAD|>\n${source}=======\n${source}>>>>>>> curation\n`);
    },
  },
  // An anchor above may have been misspelt.
  named('alias-for-name', 'yaml-alias', text => `*${text.replace(/\W/g, '')}`),
  named('mark-before-name', 'yaml-unquoted', text => `@${text.replace(/\W/g, '')}`, ONLY_QUOTES),
  named('percent-before-name', 'yaml-unquoted', text => `%${text.replace(/\W/g, '')}`, ONLY_QUOTES),
  {
    id: 'tag-for-name',
    rule: 'yaml-tag',
    // A tag of another program may be meant.
    safe: false,
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, `!${field.node.text.replace(/\W/g, '')}`);
    },
  },
  {
    id: 'bracket-of-topics-lost',
    rule: 'yaml-flow',
    safe: false,
    differs: 'the topics stood below one another',
    inject(subject) {
      const list = subject.view.fields.filter(isListField).find(({ path }) => path === 'topics');
      if (!list?.key || list.node.flow || isTouched(subject.findings, list.node)) return undefined;
      const names = list.node.items.map(item =>
        isScalar(item.value) && item.value.style === 'plain' ? item.value.text : ',',
      );
      if (names.length < 2 || names.some(name => name.includes(','))) return undefined;
      const edit = { start: list.key.end + 1, end: list.node.end, newText: ` [${names.join(', ')}` };
      const at = list.key.end + 2;
      return { edit, expected: { start: at, end: at + 1 } };
    },
  },
];

function named(id: string, rule: string, change: (text: string) => string, differs?: string): FaultKind {
  return {
    id,
    rule,
    safe: false,
    ...(differs !== undefined && { differs }),
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, change(field.node.text));
    },
  };
}

export const syntaxFaults: readonly FaultKind[] = [...quotes, ...lines, ...dashes, ...structure];
