import type { SiteView } from '../../check/siteView.ts';
import { numberText, say } from '../../say.ts';
import { bullets } from '../markdown.ts';

/** Where a value of `quality` or `heat` stands among those of all articles, as Markdown. `undefined` when there are too few to compare. */
export function rankCard(site: SiteView, name: 'quality' | 'heat', value: number, isOwn: boolean): string | undefined {
  // -1 is no heat but the sign that nobody ranked the item.
  if (name === 'heat' && value === -1) return say`Not ranked, so not published.`;
  if (value < 0) return undefined;
  const counts = new Map<number, number>();
  let total = 0;
  for (const path of site.paths()) {
    const other = site.get(path)?.[name];
    if (other === undefined || other < 0) continue;
    counts.set(other, (counts.get(other) ?? 0) + 1);
    total++;
  }
  // A related item is none of the articles that it is compared with.
  if (total < FEWEST) return undefined;
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  const below = sorted.reduce((sum, [each, count]) => sum + (each < value ? count : 0), 0);
  const others = isOwn ? total - 1 : total;
  const above = total - below - (counts.get(value) ?? 0);
  return bullets([
    comparison(percent(below, others), others, isOwn),
    isOwn ? say`Place ${numberText(above + 1)} of ${numberText(total)}` : undefined,
    say`Middle value ${median(sorted, total)}, from ${sorted[0]?.[0] ?? 0} to ${sorted.at(-1)?.[0] ?? 0}`,
  ]);
}

const FEWEST = 3;

function comparison(share: string, count: number, isOwn: boolean): string {
  const number = numberText(count);
  if (isOwn)
    return count === 1
      ? say`Higher than ${share} of 1 other article`
      : say`Higher than ${share} of ${number} other articles`;
  return say`Higher than ${share} of ${number} articles`;
}

function median(sorted: readonly (readonly [number, number])[], total: number): number {
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen * 2 >= total) return value;
  }
  return 0;
}

function percent(part: number, whole: number): string {
  const share = (part / Math.max(1, whole)) * 100;
  if (share > 0 && share < 1) return say`less than 1 %`;
  return `${share > 99 && share < 100 ? 99 : Math.round(share)} %`;
}
