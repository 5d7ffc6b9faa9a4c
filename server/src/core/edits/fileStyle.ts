import type { Article } from '../article/articleDocument.ts';
import { type FieldNode, isMerged } from '../article/nodes.ts';
import { lineStart } from '../text.ts';

/** How a file writes its front matter, so that what is added looks like the rest. */
export interface FileStyle {
  readonly eol: '\n' | '\r\n';
  /** By how many blanks a nested key stands to the right of its parent. */
  readonly indent: number;
  /** By how many blanks a dash stands to the right of its key: 0 in `topics:⏎- AI`. */
  readonly dash: number;
  /** JSON: every key and every string in double quotes. */
  readonly json: boolean;
}

/** The habits of the majority of places in the front matter; where it shows none, those of the article format. */
export function fileStyle(article: Article): FileStyle {
  let style = knownStyles.get(article);
  if (!style) knownStyles.set(article, (style = measuredStyle(article)));
  return style;
}

/** What every edit of an article asks for again: one walk over the tree serves the fixes of all findings. */
const knownStyles = new WeakMap<Article, FileStyle>();

function measuredStyle(article: Article): FileStyle {
  const { text, block } = article;
  const steps: number[] = [];
  const dashes: number[] = [];
  if (article.root) measure(text, article.root, steps, dashes);
  const indent = mostFrequent(steps) ?? 2;
  const content = block ? text.slice(0, block.content.end) : text;
  const crlf = content.split('\r\n').length - 1;
  return {
    eol: crlf > 0 && crlf * 2 >= content.split('\n').length - 1 ? '\r\n' : '\n',
    indent,
    dash: mostFrequent(dashes) ?? indent,
    json: /\.json$/i.test(article.path),
  };
}

/** How many characters stand before an offset on its line, without a byte order mark. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

function measure(text: string, node: FieldNode, steps: number[], dashes: number[]): void {
  if (node.kind === 'scalar' || node.aliased || node.flow) return;
  if (node.kind === 'list') {
    for (const item of node.items) measure(text, item.value, steps, dashes);
    return;
  }
  for (const entry of node.entries) {
    const { value } = entry;
    if (isMerged(entry)) continue;
    if (value.kind !== 'scalar' && !value.flow && !value.aliased) {
      const step = columnOf(text, value.start) - columnOf(text, entry.key.start);
      // A value that slipped to the left, in broken YAML, is nobody's habit.
      if (value.kind === 'list' && step >= 0) dashes.push(step);
      else if (value.kind !== 'list' && step > 0) steps.push(step);
    }
    measure(text, value, steps, dashes);
  }
}

/** @param usual what wins over others that are as frequent; else the first of them */
export function mostFrequent<T>(values: readonly T[], usual?: T): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  if (usual !== undefined && counts.get(usual) === most) return usual;
  return values.find(value => counts.get(value) === most);
}
