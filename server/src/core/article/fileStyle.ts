import { lineStart } from '../text.ts';
import type { Article } from './articleDocument.ts';
import { isMerged } from './editBounds.ts';
import type { FieldNode, ListNode, MapNode } from './nodes.ts';
import { canBePlain, isTimestamp, type QuoteStyle } from './scalars.ts';

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

/**
 * How the file would quote a new string that stands under `name` in `parent`: as it quotes similar texts beside it, else
 * similar texts elsewhere, else the values of that key elsewhere, else its neighbours. A quoted text that needs its
 * quotes says nothing about habits, except beside it where nothing else does.
 */
export function quoteHabit(article: Article, text: string, name?: string, parent?: MapNode | ListNode): QuoteStyle {
  const strings: Quoted[] = [];
  if (article.root) collectStrings(article.root, undefined, undefined, strings);
  const wanted = classOf(text, name);
  const running = wanted === 'text' || wanted === 'url';
  const vote = (votes: readonly Quoted[]) => {
    const used = votes.map(one => one.style);
    // Where a file does both alike, the article format decides: running text and addresses stand in quotes.
    return mostFrequent(used, running ? 'double' : 'plain');
  };
  const beside = strings.filter(one => one.parent === parent);
  const chosen = strings.filter(one => one.chosen);
  const alike = (one: Quoted) => classOf(one.text, one.name) === wanted;
  return (
    vote(beside.filter(one => one.chosen && alike(one))) ??
    vote(beside.filter(alike)) ??
    vote(chosen.filter(alike)) ??
    vote(chosen.filter(one => one.name === name)) ??
    (wanted === 'time' || wanted === 'word' ? 'plain' : undefined) ??
    vote(beside.filter(one => one.chosen)) ??
    vote(beside) ??
    'plain'
  );
}

interface Quoted {
  readonly text: string;
  readonly style: QuoteStyle;
  readonly name: string | undefined;
  readonly parent: MapNode | ListNode | undefined;
  /** False for a text that could not stand without its quotes. */
  readonly chosen: boolean;
}

function collectStrings(
  node: FieldNode,
  name: string | undefined,
  parent: MapNode | ListNode | undefined,
  found: Quoted[],
): void {
  if (node.aliased) return;
  if (node.kind === 'map') {
    for (const entry of node.entries) collectStrings(entry.value, entry.name, node, found);
  } else if (node.kind === 'list') {
    for (const item of node.items) collectStrings(item.value, name, node, found);
  } else if (typeof node.value === 'string') {
    const { style, text } = node;
    if (style === 'plain' || style === 'single' || style === 'double') {
      found.push({ text, style, name, parent, chosen: style === 'plain' || isTimestamp(text) || canBePlain(text) });
    }
  }
}

/** Habits differ between moments, addresses, single words, names, and running text. */
function classOf(text: string, name: string | undefined): 'time' | 'url' | 'word' | 'name' | 'text' {
  if (isTimestamp(text)) return 'time';
  if (name !== undefined && PROSE.has(name)) return 'text';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'url';
  if (/^[\w./-]+$/.test(text)) return 'word';
  return text.length <= 60 ? 'name' : 'text';
}

/** The keys of running text, which may be as short as a name. */
const PROSE: ReadonlySet<string> = new Set(['title', 'excerpt', 'description', 'bio', 'featuredContent']);

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
function mostFrequent<T>(values: readonly T[], usual?: T): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  if (usual !== undefined && counts.get(usual) === most) return usual;
  return values.find(value => counts.get(value) === most);
}
