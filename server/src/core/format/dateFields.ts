import type { Span } from '../text.ts';

/** A number in a text, with its place there. */
export interface Field extends Span {
  readonly value: number;
}

/** A zone as it stands there, and its minutes ahead of UTC. An offset of 24 hours or more does not exist. */
export interface Zone extends Span {
  readonly text: string;
  readonly minutes: number;
  readonly exists: boolean;
}

/** The parts of a date as a text gives them; nobody has checked yet that they exist. */
export interface DateFields {
  readonly year: number;
  readonly month: Field;
  readonly day: Field;
  readonly hour?: Field | undefined;
  readonly minute?: Field | undefined;
  readonly second?: Field | undefined;
  readonly milliseconds?: number;
  /** The hour counts from 1 to 12. */
  readonly halfDay?: 'am' | 'pm' | undefined;
  readonly zone?: Zone | undefined;
  /** 0 is Sunday. */
  readonly weekday?: number | undefined;
}

/**
 * Splits a date in any form that has one order of its parts; `undefined` for every other text. The text is trimmed and short: the
 * patterns need a bound to be fast.
 */
export function dateFields(text: string): DateFields | undefined {
  return yearFirst(text) ?? compact(text) ?? yearLast(text) ?? withMonthName(text);
}

// Hyphen, non-breaking hyphen, figure dash, en dash, minus: word processors replace one by another.
const DASH = '[-\\u2010-\\u2013\\u2212]';
const YEAR_FIRST = new RegExp(`^(\\d{4})(${DASH}|[/.])(\\d{1,2})(${DASH}|[/.])(\\d{1,2})(?![\\d/])`, 'd');
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[Tt ]?(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(Z|z|[+-]\d\d:?(?:\d\d)?)?$/d;
const YEAR_LAST = new RegExp(`^(\\d{1,2})(${DASH}|[/.])(\\d{1,2})(${DASH}|[/.])(\\d{4})(?!\\d)`, 'd');
const TIME =
  /^(?:[Tt]|[,\s]+(?:at\s+)?|\s*[Tt]\s*)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,30}))?)?(?:\s?([ap])\.?m\.?(?![a-z]))?/di;
const ZONE = /^\s?(?:(Z|UTC|GMT|(?:UTC|GMT)?[+\u2212-]\d{1,2}(?::?\d\d)?)(?:\s?\([^()]*\))?|\((?:UTC|GMT)\))$/i;

/** `2022-05-11T21:00:00Z` and its relatives: any separator, parts of one digit, seconds or zone missing. */
function yearFirst(text: string): DateFields | undefined {
  const match = YEAR_FIRST.exec(text);
  const year = fieldOf(match, 1);
  const month = fieldOf(match, 3);
  const day = fieldOf(match, 5);
  if (match === null || match[2] !== match[4] || !year || !month || !day) return undefined;
  return withTime(text, match[0].length, { year: year.value, month, day });
}

/** ISO 8601's basic form: `20220511T210000Z`. */
function compact(text: string): DateFields | undefined {
  const match = COMPACT.exec(text);
  const year = fieldOf(match, 1);
  const month = fieldOf(match, 2);
  const day = fieldOf(match, 3);
  if (match === null || !year || !month || !day) return undefined;
  const zoneText = match[8];
  // `20220511-1` is no date with a zone.
  if (zoneText !== undefined && match[4] === undefined) return undefined;
  const zone = zoneText === undefined ? undefined : zoneOf(zoneText, text.length - zoneText.length);
  const [hour, minute, second] = [fieldOf(match, 4), fieldOf(match, 5), fieldOf(match, 6)];
  return { year: year.value, month, day, hour, minute, second, milliseconds: millisecondsOf(match[7]), zone };
}

