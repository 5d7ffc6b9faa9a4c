import type { ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import { within } from '../edits/editBounds.ts';
import type { RuleFinding } from '../rules/rule.ts';
import { say } from '../say.ts';
import { insertion, lineEnd, lineStart } from '../text.ts';
import type { ArticleView, Field } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { Sign } from './sign.ts';

/**
 * List items whose dash has no space behind it. To YAML that is no mistake: `-Energy` is a text, and `-name: Ada Quill` a
 * key. Where a list belongs it is one.
 */
export function* dashSlips(view: ArticleView): Iterable<RuleFinding> {
  for (const field of fieldsWith(view, Sign.mistyped)) {
    const dashes = dashesAt(view, field);
    const [first] = dashes;
    if (first === undefined) continue;
    const { article } = view;
    const edits = dashes.map(dash => insertion(dash + 1, ' '));
    yield {
      start: first,
      end: first + 1,
      message: say`The space after the dash of ${quoted(article.text.slice(first, lineEnd(article.text, first)))} is missing.`,
      fixes: () =>
        edits.every(edit => within(article, edit))
          ? [{ title: say`Put a space after the dash`, safe: true, edits }]
          : [],
    };
  }
}

/** True for a value that is no list only because of its dashes. */
export function hasDashSlip(view: ArticleView, field: Field): boolean {
  return dashesAt(view, field).length > 0;
}

/** The dashes of a value that lack a space. */
function dashesAt({ article: { text } }: ArticleView, { node, shape }: Field): readonly number[] {
  if (shape.kind !== 'list' || node.aliased || node.kind === 'list' || !startsItsLine(text, node.start)) return [];
  if (node.kind === 'scalar') return unspacedList(text, node);
  const slipped = node.entries.every(({ name, key }) => /^-[^\s-]/.test(name) && text.startsWith(name, key.start));
  return slipped && !node.flow ? node.entries.map(({ key }) => key.start) : [];
}

/** A text whose every line starts with a dash, the first one below its key. */
function unspacedList(text: string, node: ScalarNode): readonly number[] {
  if (node.style !== 'plain') return [];
  const starts = linesOf(text, node);
  return starts.every(start => text.charAt(start) === '-') ? starts.filter(start => isUnspaced(text, start)) : [];
}

function isUnspaced(text: string, start: number): boolean {
  return /^-[^\s-]/.test(text.slice(start, start + 2));
}

function startsItsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Where the text of each line of a scalar starts. */
function linesOf(text: string, { start, end }: ScalarNode): readonly number[] {
  const starts = [start];
  for (const match of text.slice(start, end).matchAll(/\n[ \t]*(?=\S)/g))
    starts.push(start + match.index + match[0].length);
  return starts;
}
