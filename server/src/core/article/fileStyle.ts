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
  let style = knownStyles.get(article);
  if (!style) knownStyles.set(article, (style = measuredStyle(article)));
  return style;
}

/** What every edit of an article asks for again: one walk over the tree serves the fixes of all findings. */
const knownStyles = new WeakMap<Article, FileStyle>();
const knownStrings = new WeakMap<Article, Strings>();

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

/**
 * How the file would quote a new string that stands under `name` in `parent`: as it quotes similar texts beside it, else
 * similar texts elsewhere, else the values of that key elsewhere, else its neighbours. A quoted text that needs its
 * quotes says nothing about habits, except beside it where nothing else does.
 */
export function quoteHabit(article: Article, text: string, name?: string, parent?: MapNode | ListNode): QuoteStyle {
  const { all, beside: byParent, votes } = stringsOf(article);
  const wanted = classOf(text, name);
  const beside = byParent.get(parent) ?? [];
  const alike = (one: Quoted) => one.class === wanted;
  const chosen = (one: Quoted) => one.chosen;
  /** All strings of the file have a say: the same for every value of that class or name. */
  const elsewhere = (what: string, has: (one: Quoted) => boolean) => {
    const key = `${wanted} ${what}`;
    if (!votes.has(key))
      votes.set(
        key,
        vote(
          wanted,
          all.filter(one => one.chosen && has(one)),
        ),
      );
    return votes.get(key);
  };
  return (
    vote(
      wanted,
      beside.filter(one => one.chosen && alike(one)),
    ) ??
    vote(wanted, beside.filter(alike)) ??
    elsewhere('', alike) ??
    elsewhere(`${name}`, one => one.name === name) ??
    (wanted === 'time' || wanted === 'word' ? 'plain' : undefined) ??
    vote(wanted, beside.filter(chosen)) ??
    vote(wanted, beside) ??
    'plain'
  );
}

/** Where a file does both alike, the article format decides: running text and addresses stand in quotes. */
function vote(wanted: TextClass, votes: readonly Quoted[]): QuoteStyle | undefined {
  return mostFrequent(
    votes.map(one => one.style),
    wanted === 'text' || wanted === 'url' ? 'double' : 'plain',
  );
}

/** The strings of an article. */
interface Strings {
  readonly all: readonly Quoted[];
  /** By the collection that they stand in. */
  readonly beside: ReadonlyMap<MapNode | ListNode | undefined, readonly Quoted[]>;
  /** What all of them said when they were asked, by question. */
  readonly votes: Map<string, QuoteStyle | undefined>;
}

function stringsOf(article: Article): Strings {
  const known = knownStrings.get(article);
  if (known) return known;
  const all: Quoted[] = [];
  if (article.root) collectStrings(article.root, undefined, undefined, all);
  const beside = new Map<MapNode | ListNode | undefined, Quoted[]>();
  for (const one of all) {
    const others = beside.get(one.parent);
    if (others) others.push(one);
    else beside.set(one.parent, [one]);
  }
  const strings = { all, beside, votes: new Map() };
  knownStrings.set(article, strings);
  return strings;
}

interface Quoted {
  readonly class: TextClass;
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
      found.push({
        class: classOf(text, name),
        style,
        name,
        parent,
        chosen: style === 'plain' || isTimestamp(text) || canBePlain(text),
      });
    }
  }
}

/** Habits differ between moments, addresses, single words, names, and running text. */
type TextClass = 'time' | 'url' | 'word' | 'name' | 'text';

function classOf(text: string, name: string | undefined): TextClass {
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
