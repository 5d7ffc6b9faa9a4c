import type { TextField } from '../../server/src/core/check/articleView.ts';
import { readDuration } from '../../server/src/core/format/duration.ts';
import { type FaultKind, inText, put, type Subject, swap } from './fault.ts';

const isPlain = (_: string, { node }: TextField) => node.style === 'plain';
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

export const formatFaults: readonly FaultKind[] = [...dates, ...durations, ...prices];
