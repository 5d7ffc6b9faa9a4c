import { parseArticle } from '../article/articleDocument.ts';
import type { ScalarNode } from '../article/nodes.ts';
import { canBePlain, canBeSingle, escapeDouble, escapeSingle, isTimestamp } from '../article/scalars.ts';
import type { ArticleView } from '../check/articleView.ts';
import { isEditable, placeOf, within } from '../edits/editBounds.ts';
import { replaceText, replaceValue } from '../edits/edits.ts';
import { nodeAt } from '../features/completion/place.ts';
import { isSameTree } from '../features/refactor/sameTree.ts';
import { applyEdits, type Edit, edit, type Span } from '../text.ts';
import { oneLine, unixLines } from './pastedLines.ts';
import type { PasteOffer } from './pasteOffer.ts';
import { type PasteTarget, pasteTarget } from './pasteTarget.ts';
import { withoutNode } from './withoutNode.ts';

/**
 * A text that is pasted into a value and would break it, or make something else of it: written so that the value is the text, in the
 * quotes that the field has or that the file gives its like. `undefined` where the bare text does no harm, and outside of values.
 */
export function pasteText(view: ArticleView, span: Span, pasted: string): PasteOffer | undefined {
  const { article } = view;
  if (pasted.length > LONGEST || pasted.trim() === '') return undefined;
  const target = pasteTarget(view, span);
  if (!target || !isEditable(article, target.node)) return undefined;
  // In brackets a text without quotes may well be meant as some items.
  if (target.node.style === 'plain' && placeOf(article, target.node)?.flow) return undefined;
  const bare = edit(span, pasted);
  if (!within(article, bare)) return undefined;
  const wanted = wantedText(target, pasted);
  const edits = editsFor(view, target, span, pasted, wanted);
  if (!edits) return undefined;
  const plain = applyEdits(article.text, [bare]);
  const written = applyEdits(article.text, edits);
  if (plain === written || isHarmless(view, target, plain, pasted, wanted)) return undefined;
  const after = parseArticle(article.path, written, article.kind);
  const now = nodeAt(after.root, target.path);
  const isRight = now?.kind === 'scalar' && now.value === wanted && after.problems.length <= article.problems.length;
  return isRight ? { kind: 'text', count: 1, edits } : undefined;
}

/** In UTF-16 units: no value is longer. */
const LONGEST = 100_000;

/** The text of the whole value with what is pasted in it. Values on one line stay on one. */
function wantedText({ node, before, after }: PasteTarget, pasted: string): string {
  if (isBlock(node)) return before + unixLines(pasted) + after;
  const line = oneLine(pasted);
  const text = before + line + after;
  return node.style === 'empty' || before + after === '' ? text.trim() : text;
}

function editsFor(
  { article }: ArticleView,
  { node, before, after, isWhole }: PasteTarget,
  span: Span,
  pasted: string,
  wanted: string,
): readonly Edit[] | undefined {
  // Without its blanks at the ends where it is the whole value.
  const line = before + after === '' ? wanted : oneLine(pasted);
  if (node.style === 'double' && !isWhole) return one(within(article, edit(span, escapeDouble(line))));
  if (node.style === 'single' && !isWhole && canBeSingle(line))
    return one(within(article, edit(span, escapeSingle(line))));
  const whole = isBlock(node) ? replaceText(article, node, wanted) : replaceValue(article, node, wanted);
  // Blanks behind a plain value have become a part of it.
  return one(whole && trimmed(article.text, { ...whole, end: Math.max(whole.end, span.end) }));
}

function one(change: Edit | undefined): readonly Edit[] | undefined {
  return change && [change];
}

/** The same change without what it keeps at its beginning and end, so that the cursor stays where the new text is. */
function trimmed(text: string, { start, end, newText }: Edit): Edit {
  let [from, first] = [start, 0];
  while (from < end && first < newText.length && text[from] === newText[first]) [from, first] = [from + 1, first + 1];
  let [to, last] = [end, newText.length];
  while (to > from && last > first && text[to - 1] === newText[last - 1]) [to, last] = [to - 1, last - 1];
  return { start: from, end: to, newText: newText.slice(first, last) };
}

/** True when the bare text leaves the value as it is wanted, and everything else as it was. */
function isHarmless(
  { article }: ArticleView,
  { node, path, shape, isWhole }: PasteTarget,
  text: string,
  pasted: string,
  wanted: string,
): boolean {
  const lines = pasted.trim().split('\n');
  // Some lines of front matter are pasted as what they are.
  const isYaml =
    isWhole && lines.length > 1 && lines.slice(1).some(line => /^\s*(?:- +\S|[\w$-]+:(?:\s|$))/.test(line));
  const after = parseArticle(article.path, text, article.kind);
  if (after.problems.length > article.problems.length) return false;
  if (isYaml) return true;
  const now = nodeAt(after.root, path);
  if (now?.kind !== 'scalar' || now.aliased) return false;
  if (!isSameTree(withoutNode(article.root, path), withoutNode(after.root, path))) return false;
  // A token with quotes of its own is one.
  if (isWhole && now.style !== 'plain') return now.style !== 'broken' && now.style !== 'empty';
  // An escape may be meant as one.
  if (!isWhole && (node.style === 'double' || node.style === 'single'))
    return lines.length === 1 || now.value === wanted;
  if (now.text !== wanted) return false;
  return now.style !== 'plain' || shape.kind !== 'text' || canBePlain(wanted) || isTimestamp(wanted);
}

function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}
