import type { Article } from '../article/articleDocument.ts';
import type { FieldNode } from '../article/nodes.ts';
import { lineEnd, lineStart, type Span } from '../text.ts';
import { blockContext } from './blockContext.ts';
import { flowContext, flowStart } from './flowContext.ts';
import { commentOf } from './lines.ts';

/** A key of a mapping, or an index of a list. */
export type Step = string | number;

/** What the cursor stands at, told from the lines around it, so that it holds where the YAML is half typed too. */
export interface CursorContext {
  /**
   * - `key`: the key of a mapping, of the one at `path`.
   * - `value`: what stands behind a colon, or in `[…]`: the value at `path`.
   * - `start`: the first thing of the value at `path`, on a line of its own or behind a dash: a key, an item or a scalar.
   */
  readonly slot: 'key' | 'value' | 'start';
  /** From the root. */
  readonly path: readonly Step[];
  /** What a completion replaces: the word at the cursor, without its quotes; empty where none is. On one line. */
  readonly token: Span;
  /** The token's source up to the cursor. */
  readonly typed: string;
  /** The quote that the token stands in. */
  readonly quote: '"' | "'" | undefined;
  /** False for a token whose quote is never closed. */
  readonly closed: boolean;
  /** What has to be written before the token, such as the blank behind a colon. */
  readonly lead: '' | ' ';
  /** What has to be written behind it: a blank, where a comment follows at once. */
  readonly tail: '' | ' ';
  /** Inside `[…]` or `{…}`. */
  readonly flow: boolean;
  /** The column of the mapping's keys, or of a value's own key; where lines below have to stand. */
  readonly column: number;
  /** The blanks that indent the cursor's line, when they should be others: as many as `column`, or fewer before a missing dash. */
  readonly indent: { readonly span: Span; readonly width: number } | undefined;
  /** The list item at the token has no dash yet. */
  readonly lacksDash: boolean;
  /** A colon stands behind the token already. */
  readonly colon: boolean;
  /** The keys that stand in the mapping beside the one at the cursor, above and below. */
  readonly keys: readonly string[];
  /** For a value on the line of its key, what follows the token up to the end of the line: blanks and a comment. */
  readonly rest: Span;
  /** What the lines below hold that belong to the key or value already, because they stand deeper. */
  readonly block: 'list' | 'map' | undefined;
}

/** What stands in a comment at the cursor. */
export interface CommentContext {
  readonly slot: 'comment';
  /** The comment up to the cursor, from its `#`. */
  readonly before: string;
  /** The word at the cursor. */
  readonly token: Span;
}

/**
 * Tells what the cursor stands at. `undefined` outside the front matter, on its fences, in a text of several lines, in the
 * value of `secured`, and where nothing can be written.
 */
export function cursorContext(article: Article, offset: number): CursorContext | CommentContext | undefined {
  const content = contentAround(article, offset);
  const { text } = article;
  // No cursor stands inside a line break.
  if (!content || (text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r')) return undefined;
  const texts = article.root ? longTexts(text, article.root) : [];
  if (texts.some(one => one.start < offset && offset <= one.end && !isFirstLine(text, one, offset))) return undefined;
  const comment = commentAt(text, offset, texts);
  if (comment) return comment;
  const flow = flowStart(article, content, offset, texts);
  const context =
    flow !== undefined ? flowContext(text, content, flow, offset, texts) : blockContext(text, content, offset, texts);
  return context?.path.some(step => typeof step === 'string' && /^secured$/i.test(step)) ? undefined : context;
}

/** Where front matter may be written around an offset. The line of the closing fence is no part of it. */
function contentAround({ text, block }: Article, offset: number): Span | undefined {
  if (block) {
    const { content, closing } = block;
    const inside = content.start <= offset && (closing ? offset < content.end : offset <= content.end);
    return inside ? content : undefined;
  }
  // A fence with a word below it may be the start of an article.
  const fence = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!fence || offset < fence[0].length) return undefined;
  return { start: fence[0].length, end: text.length };
}

/** The scalars that reach over several lines: what stands in them looks like keys now and then. */
function longTexts(text: string, root: FieldNode): readonly Span[] {
  const found: Span[] = [];
  collect(text, root, found);
  return found;
}

function collect(text: string, node: FieldNode, found: Span[]): void {
  if (node.aliased) return;
  if (node.kind === 'map') for (const { value } of node.entries) collect(text, value, found);
  else if (node.kind === 'list') for (const { value } of node.items) collect(text, value, found);
  else if (node.style !== 'broken' && node.style !== 'empty' && lineEnd(text, node.start) < node.end) found.push(node);
}

function isFirstLine(text: string, span: Span, offset: number): boolean {
  return lineEnd(text, span.start) >= offset;
}

function commentAt(text: string, offset: number, texts: readonly Span[]): CommentContext | undefined {
  const line = lineStart(text, offset);
  const end = lineEnd(text, offset);
  const start = commentOf(text, line, end);
  if (start >= offset || texts.some(one => one.start < start && start < one.end)) return undefined;
  let from = offset;
  while (from > start + 1 && /[\w-]/.test(text.charAt(from - 1))) from--;
  let to = offset;
  while (to < end && /[\w-]/.test(text.charAt(to))) to++;
  return { slot: 'comment', before: text.slice(start, offset), token: { start: from, end: to } };
}
