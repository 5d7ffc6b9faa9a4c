// Slips in texts, dates, lengths, prices and the relations between them.
import { nodeAt } from '../../server/src/core/article/nodes.ts';
import type { TextField } from '../../server/src/core/check/articleView.ts';
import { readDuration } from '../../server/src/core/format/duration.ts';
import type { TextRole } from '../../server/src/core/schema/shape.ts';
import {
  type FaultKind,
  type Injection,
  inner,
  insertAt,
  matches,
  put,
  putFar,
  rootEntry,
  rootScalar,
  type Subject,
  sourceOf,
  swap,
  texts,
} from './fault.ts';

type Place = (subject: Subject, field: TextField) => Injection | undefined;

/** A slip in one text of some roles. */
function inText(
  id: string,
  rule: string,
  safe: boolean,
  roles: readonly TextRole[],
  accepts: (source: string, field: TextField) => boolean,
  place: Place,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const field = subject.pick(texts(subject, roles, accepts));
      return field && place(subject, field);
    },
  };
}

/** One of the places where a pattern matches inside a text, replaced. */
function atMatch(pattern: RegExp, marked: string): Place {
  return (subject, { node }) => {
    const place = subject.pick(matches(subject.article, inner(node), pattern));
    return place && put(place, marked);
  };
}

const atStart =
  (marked: string): Place =>
  (_, { node }) => {
    const { start } = inner(node);
    return put({ start, end: start }, marked);
  };
const atEnd =
  (marked: string): Place =>
  (_, { node }) => {
    const { end } = inner(node);
    return put({ start: end, end }, marked);
  };

