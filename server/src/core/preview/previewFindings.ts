import type { CheckedArticle, Finding } from '../check/runRules.ts';
import type { PreviewFinding } from './previewModel.ts';
import type { RelatedItem } from './relatedItems.ts';

/** Findings by the card that they belong to: the items' by index, and the article's own. All by position. */
export function findingsByItem(
  findings: readonly Finding[],
  items: readonly RelatedItem[],
): { readonly own: readonly Finding[]; readonly ofItems: readonly (readonly Finding[])[] } {
  const own: Finding[] = [];
  const ofItems: Finding[][] = items.map(() => []);
  let at = 0;
  for (const finding of findings) {
    while (at < items.length && (items[at]?.item.end ?? 0) < finding.start) at++;
    const item = items[at]?.item;
    if (item && item.start <= finding.start && finding.end <= item.end) ofItems[at]?.push(finding);
    else own.push(finding);
  }
  return { own, ofItems };
}

/** Why the front matter as a whole is no YAML. `undefined` when it is. */
export function brokenFinding({ view, findings }: CheckedArticle): PreviewFinding | undefined {
  const codes = new Set<string>(view.article.problems.map(({ code }) => code));
  const found = findings.find(({ rule, severity }) => severity === 'error' && codes.has(rule));
  return found && toPreview(found);
}

export function toPreview({ rule, severity, message, start, end }: Finding): PreviewFinding {
  return { rule, severity, message, span: { start, end } };
}
