import { locale, say } from '../say.ts';

/** How long ago a moment was, or how soon it comes, in words: `20 days ago`, `in 3 hours`, `just now`. Both in milliseconds since 1970. */
export function relativeTime(epochMs: number, now: number): string {
  const seconds = Math.round(Math.abs(now - epochMs) / 1000);
  if (!(seconds >= 45)) return say`just now`;
  const [count, unit] = spanOf(seconds);
  return inWords.format(epochMs < now ? -count : count, unit);
}

const inWords = new Intl.RelativeTimeFormat(locale);

/** Days up to a month and a half, months up to a year and a half: the shortest that is not misleading. */
function spanOf(seconds: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return [minutes, 'minute'];
  const hours = Math.round(seconds / 3600);
  if (hours < 24) return [hours, 'hour'];
  const days = Math.round(seconds / 86_400);
  if (days < 45) return [days, 'day'];
  const months = Math.round(days / 30.4375);
  return months < 18 ? [months, 'month'] : [Math.round(days / 365.25), 'year'];
}
