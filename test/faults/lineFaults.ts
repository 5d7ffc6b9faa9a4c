// Colons, dashes and indentation.
import type { Entry } from '../../server/src/core/article/nodes.ts';
import { isListField } from '../../server/src/core/check/articleView.ts';
import { lineEnd, lineStart, nextLine, type Span } from '../../server/src/core/text.ts';
import {
  blockEntries,
  type FaultKind,
  type Injection,
  isInline,
  isQuotedNode,
  isScalar,
  isTouched,
  type Place,
  put,
  putFar,
  type Subject,
} from './fault.ts';

/** The key of one entry on a line of its own, with its colon and what stands before its value on the line. */
function atKey(
  id: string,
  rule: string,
  safe: boolean,
  accepts: (entry: Entry, place: Place, subject: Subject) => boolean,
  place: (subject: Subject, entry: Entry) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const { article, findings } = subject;
      const found = blockEntries(subject).filter(({ entry, place }) => {
        if (isTouched(findings, entry.key) || /^secured$/i.test(entry.name)) return false;
        return ownsLine(article.text, entry) && accepts(entry, place, subject);
      });
      const one = subject.pick(found);
      return one && place(subject, one.entry);
    },
  };
}

function ownsLine(text: string, { start }: Span): boolean {
  return /^ *$/.test(text.slice(lineStart(text, start), start));
}

const isNested = (entry: Entry, place: Place, subject: Subject) => place.depth > 0 && isInline(entry, place, subject);
const isTop = (entry: Entry, place: Place, subject: Subject) =>
  place.depth === 0 && place.before !== undefined && isInline(entry, place, subject);
/** True where the line above tells the level: it opens the mapping, or stands in it. */
const followsLevel = ({ before }: Place) => before === undefined || isScalar(before.value);

/** Half as many tabs as there are spaces. */
const tabsFor = ({ article }: Subject, { start }: Entry): Injection => {
  const line = lineStart(article.text, start);
  return put({ start: line, end: start }, `<|${'\t'.repeat((start - line) / 2)}|>`);
};
const oneTabFor = ({ article }: Subject, { start }: Entry): Injection =>
  put({ start: lineStart(article.text, start), end: start }, '<|\t|>');
/** Moves the start of a line by so many spaces. */
const indentBy =
  (by: number) =>
  (_: Subject, { start, key }: Entry): Injection => {
    const edit =
      by > 0 ? { start, end: start, newText: ' '.repeat(by) } : { start: start + by, end: start, newText: '' };
    return { edit, expected: { start: start + by, end: key.end + by } };
  };
const isAmongDeep = (entry: Entry, place: Place, subject: Subject) =>
  isNested(entry, place, subject) && indentOf(subject, entry) > 2 && isScalar(place.before?.value);
const isFollowedBySibling = (subject: Subject, entry: Entry) => {
  const { text } = subject.article;
  const next = nextLine(text, entry.end);
  return new RegExp(`^ {${indentOf(subject, entry)}}[\\w-]`).test(text.slice(next, next + 40));
};
const indentOf = ({ article }: Subject, { start }: Entry) => start - lineStart(article.text, start);

const lines: readonly FaultKind[] = [
  atKey(
    'colon-lost',
    'yaml-colon',
    true,
    (entry, place, subject) => isInline(entry, place, subject) && isQuotedNode(entry.value),
    (_, { key, value }) => putFar({ start: key.end, end: value.start }, ' ', key),
  ),
  atKey(
    'equals-for-colon',
    'yaml-colon',
    true,
    (entry, place, subject) => isInline(entry, place, subject) && isQuotedNode(entry.value),
    (_, { key, value }) => putFar({ start: key.end, end: value.start }, ' = ', key),
  ),
  atKey(
    'blank-after-colon-lost',
    'yaml-colon',
    true,
    (entry, place, subject) => {
      // `learning:https://…` alone in its mapping is a text to YAML.
      return isInline(entry, place, subject) && !place.alone;
    },
    (_, { key, value }) => putFar({ start: key.end + 1, end: value.start }, '', { start: key.start, end: key.end + 1 }),
  ),
  atKey(
    'tab-for-indent',
    'yaml-tab',
    true,
    (entry, place, subject) => isNested(entry, place, subject) && indentOf(subject, entry) === 2 && followsLevel(place),
    oneTabFor,
  ),
  atKey(
    'tab-for-each-level',
    'yaml-tab',
    true,
    (entry, place, subject) =>
      isNested(entry, place, subject) && indentOf(subject, entry) % 2 === 0 && followsLevel(place),
    tabsFor,
  ),
  atKey(
    'one-tab-for-all-levels',
    'yaml-tab',
    true,
    (entry, place, subject) => isAmongDeep(entry, place, subject) && isFollowedBySibling(subject, entry),
    oneTabFor,
  ),
  // Whether the tab stands for one level or for all of them, only a line below could tell.
  atKey(
    'one-tab-for-all-levels-at-end',
    'yaml-tab',
    false,
    (entry, place, subject) => isAmongDeep(entry, place, subject) && !isFollowedBySibling(subject, entry),
    oneTabFor,
  ),
  atKey(
    'indent-one-too-much',
    'yaml-indent',
    true,
    (entry, place, subject) => isTop(entry, place, subject) && place.before?.value.kind !== 'map',
    indentBy(1),
  ),
  // One space is as near to the keys inside the mapping above as to its own level.
  atKey(
    'indent-one-too-much-below-block',
    'yaml-indent',
    false,
    (entry, place, subject) => isTop(entry, place, subject) && place.before?.value.kind === 'map',
    indentBy(1),
  ),
  atKey(
    'indent-two-too-much',
    'yaml-indent',
    true,
    (entry, place, subject) => isTop(entry, place, subject) && isQuotedNode(place.before?.value),
    indentBy(2),
  ),
  // The line above may be a key that holds this one, and its value the slip.
  atKey(
    'indent-two-too-much-below-plain',
    'yaml-indent',
    false,
    (entry, place, subject) =>
      isTop(entry, place, subject) && place.before?.value.kind !== 'map' && !isQuotedNode(place.before?.value),
    indentBy(2),
  ),
  // It is a part of the mapping above now, and no error of YAML.
  atKey(
    'indent-into-block',
    'unknown-field',
    false,
    (entry, place, subject) =>
      isTop(entry, place, subject) && place.before?.value.kind === 'map' && isKnown(subject, entry),
    indentBy(2),
  ),
  atKey(
    'indent-one-too-little',
    'yaml-indent',
    true,
    (entry, place, subject) => isNested(entry, place, subject) && !place.alone && !place.closes,
    indentBy(-1),
  ),
  // It stands half-way between the keys above it and those around.
  atKey(
    'indent-one-too-little-at-end',
    'yaml-indent',
    false,
    (entry, place, subject) => isNested(entry, place, subject) && !place.alone && place.closes,
    indentBy(-1),
  ),
];

const isKnown = ({ view }: Subject, { name }: Entry) => view.root?.shape.fields.has(name) === true;

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

export const lineFaults: readonly FaultKind[] = [...lines, ...dashes];