const isDouble = (_: string, { node }: TextField) => node.style === 'double';
const isQuoted = (_: string, { node }: TextField) => node.style !== 'plain';
const isPlain = (_: string, { node }: TextField) => node.style === 'plain';
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

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** A date in another form. `make` gets `YYYY`, `MM`, `DD`, `hh`, `mm`, `ss`; it may mark a part of what it gives. */
function date(
  id: string,
  rule: string,
  safe: boolean,
  make: (parts: DateParts, subject: Subject) => string | undefined,
  accepts: (field: TextField) => boolean = () => true,
): FaultKind {
  return inText(
    id,
    rule,
    safe,
    ['date-time'],
    (s, field) => CANONICAL.test(s) && accepts(field),
    (subject, { node }) => {
      const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = node.text.match(/\d+/g) ?? [];
      const made = make({ year, month, day, hour, minute, second, at: new Date(node.text) }, subject);
      if (made === undefined) return undefined;
      return made.includes('<|') ? put(node, made) : swap(node, made);
    },
  );
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly at: Date;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const isRoot = ({ path }: TextField) => path === 'publishedDateTime';
const iso = (at: Date) => at.toISOString().replace('.000', '');

const dates: readonly FaultKind[] = [
  date('date-without-zone', 'date-zone', true, p => `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}`),
  date(
    'date-blank-without-zone',
    'date-zone',
    true,
    p => `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`,
  ),
  date('date-without-seconds', 'date-zone', true, p =>
    p.second === '00' ? `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}` : undefined,
  ),
  date(
    'date-blank-for-t',
    'date-format',
    true,
    p => `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date('date-ruby', 'date-format', true, p => `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second} +0000`),
  date('date-utc', 'date-format', true, p => `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second} UTC`),
  date('date-lower-case', 'date-format', true, p => `${p.year}-${p.month}-${p.day}t${p.hour}:${p.minute}:${p.second}z`),
  date('date-slashes', 'date-format', true, p => `${p.year}/${p.month}/${p.day} ${p.hour}:${p.minute}:${p.second}`),
  date('date-dots', 'date-format', true, p => `${p.year}.${p.month}.${p.day} ${p.hour}:${p.minute}:${p.second}`),
  date(
    'date-long-dashes',
    'date-format',
    true,
    p => `${p.year}–${p.month}–${p.day}T${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date('date-one-digit-month', 'date-format', true, p =>
    p.month.startsWith('0') ? `${p.year}-${p.month.slice(1)}-${p.day}T${p.hour}:${p.minute}:${p.second}Z` : undefined,
  ),
  date('date-one-digit-hour', 'date-format', true, p =>
    p.hour.startsWith('0') ? `${p.year}-${p.month}-${p.day}T${p.hour.slice(1)}:${p.minute}:${p.second}Z` : undefined,
  ),
  date('date-compact', 'date-format', true, p => `${p.year}${p.month}${p.day}T${p.hour}${p.minute}${p.second}Z`),
  date('date-mail', 'date-format', true, p => p.at.toUTCString()),
  date(
    'date-asctime',
    'date-format',
    true,
    p =>
      `${p.at.toUTCString().slice(0, 3)} ${MONTHS[p.at.getUTCMonth()]} ${p.day} ${p.hour}:${p.minute}:${p.second} ${p.year}`,
  ),
  date(
    'date-prose',
    'date-format',
    true,
    p => `${MONTHS[p.at.getUTCMonth()]} ${Number(p.day)}, ${p.year} ${p.hour}:${p.minute}:${p.second}`,
  ),
  date('date-am-pm', 'date-format', true, p => {
    const hour = Number(p.hour);
    return `${MONTHS[p.at.getUTCMonth()]} ${Number(p.day)}, ${p.year} at ${hour % 12 || 12}:${p.minute}:${p.second} ${hour < 12 ? 'AM' : 'PM'}`;
  }),
  date('date-number', 'date-format', true, p =>
    p.hour + p.minute + p.second === '000000' ? `${p.year}${p.month}${p.day}` : undefined,
  ),
  // One of the two numbers is the day, nobody knows which.
  date('date-ambiguous', 'date-format', false, p =>
    Number(p.day) <= 12 && p.day !== p.month ? `${p.day}/${p.month}/${p.year} ${p.hour}:${p.minute}` : undefined,
  ),
  date('date-word', 'date-format', false, () => 'yesterday'),
  // The time is lost.
  date('date-only', 'date-only', false, p => `${p.year}-${p.month}-${p.day}`),
  date(
    'date-13th-month',
    'date-impossible',
    false,
    p => `${p.year}-<|13|>-${p.day}T${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date(
    'date-month-zero',
    'date-impossible',
    false,
    p => `${p.year}-<|00|>-${p.day}T${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date(
    'date-32nd-day',
    'date-impossible',
    false,
    p => `${p.year}-${p.month}-<|32|>T${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date(
    'date-30th-of-february',
    'date-impossible',
    false,
    p => `${p.year}-02-<|30|>T${p.hour}:${p.minute}:${p.second}Z`,
  ),
  date(
    'date-24th-hour',
    'date-impossible',
    false,
    p => `${p.year}-${p.month}-${p.day}T<|24|>:${p.minute}:${p.second}Z`,
  ),
  date(
    'date-60th-minute',
    'date-impossible',
    false,
    p => `${p.year}-${p.month}-${p.day}T${p.hour}:<|60|>:${p.second}Z`,
  ),
  date(
    'date-61st-second',
    'date-impossible',
    false,
    p => `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:<|61|>Z`,
  ),
  date(
    'date-zone-too-far',
    'date-impossible',
    false,
    p => `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}<|+31:00|>`,
  ),
  date('date-in-future', 'date-future', false, (p, { article, view }) => {
    if (view.contentType?.id === 'newsletter' || /^published: false/m.test(article.text)) return undefined;
    return `20${Number(p.year.slice(2)) + 72}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`;
  }),
  date(
    'date-of-another-year',
    'file-name-date',
    false,
    ({ at }, { view }) => {
      if (view.contentType?.id !== 'news-article') return undefined;
      return iso(new Date(Date.UTC(at.getUTCFullYear() - 1, at.getUTCMonth(), at.getUTCDate(), at.getUTCHours())));
    },
    isRoot,
  ),
  date(
    'date-day-and-month-swapped',
    'file-name-date',
    false,
    (p, { view }) => {
      if (view.contentType?.id !== 'news-article' || Number(p.day) > 12 || p.day === p.month) return undefined;
      return `${p.year}-${p.day}-${p.month}T${p.hour}:${p.minute}:${p.second}Z`;
    },
    isRoot,
  ),
];

/** A length in another form; only where the length is written as it would be repaired. */
function duration(
  id: string,
  safe: boolean,
  make: (text: string, hms: readonly number[]) => string | undefined,
): FaultKind {
  const isUsual = (source: string) =>
    /^PT(?:\d+H)?(?:\d+M)?(?:\d+S)?$/.test(source) && readDuration(source).kind === 'valid';
  return inText(id, 'duration-format', safe, ['duration'], isUsual, (_, { node }) => {
    const hms = ['H', 'M', 'S'].map(unit => Number(new RegExp(`(\\d+)${unit}`).exec(node.text)?.[1] ?? 0));
    const made = make(node.text, hms);
    return made === undefined ? undefined : swap(node, made);
  });
}

const two = (value: number) => String(value).padStart(2, '0');
const isClock = ([h = 0, m = 0, s = 0]: readonly number[]) => m < 60 && s < 60 && (h > 0 || m > 0);

const durations: readonly FaultKind[] = [
  duration('duration-clock', true, (_, hms) => {
    const [h = 0, m = 0, s = 0] = hms;
    return isClock(hms) ? (h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`) : undefined;
  }),
  duration('duration-lower-case', true, text => text.toLowerCase()),
  duration('duration-without-p', true, text => text.slice(1)),
  duration('duration-without-t', true, text => (/[HS]/.test(text) ? text.replace('T', '') : undefined)),
  duration('duration-blank', true, text => (/M\d/.test(text) ? text.replace(/M(\d)/, 'M $1') : undefined)),
  duration('duration-short-units', true, text =>
    /M/.test(text) && /S/.test(text) && !/H/.test(text) ? text.slice(2).toLowerCase().replace(/m/, 'm ') : undefined,
  ),
  duration('duration-words', true, (text, [h = 0, m = 0]) =>
    h === 0 && m > 0 && !text.includes('S') ? `${m} minutes` : undefined,
  ),
  duration('duration-without-last-unit', true, text => (/M\d+S$/.test(text) ? text.slice(0, -1) : undefined)),
  duration('duration-word', false, () => 'long'),
  duration('duration-number', false, (_, [, m = 0]) => String(m + 1)),
];

