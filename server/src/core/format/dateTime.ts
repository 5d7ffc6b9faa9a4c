import type { Span } from '../text.ts';
import { civilOf, daysIn, daysOf, weekdayOf } from './calendar.ts';
import { type DateFields, dateFields } from './dateFields.ts';

export type DatePart = 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset';

/**
 * What a text says as a moment. Spans are offsets inside the text.
 * - `valid`: RFC 3339 with its zone, `Z` or an offset as it stands (`+02:00`); a fraction of a second is cut to milliseconds.
 * - `impossible`: the form is clear, but the part under `span` does not exist (13th month, 30 February, 25 o'clock).
 * - `no-zone`, `date-only`: all but the zone, or all but the time, is there; `repaired` reads it as UTC, as Jekyll (Psych) does.
 * - `other`: another form; `repaired` is there only when it has one reading. No repair: `05/11/2022`, `11 May 22`, `TBD`.
 */
export type DateReading =
  | { readonly kind: 'valid'; readonly epochMs: number; readonly zone: string }
  | { readonly kind: 'impossible'; readonly part: DatePart; readonly span: Span }
  | { readonly kind: 'no-zone'; readonly epochMs: number; readonly repaired: string }
  | { readonly kind: 'date-only'; readonly epochMs: number; readonly repaired: string }
  | { readonly kind: 'other'; readonly repaired?: string };

/** Reads a date in any form that people paste. Every `repaired` is canonical (`YYYY-MM-DDTHH:MM:SSZ`) and reads as `valid`. */
export function readDateTime(text: string): DateReading {
  const usual = canonicalEpoch(text);
  if (usual !== undefined) return { kind: 'valid', epochMs: usual, zone: 'Z' };
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  if (inner === '' || inner.length > LONGEST) return { kind: 'other' };
  const fields = dateFields(inner);
  if (fields === undefined) return { kind: 'other' };
  const wrong = impossiblePart(fields);
  if (wrong !== undefined) {
    // Digits alone that make no date are a number.
    if (!/\D/.test(inner)) return { kind: 'other' };
    return { kind: 'impossible', part: wrong.part, span: { start: start + wrong.start, end: start + wrong.end } };
  }
  const epochMs = epochOf(fields);
  const weekday = weekdayOf(daysOf(fields.year, fields.month.value, fields.day.value));
  // A weekday that contradicts its date leaves two readings.
  if ((fields.weekday ?? weekday) !== weekday) return { kind: 'other' };
  if (inner === text) {
    if (RFC3339.test(inner)) return { kind: 'valid', epochMs, zone: fields.zone?.text ?? 'Z' };
    if (NO_ZONE.test(inner)) return { kind: 'no-zone', epochMs, repaired: formatDateTime(epochMs) };
    if (DATE_ONLY.test(inner)) return { kind: 'date-only', epochMs, repaired: formatDateTime(epochMs) };
  }
  return { kind: 'other', repaired: formatDateTime(epochMs) };
}

/**
 * The canonical form of a moment, `YYYY-MM-DDTHH:MM:SSZ`, in UTC and without a fraction. Moments outside the years 0000 to 9999,
 * which have no such form, give the nearest one that has; NaN gives the epoch.
 */
export function formatDateTime(epochMs: number): string {
  const seconds = wholeSeconds(epochMs);
  const time = seconds - Math.floor(seconds / DAY) * DAY;
  const hour = Math.floor(time / 3600);
  const minute = Math.floor((time % 3600) / 60);
  return `${utcDate(epochMs)}T${two(hour)}:${two(minute)}:${two(time % 60)}Z`;
}

/** The UTC date of a moment, `YYYY-MM-DD`; bounds as in {@link formatDateTime}. */
export function utcDate(epochMs: number): string {
  const { year, month, day } = civilOf(Math.floor(wholeSeconds(epochMs) / DAY));
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The moment of a text in the canonical form, as nearly all are; `undefined` for any other, and for a date that does not exist. */
export function canonicalEpoch(text: string): number | undefined {
  if (!CANONICAL.test(text)) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (daysOf(year, month, day) * DAY + hour * 3600 + minute * 60 + second) * 1000;
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const ZERO = 48;

/** The number of two digits: faster than by way of a string. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** No date is longer; a bound also keeps the patterns fast on any input. */
const LONGEST = 100;
const DAY = 86_400;
const FIRST_SECOND = -62_167_219_200;
const LAST_SECOND = 253_402_300_799;

// RFC 3339, section 5.6, in the upper case that all real files use.
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const NO_ZONE = /^\d{4}-\d\d-\d\d(?:[Tt]|[ \t]+)\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const DATE_ONLY = /^\d{4}-\d\d-\d\d$/;

function impossiblePart(fields: DateFields): (Span & { readonly part: DatePart }) | undefined {
  const { year, month, day, hour, minute, second, halfDay, zone } = fields;
  const at = (part: DatePart, span: Span) => ({ part, start: span.start, end: span.end });
  if (month.value < 1 || month.value > 12) return at('month', month);
  if (day.value < 1 || day.value > daysIn(year, month.value)) return at('day', day);
  if (hour && (hour.value > 23 || (halfDay && (hour.value < 1 || hour.value > 12)))) return at('hour', hour);
  if (minute && minute.value > 59) return at('minute', minute);
  if (zone && !zone.exists) return at('offset', zone);
  if (second && second.value > 59 && !isLeapSecond(fields)) return at('second', second);
  return undefined;
}

/** RFC 3339, section 5.7: a leap second ends a month of UTC. All of them so far came in June and December. */
function isLeapSecond(fields: DateFields): boolean {
  if (fields.second?.value !== 60) return false;
  const seconds = Math.floor(epochOf(fields) / 1000);
  const { month, day } = civilOf(Math.floor(seconds / DAY));
  return seconds % DAY === 0 && day === 1 && (month === 1 || month === 7);
}

function epochOf(fields: DateFields): number {
  const { hour, minute, second, zone, halfDay } = fields;
  let hours = hour?.value ?? 0;
  if (halfDay) hours = (hours % 12) + (halfDay === 'pm' ? 12 : 0);
  const minutes = hours * 60 + (minute?.value ?? 0) - (zone?.minutes ?? 0);
  const days = daysOf(fields.year, fields.month.value, fields.day.value);
  return (days * DAY + minutes * 60 + (second?.value ?? 0)) * 1000 + (fields.milliseconds ?? 0);
}

function wholeSeconds(epochMs: number): number {
  if (Number.isNaN(epochMs)) return 0;
  return Math.min(LAST_SECOND, Math.max(FIRST_SECOND, Math.floor(epochMs / 1000)));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
