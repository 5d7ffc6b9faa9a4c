import { type Entry, isMerged, type MapNode } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import type { Span } from '../text.ts';
import { entitiesOf, entityAt, isDeclaration, isSameEntity } from './entity.ts';
import { isInSecured, isOn, pathTo, type Step } from './treePath.ts';

/** A place that shares its meaning with the one under the cursor. */
export interface Highlight extends Span {
  readonly kind: 'key' | 'declaration' | 'use';
}

/**
 * The places of an article that belong together with what stands at an offset: the same topic, publisher, address, picture or item; for
 * a key its twins in the same mapping, and the same key of the other items of its list. `undefined` where nothing can be said.
 */
export function highlightsAt(view: ArticleView, offset: number): readonly Highlight[] | undefined {
  const path = isArticle(view) ? pathTo(view, offset) : [];
  const last = path.at(-1);
  if (!last || isInSecured(view, { start: offset, end: offset + 1 })) return undefined;
  if (last.entry && isOn(last.entry.key, offset)) {
    return keysLike(path, last.entry).map(({ key }) => ({ start: key.start, end: key.end, kind: 'key' }));
  }
  const here = entityAt(view, offset);
  return (
    here &&
    entitiesOf(view)
      .filter(one => isSameEntity(one.entity, here.entity))
      .map(one => ({ ...one.span, kind: isDeclaration(view, one) ? 'declaration' : 'use' }))
  );
}

function keysLike(path: readonly Step[], { name }: Entry): readonly Entry[] {
  const map = path.at(-2)?.node;
  const list = path.at(-3)?.node;
  const maps: readonly MapNode[] =
    list?.kind === 'list'
      ? list.items.flatMap(({ value }) => (value.kind === 'map' && !value.aliased ? [value] : []))
      : map?.kind === 'map'
        ? [map]
        : [];
  return maps.flatMap(({ entries }) => entries.filter(entry => entry.name === name && !isMerged(entry)));
}
