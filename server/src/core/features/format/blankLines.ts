import type { Article } from '../../article/articleDocument.ts';
import type { ListNode, MapNode } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import { type BlockPart, blockParts, ownEntries } from '../../edits/blockLines.ts';
import { fileStyle } from '../../edits/fileStyle.ts';
import { type Edit, edit } from '../../text.ts';

/**
 * One blank line above each section and above and below comments that stand by themselves, no other between keys or items. What nobody
 * knows keeps its blank lines.
 */
export function canonicalBlankLines({ article, root, fields }: ArticleView): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { node, shape } of fields) {
    if (node.kind === 'scalar' || shape.kind === 'any' || node.aliased || node.flow) continue;
    const parts = blockParts(article, node);
    if (!parts) continue;
    const sections = shape.kind === 'map' ? shape.sections : undefined;
    parts.forEach((part, i) => {
      const above = parts[i - 1];
      if (!above || above.keepsBlanks) return;
      const isSection = sections?.has(nameOf(node, i) ?? '') === true;
      edits.push(...gapEdit(article, { start: above.end, end: part.start }, isSection));
    });
    if (node === root?.node) edits.push(...atFences(article, parts));
  }
  return edits;
}

function nameOf(node: MapNode | ListNode, index: number): string | undefined {
  return node.kind === 'map' ? ownEntries(node)[index]?.name : undefined;
}

function gapEdit(article: Article, gap: { start: number; end: number }, isSection: boolean): readonly Edit[] {
  const { text } = article;
  const old = text.slice(gap.start, gap.end);
  const { eol } = fileStyle(article);
  if (!/^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(old)) return [];
  if (!old.includes('#')) return changed(article, gap, isSection ? eol : '');
  const lines = withoutDoubles(old);
  const above = isSection && !/^[ \t]*\r?\n/.test(lines) ? eol : '';
  return changed(article, gap, above + lines);
}

/** None at the top and at the end of front matter. */
function atFences(article: Article, parts: readonly BlockPart[]): readonly Edit[] {
  const { text, block } = article;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!block || !first || !last) return [];
  const { start, end } = block.content;
  const top = text.slice(start, first.start);
  const bottom = text.slice(last.end, end);
  const isLines = (lines: string) => /^(?:[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(lines);
  return [
    ...(first.ownsLine && isLines(top)
      ? changed(article, { start, end: first.start }, withoutDoubles(top).replace(/^(?:[ \t]*\r?\n)+/, ''))
      : []),
    ...(!last.keepsBlanks && isLines(bottom)
      ? changed(article, { start: last.end, end }, withoutDoubles(bottom).replace(/(^|\n)(?:[ \t]*\r?\n)+$/, '$1'))
      : []),
  ];
}

/** One blank line for several. */
function withoutDoubles(lines: string): string {
  return lines.replace(/(^|\n)[ \t]*(\r?\n)(?:[ \t]*\r?\n)*/g, '$1$2');
}

function changed({ text }: Article, span: { start: number; end: number }, newText: string): readonly Edit[] {
  return text.slice(span.start, span.end) === newText ? [] : [edit(span, newText)];
}
