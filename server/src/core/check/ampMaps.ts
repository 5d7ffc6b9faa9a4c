import type { MapNode } from '../article/nodes.ts';
import type { MapField } from './articleView.ts';
import { type Look, lookFor } from './look.ts';
import { Sign } from './sign.ts';

/** The article and its related items, as far as they have an AMP address. */
export const ampMaps: Look<MapField> = lookFor(Sign.amp, view => {
  const found: MapField[] = [];
  for (const field of view.maps('article')) if (hasAmp(field.node)) found.push(field);
  for (const field of view.maps('related-item')) if (hasAmp(field.node)) found.push(field);
  return found;
});

function hasAmp({ entries }: MapNode): boolean {
  for (const { name } of entries) if (name === 'ampWebUrl' || name === 'cdnAmpWebUrl') return true;
  return false;
}
