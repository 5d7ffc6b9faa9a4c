import { keyAt, skipBlanks } from '../../article/lexeme.ts';
import type { ArticleView } from '../../check/articleView.ts';
import { isArticle } from '../../check/isArticle.ts';
import { fileStyle } from '../../edits/fileStyle.ts';
import { anyShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Edit, edit, lineEnd, lineStart } from '../../text.ts';
import { cursorContext, type Step } from '../cursorContext.ts';
import { closeOnLine, commentOf } from '../lines.ts';

/**
 * Where a line begins that was just made by the Enter key: below a key without a value one step to the right, with a dash where a list
 * belongs; below an item of a list of words with a dash too; else where the key or text above begins.
 *
 * @param offset on the new line, on which nothing but blanks may stand
 * @returns empty where the line stands well, and inside a value of several lines
 */
export function indentNewLine(view: ArticleView, offset: number): readonly Edit[] {
  const { article } = view;
  const { text, block } = article;
  const line = lineStart(text, offset);
  const end = lineEnd(text, offset);
  if (!isArticle(view) || !block || line <= block.content.start || text.slice(line, end).trim() !== '') return [];
  const context = cursorContext(article, offset);
  if (!context || context.slot === 'comment' || context.flow) return [];
  const above = lineStart(text, line - 1);
  const wanted = startBelow(view, above, lineEnd(text, above), context.path);
  return wanted === undefined || wanted === text.slice(line, end) ? [] : [edit({ start: line, end }, wanted)];
}

function startBelow(view: ArticleView, line: number, end: number, path: readonly Step[]): string | undefined {
  const { article } = view;
  const { text } = article;
  const stop = commentOf(text, line, end);
  let at = skipBlanks(text, line, stop);
  let dash: number | undefined;
  while (text.charAt(at) === '-' && skipBlanks(text, at + 1, stop) > at + 1) {
    dash = at - line;
    at = skipBlanks(text, at + 1, stop);
  }
  const content = text.slice(at, stop).trimEnd();
  // A blank line, a comment, and a dash that waits for its item say nothing.
  if (content === '' || content === '-') return undefined;
  const key = keyAt(text, at, stop);
  const value = key ? skipBlanks(text, key.end, stop) : at;
  const first = text.charAt(value);
  if ((first === '"' || first === "'") && closeOnLine(text, value, stop) < 0) return undefined;
  if (!key) return dash === undefined ? undefined : `${' '.repeat(dash)}- `;
  const column = at - line;
  const { indent, dash: toDash } = fileStyle(article);
  if (/^[|>][-+\d]*$/.test(text.slice(value, stop).trimEnd())) return ' '.repeat(column + indent);
  if (text.slice(value, stop).trim() !== '') return ' '.repeat(column);
  const shape = shapeBelow(view, path, key.name);
  if (shape.kind === 'list') return `${' '.repeat(column + toDash)}- `;
  return ' '.repeat(shape.kind === 'map' ? column + indent : column);
}

/** The shape of the key above, which is the last name of the path or, where the cursor stands beside it, a key of its mapping. */
function shapeBelow({ contentType }: ArticleView, path: readonly Step[], name: string): Shape {
  const shapeOf = (steps: readonly Step[]) =>
    steps.reduce<Shape>((shape, step) => {
      if (typeof step === 'number') return shape.kind === 'list' ? shape.item : anyShape;
      return (shape.kind === 'map' && shapeAt(shape, step)) || anyShape;
    }, contentType?.shape ?? anyShape);
  const last = path.lastIndexOf(name);
  if (last >= 0) return shapeOf(path.slice(0, last + 1));
  return shapeOf([...path, name]);
}
