import type { MapNode } from '../article/nodes.ts';
import type { ArticleView, MapField } from './articleView.ts';
import { perView } from './perView.ts';

/** The article and its related items, as far as they have an AMP address. */
export const ampMaps: (view: ArticleView) => readonly MapField[] = perView(view => {
  const found: MapField[] = [];
  for (const field of view.maps('article')) if (hasAmp(field.node)) found.push(field);
  for (const field of view.maps('related-item')) if (hasAmp(field.node)) found.push(field);
  return found;
});

function hasAmp({ entries }: MapNode): boolean {
  for (const { name } of entries) if (name === 'ampWebUrl' || name === 'cdnAmpWebUrl') return true;
  return false;
}
