/** How long ago a moment was, or how soon it comes, in words: `20 days ago`, `in 3 hours`, `just now`. Both in milliseconds since 1970. */
export function relativeTime(epochMs: number, now: number): string {
  const seconds = Math.round(Math.abs(now - epochMs) / 1000);
  if (!(seconds >= 45)) return 'just now';
  const span = spanOf(seconds);
  return epochMs < now ? `${span} ago` : `in ${span}`;
}

/** Days up to a month and a half, months up to a year and a half: the shortest that is not misleading. */
function spanOf(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.round(seconds / 3600);
  if (hours < 24) return counted(hours, 'hour');
  const days = Math.round(seconds / 86_400);
  if (days < 45) return counted(days, 'day');
  const months = Math.round(days / 30.4375);
  return months < 18 ? counted(months, 'month') : counted(Math.round(days / 365.25), 'year');
}

function counted(count: number, unit: string): string {
  return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
}
