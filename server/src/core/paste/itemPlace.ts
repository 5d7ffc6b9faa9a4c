import { type FieldNode, isEmpty, type ListNode } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import { nodeAt, shapeOf } from '../features/completion/place.ts';
import { type CursorContext, cursorContext, type Step } from '../features/cursorContext.ts';
import type { ListRole } from '../schema/shape.ts';
import { lineEnd, lineStart, type Span } from '../text.ts';
import { spareBlankLine } from './blankLine.ts';

/** Where a new item of a list may go. */
export interface ItemPlace {
  /** From the root to the list. */
  readonly list: readonly Step[];
  readonly role: ListRole | undefined;
  /** That the item will have. */
  readonly index: number;
  /** A dash with nothing behind it stands there already. */
  readonly fills: boolean;
  /** The cursor's empty line, which goes. */
  readonly blank: Span | undefined;
  /** `sure`: nothing but an item of this list; `likely`: the key of an item too; `possible`: below the list, at the very left. */
  readonly fit: 'sure' | 'likely' | 'possible';
}

/**
 * The lists that an item may be added to at an offset, the innermost first: behind the key of a list, behind a dash with nothing behind
 * it, inside `[]`, or on an empty line in a list, however far it is indented. Empty everywhere else.
 */
export function itemPlacesAt(view: ArticleView, offset: number): readonly ItemPlace[] {
  const { article, contentType } = view;
  const context = contentType && cursorContext(article, offset);
  if (!context || context.slot === 'comment' || context.token.start !== context.token.end || context.quote) return [];
  const { text } = article;
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  const found = line.trim() === '' ? onEmptyLine(view, context, offset) : onKeyOrDash(view, context, offset);
  return found.filter(({ role }, i) => role !== undefined && found.findIndex(one => one.role === role) === i);
}

/** The lists whose lines an offset stands in, the innermost first: what is dropped on an item goes behind it. */
export function listsAround(view: ArticleView, offset: number): readonly ItemPlace[] {
  const { text } = view.article;
  const end = lineEnd(text, offset);
  const around = view.fields.flatMap(({ node, shape, key, path }): ItemPlace[] => {
    if (shape.kind !== 'list' || shape.role === undefined || !key || node.aliased) return [];
    if (offset < lineStart(text, key.start) || offset > lineEnd(text, Math.max(key.end, node.end))) return [];
    if (!isEmpty(node) && node.kind !== 'list') return [];
    const items = node.kind === 'list' ? node.items : [];
    const index = items.filter(item => item.start <= end).length;
    return [{ list: stepsOf(path), role: shape.role, index, fills: false, blank: undefined, fit: 'sure' }];
  });
  return around.reverse();
}

function onKeyOrDash(view: ArticleView, { slot, path, flow }: CursorContext, offset: number): readonly ItemPlace[] {
  const node = nodeAt(view.root?.node, path);
  if (flow) {
    const list = path.slice(0, -1);
    const brackets = nodeAt(view.root?.node, list);
    const isBare = brackets?.kind === 'list' && brackets.items.length === 0;
    return isBare && typeof path.at(-1) === 'number' ? [placeOf(view, list, 0)] : [];
  }
  if (slot === 'value') {
    const takes = node === undefined || isEmpty(node) || (node.kind === 'list' && !node.flow && node.start > offset);
    return takes ? [placeOf(view, path, 0)] : [];
  }
  const index = path.at(-1);
  if (slot !== 'start' || typeof index !== 'number' || !node || !isEmpty(node)) return [];
  return [{ ...placeOf(view, path.slice(0, -1), index), fills: true }];
}

function onEmptyLine(
  view: ArticleView,
  { slot, path, lacksDash }: CursorContext,
  offset: number,
): readonly ItemPlace[] {
  const blank = spareBlankLine(view, offset);
  const found: ItemPlace[] = [];
  const add = (list: readonly Step[], fit: ItemPlace['fit']) => {
    const node = nodeAt(view.root?.node, list);
    if (node && !isEmpty(node) && node.kind !== 'list') return;
    found.push({ ...placeOf(view, list, indexIn(node, offset)), blank, fit });
  };
  if (slot === 'start') add(lacksDash ? path.slice(0, -1) : path, 'sure');
  for (let depth = path.length - 1; depth > 0; depth--)
    if (typeof path[depth] === 'number') add(path.slice(0, depth), 'likely');
  // Below the last line of a list, at the very left, its next item may come as well as another key.
  const { root } = view;
  const above = root?.node.entries.filter(({ key }) => key.start < offset).at(-1);
  if (above && path.length === 0) add([above.name], 'possible');
  return found;
}

function placeOf({ contentType }: ArticleView, list: readonly Step[], index: number): ItemPlace {
  const shape = contentType && shapeOf(contentType.shape, list);
  const role = shape?.kind === 'list' ? shape.role : undefined;
  return { list, role, index, fills: false, blank: undefined, fit: 'sure' };
}

function indexIn(list: FieldNode | ListNode | undefined, offset: number): number {
  return list?.kind === 'list' ? list.items.filter(item => item.start < offset).length : 0;
}

/** `related[1].images` as steps. */
export function stepsOf(path: string): readonly Step[] {
  return path
    .split(/\.|(?=\[)/)
    .map(part => (/^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : part))
    .filter(step => step !== '');
}
