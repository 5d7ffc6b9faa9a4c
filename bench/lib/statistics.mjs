/** The value below which a share of the samples lies: 0.5 is the median. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low + (high - low) * (at - Math.floor(at));
}

export function median(samples) {
  return quantile(samples, 0.5);
}

/** Ratios of two candidates that took turns: each round by itself, so that a slow spell of the machine meets both. */
export function ratios(above, below) {
  return above.map((value, index) => value / below[index]);
}

/** `12.3` or `0.412`: three digits that count. */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 3),
    maximumFractionDigits: Math.min(digits, 3),
  });
}

/** `12.3..15.0` */
export function spread(samples) {
  return `${number(Math.min(...samples))}..${number(Math.max(...samples))}`;
}

/** `24.2x (17.8..31.4)` */
export function times(samples) {
  return `${number(median(samples))}x (${spread(samples)})`;
}
