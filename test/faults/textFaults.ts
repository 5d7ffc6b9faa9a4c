import type { TextField } from '../../server/src/core/check/articleView.ts';
import type { TextRole } from '../../server/src/core/schema/shape.ts';
import { type FaultKind, type Injection, inner, inText, matches, put, type Subject } from './fault.ts';

type TextPlace = (subject: Subject, field: TextField) => Injection | undefined;

/** One of the places where a pattern matches inside a text, replaced. */
function atMatch(pattern: RegExp, marked: string): TextPlace {
  return (subject, { node }) => {
    const place = subject.pick(matches(subject.article, inner(node), pattern));
    return place && put(place, marked);
  };
}

const atStart =
  (marked: string): TextPlace =>
  (_, { node }) => {
    const { start } = inner(node);
    return put({ start, end: start }, marked);
  };
const atEnd =
  (marked: string): TextPlace =>
  (_, { node }) => {
    const { end } = inner(node);
    return put({ start: end, end }, marked);
  };

const isDouble = (_: string, { node }: TextField) => node.style === 'double';
const isQuoted = (_: string, { node }: TextField) => node.style !== 'plain';
const has = (pattern: RegExp) => (source: string, field: TextField) =>
  field.node.style === 'double' && pattern.test(source.slice(1, -1));
/** Between two letters, away from any escape. */
const BETWEEN = /(?<=[A-Za-z]{3})()(?=[a-z]{2})/;
const BLANK = /(?<=[A-Za-z]{2})( )(?=[A-Za-z])/;
const ANY: readonly TextRole[] = ['title', 'prose', 'name', 'topic', 'keyword'];
const LINE: readonly TextRole[] = ['title', 'name', 'topic', 'keyword'];

const blanks: readonly FaultKind[] = [
  inText('blank-at-start', 'text-blanks', true, ['title', 'prose'], isQuoted, atStart('<| |>')),
  inText('blank-at-end-of-title', 'text-blanks', true, ['title'], isQuoted, atEnd('<| |>')),
  inText('blanks-at-end-of-prose', 'text-blanks', true, ['prose'], isQuoted, atEnd('<|   |>')),
  inText('tab-at-end', 'text-blanks', true, ['title', 'prose'], isDouble, atEnd('<|\t|>')),
  inText('line-break-at-end', 'text-blanks', true, ['title', 'prose'], isDouble, atEnd('<|\\n|>')),
  inText('windows-line-break-at-end', 'text-blanks', true, ['prose'], isDouble, atEnd('<|\\r\\n|>')),
  inText('line-break-at-start', 'text-blanks', true, ['title', 'prose'], isDouble, atStart('<|\\n\\n|>')),
  inText('line-break-in-title', 'text-blanks', true, ['title'], has(BLANK), atMatch(BLANK, '<|\\n|>')),
  inText('no-break-blank-at-end', 'text-blanks', true, ANY, () => true, atEnd('<|\u00a0|>')),
  inText('no-break-blank-at-start', 'text-blanks', true, ANY, () => true, atStart('<|\u00a0|>')),
  inText('two-blanks-in-title', 'text-double-blank', true, ['title'], has(BLANK), atMatch(BLANK, '<|  |>')),
  inText('five-blanks-in-title', 'text-double-blank', true, ['title'], has(BLANK), atMatch(BLANK, '<|     |>')),
  inText('tab-in-title', 'text-double-blank', true, ['title'], has(BLANK), atMatch(BLANK, '<|\\t|>')),
  inText(
    'no-break-and-blank-in-title',
    'text-double-blank',
    true,
    ['title'],
    has(BLANK),
    atMatch(BLANK, '<|\u00a0 |>'),
  ),
  inText(
    'two-blanks-in-plain-name',
    'text-double-blank',
    true,
    LINE,
    s => /^[^"'].*\w \w/.test(s),
    atMatch(/(?<=\w)( )(?=\w)/, '<|  |>'),
  ),
  // Real excerpts hold doubled blanks, and readers do not see them: nobody wants them changed unasked.
  inText('two-blanks-in-prose', 'text-double-blank', false, ['prose'], has(BLANK), atMatch(BLANK, '<|  |>')),
];

/** A character written as an entity. */
function entity(
  id: string,
  pattern: RegExp,
  encoded: string,
  roles: readonly TextRole[] = ['title', 'prose'],
): FaultKind {
  return inText(id, 'text-entity', true, roles, has(pattern), atMatch(pattern, `<|${encoded}|>`));
}

const entities: readonly FaultKind[] = [
  entity('entity-amp', / (&) /, '&amp;'),
  entity('entity-amp-number', / (&) /, '&#038;'),
  entity('entity-quot', /[^\\](\\")/, '&quot;'),
  entity('entity-quot-twice-encoded', /[^\\](\\")/, '&amp;quot;'),
  entity('entity-apostrophe', /[a-z](')[a-z ]/, '&#39;'),
  entity('entity-apostrophe-hex', /[a-z](')[a-z ]/, '&#x27;'),
  entity('entity-curly-apostrophe', /[a-z](\u2019)[a-z]/, '&#8217;'),
  entity('entity-nbsp', BLANK, '&nbsp;'),
  entity('entity-dash', / (\u2013) /, '&ndash;'),
  entity('entity-hyphen', /[a-z](-)[a-z]/, '&#45;'),
  entity('entity-colon', /[a-z](:) /, '&#58;'),
  entity('entity-letter', /[a-z](e)[a-z]/, '&#101;'),
  inText(
    'entity-amp-in-name',
    'text-entity',
    true,
    ['name', 'topic'],
    s => /^\w.*\w & \w/.test(s),
    atMatch(/\w (&) \w/, '<|&amp;|>'),
  ),
  // A `<` that comes out may be a tag, so the fix wants a look.
  inText('entity-less', 'text-entity', false, ['title', 'prose'], has(BLANK), atMatch(BLANK, ' <|&lt;|> ')),
];

const invisible: readonly FaultKind[] = [
  inText('zero-width-blank', 'text-control', true, ANY, s => BETWEEN.test(s), atMatch(BETWEEN, '<|\u200b|>')),
  inText('zero-width-blank-at-end', 'text-control', true, ANY, () => true, atEnd('<|\u200b|>')),
  inText(
    'zero-width-blank-escaped',
    'text-control',
    true,
    ['title', 'prose'],
    has(BETWEEN),
    atMatch(BETWEEN, '<|\\u200b|>'),
  ),
  inText('soft-hyphen', 'text-control', true, ANY, s => BETWEEN.test(s), atMatch(BETWEEN, '<|\u00ad|>')),
  inText(
    'byte-order-mark-inside',
    'text-control',
    true,
    ['title', 'prose'],
    has(BETWEEN),
    atMatch(BETWEEN, '<|\ufeff|>'),
  ),
  inText('control-character', 'text-control', true, ['title', 'prose'], has(BETWEEN), atMatch(BETWEEN, '<|\\u0007|>')),
  inText('direction-mark', 'text-control', true, ['title', 'prose'], has(BETWEEN), atMatch(BETWEEN, '<|\u202a|>')),
  // Nobody can know which character it was.
  inText('lost-character', 'text-control', false, ['title', 'prose'], has(BETWEEN), atMatch(BETWEEN, '<|\ufffd|>')),
];

export const textFaults: readonly FaultKind[] = [...blanks, ...entities, ...invisible];
