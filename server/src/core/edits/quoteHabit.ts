import type { Article } from '../article/articleDocument.ts';
import type { FieldNode, ListNode, MapNode } from '../article/nodes.ts';
import { canBePlain, isTimestamp, type QuoteStyle } from '../article/scalars.ts';
import { mostFrequent } from './fileStyle.ts';

/**
 * How the file would quote a new string that stands under `name` in `parent`: as it quotes similar texts beside it, else
 * similar texts elsewhere, else the values of that key elsewhere, else its neighbours. A quoted text that needs its
 * quotes says nothing about habits, except beside it where nothing else does.
 */
export function quoteHabit(article: Article, text: string, name?: string, parent?: MapNode | ListNode): QuoteStyle {
  const { all, byParent } = stringsOf(article);
  const beside = byParent.get(parent) ?? noStrings;
  const wanted = classOf(text, name);
  const isAlike = (one: Quoted) => one.class === wanted;
  const isChosenAlike = (one: Quoted) => one.chosen && isAlike(one);
  return (
    vote(beside, wanted, 'chosen, alike', isChosenAlike) ??
    vote(beside, wanted, 'alike', isAlike) ??
    vote(all, wanted, 'chosen, alike', isChosenAlike) ??
    vote(all, wanted, `chosen, of ${name}`, one => one.chosen && one.name === name) ??
    (wanted === 'time' || wanted === 'word' ? 'plain' : undefined) ??
    vote(beside, wanted, 'chosen', one => one.chosen) ??
    vote(beside, wanted, 'all', () => true) ??
    'plain'
  );
}

/** Strings that have a say together. */
interface Group {
  readonly strings: Quoted[];
  /** What they said when they were asked: each fix asks again. */
  readonly votes: Map<string, QuoteStyle | undefined>;
}

interface Quoted {
  readonly class: TextClass;
  readonly style: QuoteStyle;
  readonly name: string | undefined;
  /** False for a text that could not stand without its quotes. */
  readonly chosen: boolean;
}

/**
 * What most of those of a group do that have a vote. Where it does both alike, the article format decides: running text and addresses
 * stand in quotes.
 *
 * @param who tells `hasVote` from others
 */
function vote(
  { strings, votes }: Group,
  wanted: TextClass,
  who: string,
  hasVote: (one: Quoted) => boolean,
): QuoteStyle | undefined {
  const question = `${wanted}: ${who}`;
  if (!votes.has(question)) {
    const styles = strings.filter(hasVote).map(one => one.style);
    votes.set(question, mostFrequent(styles, wanted === 'text' || wanted === 'url' ? 'double' : 'plain'));
  }
  return votes.get(question);
}

interface Strings {
  readonly all: Group;
  readonly byParent: ReadonlyMap<MapNode | ListNode | undefined, Group>;
}

const knownStrings = new WeakMap<Article, Strings>();
const noStrings: Group = { strings: [], votes: new Map() };

function stringsOf(article: Article): Strings {
  const known = knownStrings.get(article);
  if (known) return known;
  const all: Group = { strings: [], votes: new Map() };
  const byParent = new Map<MapNode | ListNode | undefined, Group>();
  const add = (one: Quoted, parent: MapNode | ListNode | undefined): void => {
    all.strings.push(one);
    const beside = byParent.get(parent);
    if (beside) beside.strings.push(one);
    else byParent.set(parent, { strings: [one], votes: new Map() });
  };
  if (article.root) collectStrings(article.root, undefined, undefined, add);
  const strings = { all, byParent };
  knownStrings.set(article, strings);
  return strings;
}

function collectStrings(
  node: FieldNode,
  name: string | undefined,
  parent: MapNode | ListNode | undefined,
  add: (one: Quoted, parent: MapNode | ListNode | undefined) => void,
): void {
  if (node.aliased) return;
  if (node.kind === 'map') {
    for (const entry of node.entries) collectStrings(entry.value, entry.name, node, add);
  } else if (node.kind === 'list') {
    for (const item of node.items) collectStrings(item.value, name, node, add);
  } else if (typeof node.value === 'string') {
    const { style, text } = node;
    if (style !== 'plain' && style !== 'single' && style !== 'double') return;
    const chosen = style === 'plain' || isTimestamp(text) || canBePlain(text);
    add({ class: classOf(text, name), style, name, chosen }, parent);
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
