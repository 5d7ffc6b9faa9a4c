import { nodeAt } from '../article/nodes.ts';
import type { ArticleView } from './articleView.ts';

/** True when the file says itself that the site is not to show it: `published: false`. */
export function isHidden({ root }: ArticleView): boolean {
  const published = nodeAt(root?.node, 'published');
  return published?.kind === 'scalar' && published.value === false;
}
