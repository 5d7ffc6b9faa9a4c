import type { Article } from '../../article/articleDocument.ts';
import type { FieldNode } from '../../article/nodes.ts';
import { blockParts } from '../../edits/blockLines.ts';
import { securedValues } from '../../edits/editBounds.ts';
import { type Edit, edit, lineEnd, lineStart, nextLine, type Span } from '../../text.ts';
import { commentOf, linesOf } from '../lines.ts';

/** Nested keys and dashes stand so far to the right of what they belong to. */
const STEP = 2;

/**
 * Two blanks for each level, a dash two to the right of its key, one blank behind a dash, none at the end of a line. The lines of a value
 * move with it.
 */
export function canonicalIndentation(article: Article): readonly Edit[] {
  const { text, root, block } = article;
  if (!root || !block) return [];
  const shifts = new Map<number, number>();
  const dashes: Edit[] = [];
  shiftParts(article, root, 0, shifts, dashes);
  const inValues = linesInValues(text, root);
  const edits: Edit[] = [...dashes];
  for (const line of linesOf(text, block.content)) {
    const end = lineEnd(text, line);
    const start = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line;
    const blanks = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
    const isBlank = start + blanks === end;
    const wanted = Math.max(0, blanks + (shifts.get(line) ?? 0));
    if (wanted !== blanks && !(isBlank && !inValues.has(line)))
      edits.push(edit({ start, end: start + blanks }, ' '.repeat(wanted)));
    if (!inValues.has(line)) edits.push(...trailing(text, start, end));
  }
  const secured = securedValues(article);
  return edits.filter(one => !secured.some(value => one.start <= value.end && value.start < one.end));
}

/** @param column where the keys or dashes of a collection are to stand */
function shiftParts(
  article: Article,
  node: FieldNode,
  column: number,
  shifts: Map<number, number>,
  dashes: Edit[],
): void {
  const parts = node.kind === 'scalar' ? undefined : blockParts(article, node);
  if (!parts || node.kind === 'scalar') return;
  const { text } = article;
  const children = node.kind === 'map' ? node.entries.filter(({ value }) => !value.aliased) : node.items;
  for (const part of parts) {
    const child = children.find(one => one.start === part.anchor);
    const first = lineStart(text, part.anchor);
    for (const line of linesOf(text, {
      start: part.ownsLine ? part.start : nextLine(text, part.start),
      end: part.end,
    })) {
      const isComment = line < first;
      shifts.set(line, column - (isComment ? columnOfComment(text, line) : part.column));
    }
    if (!child || child.value.aliased) continue;
    const { value } = child;
    if ('key' in child) {
      if (value.kind !== 'scalar') shiftParts(article, value, column + STEP, shifts, dashes);
      continue;
    }
    const gap: Span = { start: child.start + 1, end: value.start };
    const between = text.slice(gap.start, gap.end);
    if (/^ {2,}$/.test(between)) dashes.push(edit(gap, ' '));
    if (value.kind !== 'scalar') shiftParts(article, value, column + STEP, shifts, dashes);
  }
}

function columnOfComment(text: string, line: number): number {
  return /^[ \t]*/.exec(text.slice(line, lineEnd(text, line)))?.[0].length ?? 0;
}

/** Lines of which the end, or all, is inside a value or a flow collection of several lines. */
function linesInValues(text: string, root: FieldNode): ReadonlySet<number> {
  const found = new Set<number>();
  const look = (node: FieldNode): void => {
    if (node.aliased) return;
    if (node.kind === 'scalar' || node.flow) {
      const isBlock = node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
      const last = isBlock ? node.end : lineStart(text, node.end);
      for (const line of linesOf(text, { start: lineStart(text, node.start), end: last })) found.add(line);
      return;
    }
    const values = node.kind === 'map' ? node.entries : node.items;
    for (const { value } of values) look(value);
  };
  look(root);
  return found;
}

function trailing(text: string, start: number, end: number): readonly Edit[] {
  const blanks = /[ \t]+$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = end - blanks;
  // Blanks at the end of a comment are the comment's, and those of a blank line are none of ours.
  if (blanks === 0 || commentOf(text, start, end) < end || from === start) return [];
  return [edit({ start: from, end }, '')];
}
