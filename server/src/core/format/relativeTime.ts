import { numberText, say } from '../say.ts';

/** How long ago a moment was, or how soon it comes, in words: `20 days ago`, `in 3 hours`, `just now`. Both in milliseconds since 1970. */
export function relativeTime(epochMs: number, now: number): string {
  const seconds = Math.round(Math.abs(now - epochMs) / 1000);
  if (!(seconds >= 45)) return say`just now`;
  const span = spanOf(seconds);
  return epochMs < now ? pastText(span) : futureText(span);
}

type TimeSpan = readonly [count: number, unit: 'minute' | 'hour' | 'day' | 'month' | 'year'];

/** Days up to a month and a half, months up to a year and a half: the shortest that is not misleading. */
function spanOf(seconds: number): TimeSpan {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return [minutes, 'minute'];
  const hours = Math.round(seconds / 3600);
  if (hours < 24) return [hours, 'hour'];
  const days = Math.round(seconds / 86_400);
  if (days < 45) return [days, 'day'];
  const months = Math.round(days / 30.4375);
  return months < 18 ? [months, 'month'] : [Math.round(days / 365.25), 'year'];
}

function pastText([count, unit]: TimeSpan): string {
  const one = count === 1;
  switch (unit) {
    case 'minute':
      return one ? say`1 minute ago` : say`${count} minutes ago`;
    case 'hour':
      return one ? say`1 hour ago` : say`${count} hours ago`;
    case 'day':
      return one ? say`1 day ago` : say`${count} days ago`;
    case 'month':
      return one ? say`1 month ago` : say`${count} months ago`;
    case 'year':
      return one ? say`1 year ago` : say`${numberText(count)} years ago`;
  }
}

function futureText([count, unit]: TimeSpan): string {
  const one = count === 1;
  switch (unit) {
    case 'minute':
      return one ? say`in 1 minute` : say`in ${count} minutes`;
    case 'hour':
      return one ? say`in 1 hour` : say`in ${count} hours`;
    case 'day':
      return one ? say`in 1 day` : say`in ${count} days`;
    case 'month':
      return one ? say`in 1 month` : say`in ${count} months`;
    case 'year':
      return one ? say`in 1 year` : say`in ${numberText(count)} years`;
  }
}