/** `25/12/2022`: only when one of both orders, day first and month first, gives a date, or both give the same. */
function yearLast(text: string): DateFields | undefined {
  const match = YEAR_LAST.exec(text);
  const first = fieldOf(match, 1);
  const second = fieldOf(match, 3);
  const year = fieldOf(match, 5);
  if (match === null || match[2] !== match[4] || !year || !first || !second) return undefined;
  const dayFirst = first.value > 12 && first.value <= 31 && second.value <= 12;
  const monthFirst = second.value > 12 && second.value <= 31 && first.value <= 12;
  if (!dayFirst && !monthFirst && first.value !== second.value) return undefined;
  if (first.value === second.value && first.value > 12) return undefined;
  const date = dayFirst ? { day: first, month: second } : { day: second, month: first };
  return withTime(text, match[0].length, { year: year.value, ...date });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY =
  /^(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tues|tue|wed|thurs|thur|thu|fri|sat)(?:\.?,\s*|\.?\s+)/i;
const DAY_MONTH_YEAR = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:of\\s+)?|${DASH})(${MONTH_NAMES})\\.?(?:,?\\s+|${DASH})(\\d{4})(?!\\d)`,
  'di',
);
const MONTH_DAY_YEAR = new RegExp(
  `^(${MONTH_NAMES})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)(\\d{4})(?!\\d)`,
  'di',
);
// C's asctime: `Wed May 11 21:00:00 2022`.
const ASCTIME = new RegExp(`^(${MONTH_NAMES})\\s+(\\d{1,2})\\s+(\\d\\d):(\\d\\d):(\\d\\d)\\s+(\\d{4})$`, 'di');

/** RFC 2822, HTTP, asctime and prose: `Wed, 11 May 2022 21:00:00 GMT`, `May 11, 2022 at 9:00 PM`. */
function withMonthName(text: string): DateFields | undefined {
  const weekdayText = WEEKDAY.exec(text)?.[0] ?? '';
  const weekday = weekdayText === '' ? undefined : WEEKDAYS.indexOf(weekdayText.slice(0, 3).toLowerCase());
  const from = weekdayText.length;
  const rest = text.slice(from);
  const asctime = ASCTIME.exec(rest);
  if (asctime !== null) {
    const [day, hour, minute, second] = [2, 3, 4, 5].map(group => fieldOf(asctime, group, from));
    const month = monthOf(asctime, 1, from);
    if (!month || !day || !hour || !minute || !second) return undefined;
    return { year: Number(asctime[6]), month, day, hour, minute, second, weekday };
  }
  const dayFirst = DAY_MONTH_YEAR.exec(rest);
  const match = dayFirst ?? MONTH_DAY_YEAR.exec(rest);
  if (match === null) return undefined;
  const month = monthOf(match, dayFirst ? 2 : 1, from);
  const day = fieldOf(match, dayFirst ? 1 : 2, from);
  if (!month || !day) return undefined;
  return withTime(text, from + match[0].length, { year: Number(match[3]), month, day, weekday });
}

/** Reads the time and zone from `at` to the end; `undefined` when something else stands there. */
function withTime(text: string, at: number, date: DateFields): DateFields | undefined {
  if (at === text.length) return date;
  const match = TIME.exec(text.slice(at));
  const hour = fieldOf(match, 1, at);
  if (match === null || !hour) return undefined;
  const [minute, second] = [fieldOf(match, 2, at), fieldOf(match, 3, at)];
  const letter = match[5]?.toLowerCase();
  const halfDay = letter === undefined ? undefined : letter === 'a' ? 'am' : 'pm';
  const time = { ...date, hour, minute, second, milliseconds: millisecondsOf(match[4]), halfDay } as const;
  const zoneAt = at + match[0].length;
  if (zoneAt === text.length) return time;
  if (!ZONE.test(text.slice(zoneAt))) return undefined;
  return { ...time, zone: zoneOf(text.slice(zoneAt), zoneAt) };
}

function zoneOf(text: string, at: number): Zone {
  const match = /([+\u2212-])(\d{1,2})(?::?(\d\d))?/d.exec(text);
  const place = match?.indices?.[0];
  const span = place ? { start: at + place[0], end: at + place[1] } : { start: at, end: at + text.length };
  if (match === null) return { ...span, text: text.trim(), minutes: 0, exists: true };
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? '0');
  const sign = match[1] === '+' ? 1 : -1;
  return { ...span, text: match[0], minutes: sign * (hours * 60 + minutes), exists: hours <= 23 && minutes <= 59 };
}

function fieldOf(match: RegExpExecArray | null, group: number, from = 0): Field | undefined {
  const text = match?.[group];
  const place = match?.indices?.[group];
  if (text === undefined || place === undefined) return undefined;
  return { value: Number(text), start: from + place[0], end: from + place[1] };
}

function monthOf(match: RegExpExecArray, group: number, from: number): Field | undefined {
  const field = fieldOf(match, group, from);
  const name = match[group]?.slice(0, 3).toLowerCase() ?? '';
  return field && { ...field, value: MONTHS.indexOf(name) + 1 };
}

function millisecondsOf(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}