function price(id: string, safe: boolean, accepts: RegExp, make: (text: string) => string): FaultKind {
  return inText(
    id,
    'price-format',
    safe,
    ['price'],
    (source, field) => isPlain(source, field) && accepts.test(source),
    (_, { node }) => swap(node, make(node.text)),
  );
}

const prices: readonly FaultKind[] = [
  price('price-lower-case', true, /^Free$/, () => 'free'),
  price('price-upper-case', true, /^Free$/, () => 'FREE'),
  price('price-dollar-behind', true, /^\$/, text => `${text.slice(1)} $`),
  price('price-code', true, /^\$/, text => `${text.slice(1)} USD`),
  price('price-comma', true, /^\$\d+\.\d\d$/, text => text.replace('.', ',')),
  // Nothing says that it was dollars, or that the word means `Free`.
  price('price-number', false, /^\$/, text => text.slice(1)),
  price('price-zero', false, /^Free$/, () => '0'),
  price('price-gratis', false, /^Free$/, () => 'gratis'),
  price('price-word', false, /^Free$/, () => 'cheap'),
];

const relations: readonly FaultKind[] = [
  {
    id: 'title-of-another-item',
    rule: 'file-name-title',
    safe: false,
    inject(subject) {
      const title = rootScalar(subject, 'title');
      if (subject.view.contentType?.id !== 'news-article' || title?.style !== 'double') return undefined;
      return swap(title, '"Gulls take the tram to the fish market"');
    },
  },
  {
    id: 'heat-of-unpublished',
    rule: 'heat-unpublished',
    safe: false,
    inject(subject) {
      const heat = rootScalar(subject, 'heat');
      return heat && rootScalar(subject, 'published')?.value === true ? swap(heat, '-1') : undefined;
    },
  },
  {
    id: 'removed-but-published',
    rule: 'removed-published',
    safe: true,
    inject(subject) {
      const removed = rootScalar(subject, 'removed');
      const published = rootScalar(subject, 'published');
      if (removed?.value !== true || published?.value !== false) return undefined;
      return putFar(published, 'true', removed);
    },
  },
  {
    id: 'removed-without-published',
    rule: 'removed-published',
    safe: true,
    inject(subject) {
      const removed = rootScalar(subject, 'removed');
      const published = rootEntry(subject, 'published');
      if (removed?.value !== true || !published) return undefined;
      return putFar({ start: published.start, end: published.end + 1 }, '', removed);
    },
  },
  {
    id: 'removed-added',
    rule: 'removed-published',
    safe: false,
    differs: 'the fix hides the item, it does not take back that it was removed',
    inject({ view, article }) {
      const heat = view.root?.node.entries.find(entry => entry.name === 'heat');
      if (!heat || !view.root?.shape.fields.has('removed') || nodeAt(view.root.node, 'removed')) return undefined;
      if (nodeAt(view.root.node, 'published') || sourceOf(article, { start: heat.end, end: heat.end + 1 }) !== '\n') {
        return undefined;
      }
      const at = heat.end + 1;
      return insertAt(at, 'removed: true\n', { start: at + 9, end: at + 13 });
    },
  },
];

/** Damage to the ciphertext. The whole token is reported, and no tool may repair it. */
function secured(id: string, damage: (source: string, subject: Subject) => string | undefined): FaultKind {
  return inText(id, 'secured-malformed', false, ['secured'], isQuoted, (subject, { node }) => {
    const damaged = damage(sourceOf(subject.article, node), subject);
    return damaged === undefined ? undefined : swap(node, damaged);
  });
}

const securedFaults: readonly FaultKind[] = [
  secured('secured-cut-off', source => `${source.slice(0, 90)}"`),
  secured('secured-character-lost', source => source.slice(0, 40) + source.slice(41)),
  secured('secured-block-cut', source => source.slice(0, 20) + source.slice(32)),
  secured('secured-blank', source => `${source.slice(0, 40)} ${source.slice(40)}`),
  secured('secured-entity', source => source.replace('+', '&#43;')),
  secured('secured-without-semicolon', source => source.replace(';', '')),
  secured('secured-without-vector', source => source.replace(/;.*/, '"')),
  secured('secured-vector-cut', source => source.replace(/.{4}"$/, '"')),
  secured('secured-url-alphabet', source =>
    /[+/]/.test(source) ? source.replace(/\+/g, '-').replace(/\//g, '_') : undefined,
  ),
  secured('secured-shortened', source => `${source.slice(0, 30)}…${source.slice(-20)}`),
];

export const textFaults: readonly FaultKind[] = [
  ...blanks,
  ...entities,
  ...invisible,
  ...dates,
  ...durations,
  ...prices,
  ...relations,
  ...securedFaults,
];
