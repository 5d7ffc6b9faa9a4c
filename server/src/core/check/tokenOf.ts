import { isSecured } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import { say } from '../say.ts';
import { lineEnd, type Span } from '../text.ts';
import type { ArticleView, Field } from './articleView.ts';

/** Where a finding on a whole value stands: the value when it is on one line, else its key, else its first line. */
export function tokenOf({ article }: ArticleView, { node, key }: Field): Span {
  const end = lineEnd(article.text, node.start);
  if (node.end <= end) return { start: node.start, end: node.end };
  return key ?? { start: node.start, end };
}

/** A scalar's text for a message. What stands at `secured` is never shown. */
export function shownText(field: Field): string {
  if (isSecret(field)) return say`The value`;
  return field.node.kind === 'scalar' ? quoted(field.node.text) : say`The value`;
}

/** True for a value that no message may quote. */
export function isSecret({ name, shape }: Field): boolean {
  return isSecured(name) || (shape.kind === 'text' && shape.role === 'secured');
}

/** How a message calls a value's place: `“topics”`, or `Each item of “topics”`. */
export function placeName({ name, index }: Field): string {
  return index === undefined ? quoted(name) : say`Each item of ${quoted(name)}`;
}
