// Dates for people, in their language.
import { language, t } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** `12 May 2026, 09:30 UTC`. */
export function dateTimeText(epochMs: number): string {
  return `${dateTime.format(epochMs)} UTC`;
}

export function dayText(epochMs: number): string {
  return day.format(epochMs);
}

/** `20 days ago`. Both in milliseconds since 1970. */
export function relativeText(epochMs: number, now: number): string {
  const apart = epochMs - now;
  const away = Math.abs(apart);
  if (away < HOUR) return relative.format(Math.round(apart / MINUTE), 'minute');
  if (away < 2 * DAY) return relative.format(Math.round(apart / HOUR), 'hour');
  if (away < 60 * DAY) return relative.format(Math.round(apart / DAY), 'day');
  if (away < 548 * DAY) return relative.format(Math.round(apart / (30.4375 * DAY)), 'month');
  return relative.format(Math.round(apart / (365.25 * DAY)), 'year');
}

/** How far a related item is from the article: `−11 h`, `+3 h follow-up`. In milliseconds. */
export function afterText(ms: number): string {
  const away = Math.abs(ms);
  if (away < MINUTE) return t('sameTime');
  return t(ms < 0 ? 'before' : 'after', spanText(away));
}

function spanText(ms: number): string {
  // Cut, not rounded: 59 min 59 s is no 60 min.
  if (ms < HOUR) return t('minutes', Math.floor(ms / MINUTE));
  return ms < 2 * DAY ? t('hours', Math.floor(ms / HOUR)) : t('days', Math.floor(ms / DAY).toLocaleString(language));
}
