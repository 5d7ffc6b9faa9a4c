import { type Entry, type FieldNode, type Item, isMerged, isSecured } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { securedValues } from '../edits/editBounds.ts';
import { anyShape, type MapShape, type Shape, shapeAt } from '../schema/shape.ts';
import type { Span } from '../text.ts';

/** One node on the way from the root of an article to a place in it. */
export interface Step {
  readonly node: FieldNode;
  readonly shape: Shape;
  /** The key, or the key of the list that an item stands in; the empty string at the root. */
  readonly name: string;
  /** Set for the value of a key. */
  readonly entry: Entry | undefined;
  /** Set for a list item. */
  readonly item: Item | undefined;
  /** The shape of the mapping that the key stands in. */
  readonly within: MapShape | undefined;
}

/**
 * The nodes around an offset, from the root down. The last one is the value that the offset stands on or touches, the value whose key
 * it stands on, or the mapping or list that it stands in between its parts. Broken values are among them, and what an alias repeats is
 * not looked into. Empty outside the front matter.
 */
export function pathTo({ article, contentType }: ArticleView, offset: number): readonly Step[] {
  const { root, block } = article;
  if (!root || !block || offset < block.content.start || offset > block.content.end) return [];
  const steps: Step[] = [];
  let next: Step | undefined = {
    node: root,
    shape: contentType?.shape ?? anyShape,
    name: '',
    entry: undefined,
    item: undefined,
    within: undefined,
  };
  while (next) {
    steps.push(next);
    next = isSecured(next.name) ? undefined : below(next, offset);
  }
  return steps;
}

/** True when an offset stands on a span or touches it. */
export function isOn(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True inside a value of `secured`, also where broken YAML hides the key: nothing of it may be shown. */
export function isInSecured({ article }: ArticleView, span: Span): boolean {
  return securedValues(article).some(value => span.start < value.end && value.start < span.end);
}

/** What stands between the quotes of a scalar; the whole of any other node. */
export function innerSpan(node: FieldNode): Span {
  const quotes = node.kind === 'scalar' && !node.aliased && (node.style === 'double' || node.style === 'single');
  return quotes && node.end - node.start >= 2
    ? { start: node.start + 1, end: node.end - 1 }
    : { start: node.start, end: node.end };
}

function below({ node, shape, name }: Step, offset: number): Step | undefined {
  if (node.aliased || node.kind === 'scalar') return undefined;
  if (node.kind === 'map') {
    const entry = nearest(node.entries, offset);
    if (!entry || isMerged(entry)) return undefined;
    const within = shape.kind === 'map' ? shape : undefined;
    const inner = (within && shapeAt(within, entry.name)) ?? anyShape;
    return { node: entry.value, shape: inner, name: entry.name, entry, item: undefined, within };
  }
  const item = nearest(node.items, offset);
  const inner = shape.kind === 'list' ? shape.item : anyShape;
  return item && { node: item.value, shape: inner, name, entry: undefined, item, within: undefined };
}

/** Of two parts that an offset touches, the one that begins there. */
function nearest<T extends Span>(parts: readonly T[], offset: number): T | undefined {
  let found: T | undefined;
  for (const part of parts) if (isOn(part, offset) && (!found || part.start >= found.start)) found = part;
  return found;
}
