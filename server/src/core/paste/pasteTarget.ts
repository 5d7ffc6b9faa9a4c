import type { FieldNode, ScalarNode } from '../article/nodes.ts';
import { scalarUnits } from '../article/scalarUnits.ts';
import type { ArticleView } from '../check/articleView.ts';
import { nodeAt, shapeOf } from '../features/completion/place.ts';
import { cursorContext, type Step } from '../features/cursorContext.ts';
import { anyShape, type Shape } from '../schema/shape.ts';
import { lineEnd, type Span } from '../text.ts';

/** The value that something is pasted into. */
export interface PasteTarget {
  readonly node: ScalarNode;
  /** From the root. */
  readonly path: readonly Step[];
  readonly shape: Shape;
  /** All of it is replaced, with its quotes; or it is empty. */
  readonly isWhole: boolean;
  /** Its text before and behind what the paste replaces, quotes and escapes resolved. */
  readonly before: string;
  readonly after: string;
}

/** `undefined`: the selection is not in one value, or in one that is no text, or covers a part of its quotes. */
export function pasteTarget(view: ArticleView, span: Span): PasteTarget | undefined {
  const { article, contentType } = view;
  const found = article.root && scalarAround(article.text, article.root, span, []);
  const target = found ?? emptyAt(view, span);
  if (!target) return undefined;
  const shape = contentType ? shapeOf(contentType.shape, target.path) : anyShape;
  if (shape.kind !== 'text' && shape.kind !== 'any') return undefined;
  return { ...target, shape };
}

type Found = Omit<PasteTarget, 'shape'>;

function scalarAround(text: string, node: FieldNode, span: Span, path: readonly Step[]): Found | undefined {
  if (node.aliased) return undefined;
  if (node.kind === 'scalar') return split(text, node, span, path);
  const children =
    node.kind === 'map'
      ? node.entries.map(({ name, value }) => [name, value] as const)
      : node.items.map(({ value }, i) => [i, value] as const);
  for (const [step, value] of children) {
    if (value.start > span.start || endOf(text, value) < span.end) continue;
    const found = scalarAround(text, value, span, [...path, step]);
    if (found) return found;
  }
  return undefined;
}

/** Blanks behind a plain value become a part of it as soon as something follows. */
function endOf(text: string, node: FieldNode): number {
  if (node.kind === 'scalar' && node.style !== 'plain') return node.end;
  const end = lineEnd(text, node.end);
  return text.slice(node.end, end).trim() === '' ? end : node.end;
}

function split(text: string, node: ScalarNode, span: Span, path: readonly Step[]): Found | undefined {
  const { style, start, end } = node;
  if (style === 'empty' || style === 'broken') return undefined;
  if (span.start === start && span.end === end) return { node, path, isWhole: true, before: '', after: '' };
  const quotes = style === 'double' || style === 'single' ? 1 : 0;
  if (span.start < start + quotes || (quotes > 0 && span.end > end - quotes)) return undefined;
  const units = scalarUnits(text, node);
  // In the midst of an escape is no place.
  if (!units || units.some(unit => cuts(unit, span.start) || cuts(unit, span.end))) return undefined;
  const before = units.filter(unit => unit.end <= span.start).map(unit => unit.text);
  const after = units.filter(unit => unit.start >= span.end).map(unit => unit.text);
  const blanks = style === 'plain' && span.start > end ? text.slice(end, span.start) : '';
  // The line breaks at the end of a block scalar are no units.
  const tail = style === 'literal' || style === 'folded' ? (/\n*$/.exec(node.text)?.[0] ?? '') : '';
  return { node, path, isWhole: false, before: before.join('') + blanks, after: after.join('') + tail };
}

function cuts(unit: Span, offset: number): boolean {
  return unit.start < offset && offset < unit.end;
}

/** A key or dash with nothing behind it. */
function emptyAt({ article }: ArticleView, span: Span): Found | undefined {
  const context = span.start === span.end ? cursorContext(article, span.start) : undefined;
  if (!context || context.slot === 'comment' || context.slot === 'key' || context.flow || context.lacksDash)
    return undefined;
  const node = nodeAt(article.root, context.path);
  if (node?.kind !== 'scalar' || node.style !== 'empty' || context.block !== undefined) return undefined;
  if (context.slot === 'start' && !/-[ \t]*$/.test(article.text.slice(0, span.start).slice(-100))) return undefined;
  return { node, path: context.path, isWhole: true, before: '', after: '' };
}
