/**
 * What a text says as a length of time.
 * - `valid`: an ISO 8601 duration; `seconds` is its length, absent when it counts years or months, which have none.
 * - `repairable`: another form with one reading; `repaired` is the ISO duration, and reads as `valid`.
 * - `invalid`: anything else (`13`, `PT`, `soon`).
 */
export type DurationReading =
  | { readonly kind: 'valid'; readonly seconds?: number }
  | { readonly kind: 'repairable'; readonly repaired: string }
  | { readonly kind: 'invalid' };

/** Reads the `length` of a video or course: `PT13M34S`, `PT4H15M`, `P1M` (a month). Source: ISO 8601-1:2019, section 5.5.2. */
export function readDuration(text: string): DurationReading {
  const seconds = isoSeconds(text);
  if (seconds !== undefined) return seconds === 'nominal' ? { kind: 'valid' } : { kind: 'valid', seconds };
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return { kind: 'invalid' };
  const repaired = slip(trimmed) ?? clock(trimmed) ?? inWords(trimmed);
  return repaired !== undefined && isoSeconds(repaired) !== undefined
    ? { kind: 'repairable', repaired }
    : { kind: 'invalid' };
}

/** True only for a text that `readDuration` finds `valid`: hours, minutes and seconds in whole numbers, as nearly all are. */
export function isPlainDuration(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN = /^PT(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?$/;

/** No length is written longer; a bound also keeps the patterns below fast on any input. */
const LONGEST = 80;

const NUMBER = '(\\d{1,9}(?:[.,]\\d{1,9})?)';
const ISO = new RegExp(
  `^P(?=[\\dT])(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=\\d)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
);
const UNIT_SECONDS = [604_800, 86_400, 3600, 60, 1];

function isoSeconds(text: string): number | 'nominal' | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, years, months, ...rest] = match;
  const given = [years, months, ...rest].filter(value => value !== undefined);
  // Only the last part may have a fraction.
  if (given.slice(0, -1).some(value => /[.,]/.test(value))) return undefined;
  if (years !== undefined || months !== undefined) return 'nominal';
  return UNIT_SECONDS.reduce((sum, unit, index) => sum + unit * Number((rest[index] ?? '0').replace(',', '.')), 0);
}

/** An ISO duration with one slip: lower case, blanks, no `P` or `T`, the last unit missing. */
function slip(text: string): string | undefined {
  const upper = text.replace(/\s+/g, '').toUpperCase();
  const candidates = [upper];
  if (upper.startsWith('T')) candidates.push(`P${upper}`);
  // Hours or seconds without a `T` make the `M` beside them minutes.
  if (/^P[^T]*[HS]/.test(upper)) candidates.push(upper.replace(/^P((?:\d+W)?(?:\d+D)?)/, 'P$1T'));
  // After hours only minutes can follow, and after minutes only seconds.
  const next = /^PT.*([HM])\d+$/.exec(upper)?.[1];
  if (next !== undefined) candidates.push(upper + (next === 'H' ? 'M' : 'S'));
  return candidates.find(candidate => isoSeconds(candidate) !== undefined);
}

/** `13:34` is minutes and seconds, as on every video; `1:02:03` has hours. */
function clock(text: string): string | undefined {
  const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [hours, minutes, seconds] = [Number(match[1] ?? 0), Number(match[2]), Number(match[3])];
  if (seconds > 59 || (match[1] !== undefined && (minutes > 59 || match[2]?.length !== 2))) return undefined;
  return iso([0, hours, minutes, seconds]);
}

const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:d|days?)$/, 0],
  [/^(?:h|hrs?|hours?)$/, 1],
  [/^(?:m|mins?|minutes?)$/, 2],
  [/^(?:s|secs?|seconds?)$/, 3],
];

/** `13m 34s`, `13 min`, `1 hour and 20 minutes`, `1.5 hours`, `2 weeks`. Units stand from the longest to the shortest. */
function inWords(text: string): string | undefined {
  const lower = text.toLowerCase();
  const long = /^(\d{1,3})\s?(weeks?|months?|years?)$/.exec(lower);
  if (long !== null) return `P${Number(long[1])}${(long[2] ?? '').charAt(0).toUpperCase()}`;
  const counts = [0, 0, 0, 0];
  let last = -1;
  let rest = lower;
  while (rest !== '') {
    const match = /^(\d{1,6})(?:\.(\d{1,2}))?[\s-]?([a-z]+)\.?(?:,?\s+and\s+|,\s*|\s+)?/.exec(rest);
    const unit = WORDS.find(([pattern]) => pattern.test(match?.[3] ?? ''))?.[1];
    if (match === null || unit === undefined || unit <= last) return undefined;
    rest = rest.slice(match[0].length);
    counts[unit] = Number(match[1]);
    last = unit;
    if (match[2] === undefined) continue;
    // `1.5 hours` is 90 minutes; a fraction of a second, or one before another unit, has no such form.
    const smaller = Number(`0.${match[2]}`) * (unit === 0 ? 24 : 60);
    if (rest !== '' || unit === 3 || Math.abs(smaller - Math.round(smaller)) > 1e-9) return undefined;
    counts[unit + 1] = Math.round(smaller);
  }
  return iso(counts);
}

function iso(counts: readonly number[]): string | undefined {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = counts;
  const time = (hours > 0 ? `${hours}H` : '') + (minutes > 0 ? `${minutes}M` : '') + (seconds > 0 ? `${seconds}S` : '');
  if (days === 0) return time === '' ? 'PT0S' : `PT${time}`;
  return `P${days}D${time === '' ? '' : `T${time}`}`;
}
