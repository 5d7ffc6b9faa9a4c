import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import type { Entry, FieldNode, ListNode, MapNode, ScalarNode } from '../../server/src/core/article/nodes.ts';
import {
  fillValue,
  insertField,
  insertItem,
  moveItem,
  type PlainValue,
  quoteValue,
  removeEntry,
  removeItem,
  renameKey,
  replaceText,
  replaceValue,
  scalarToList,
  unquoteValue,
} from '../../server/src/core/edits/edits.ts';
import { applyEdits, type Edit, lineEnd, lineStart } from '../../server/src/core/text.ts';
import { root } from '../support/root.ts';
import { fixtures } from './fixtures.ts';
import { inverse, variants } from './support.ts';

interface Source {
  readonly path: string;
  readonly text: string;
}

const own = Object.entries(fixtures).flatMap(([name, text]) =>
  variants.map(([, of]) => ({ path: name, text: of(text) })),
);
const corpus = readCorpus();
const samples = [...own, ...corpus.filter((_, i) => i % 6 === 0)];

/** A mapping as its pairs, so that order and duplicates count. */
type Model =
  | string
  | number
  | boolean
  | null
  | readonly Model[]
  | { readonly pairs: ReadonlyArray<readonly [string, Model]> };

/** What an edit should do: the tree after it. */
type Expected = (node: FieldNode, model: Model) => Model;

const seed = 20220511;
vi.setConfig({ testTimeout: 30_000 });
const pick = fc.nat({ max: 1_000_000 });
const texts = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...[...'ab C:#-,[]{}\'"\\&*!0', '\n', '’', '🙂', ' '], ' #', ': '),
    maxLength: 12,
  }),
  fc.constantFrom('yes', '12', 'null', '2022-05-11T21:00:00Z', 'https://example.com/?a=b', '---', 'Computer Vision'),
);
const scalars = fc.oneof(texts, fc.integer({ min: -9, max: 999 }), fc.boolean(), fc.constant(null));
const plainValues: fc.Arbitrary<PlainValue> = fc.letrec<{ value: PlainValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('url', 'width', 'on', 'a b', 'x: y', '"'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('at random places of the corpus and of fixtures', () => {
  test('replaceValue', () => {
    run('replaceValue', 0.9, scalarsOf, scalars, (article, node, value) => ({
      edits: one(replaceValue(article, node, value)),
      expected: () => value,
      inLines: node,
      same: source(article, node) === String(value) || node.value === value,
    }));
  });

  test('replaceText', () => {
    run('replaceText', 0.9, scalarsOf, fc.tuple(pick, pick, texts), (article, node, [from, length, inserted]) => {
      const at = from % (node.text.length + 1);
      const text = node.text.slice(0, at) + inserted + node.text.slice(at + (length % 5));
      return {
        edits: one(replaceText(article, node, text)),
        expected: () => text,
        inLines: node,
        same: node.value === text,
      };
    });
  });

  test('quoteValue', () => {
    run('quoteValue', 0.9, scalarsOf, pick, (article, node) => ({
      edits: one(quoteValue(article, node)),
      expected: () => (source(article, node).includes('\n') ? node.text : source(article, node)),
      inLines: node,
      same: node.style !== 'plain',
    }));
  });

  test('unquoteValue takes back what quoteValue gave', () => {
    fc.assert(
      fc.property(pick, pick, (s, n) => {
        const article = articleOf(s);
        const node = chosen(scalarsOf(article), n)?.node;
        const quoted = node && quoteValue(article, node);
        if (!node || !quoted || typeof node.value === 'string') return;
        const text = applyEdits(article.text, [quoted]);
        const again = parseArticle(article.path, text, article.kind);
        const back = unquoteValue(again, scalarsOf(again).find(it => it.node.start === node.start)?.node as ScalarNode);
        if (/^0\d/.test(source(article, node))) expect(back).toBeUndefined();
        else expect(back && applyEdits(text, [back])).toBe(article.text);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('renameKey', () => {
    run(
      'renameKey',
      0.95,
      entriesOf,
      fc.constantFrom('x', 'a b', 'on', 'q"q', "it's", '12'),
      (article, entry, name) => ({
        edits: one(renameKey(article, entry, name)),
        expected: (_, model) => withPair(model, indexOf(article, entry), [name, modelOf(entry.value)]),
        inLines: entry.key,
        // Without a closing fence, only a first key that looks like one makes front matter.
        same: entry.name === name || !article.block?.closing,
      }),
    );
  });

  test('insertField', () => {
    run('insertField', 0.97, mapsOf, fc.tuple(plainValues, pick, fc.boolean()), (article, map, [value, n, section]) => {
      const names = map.entries.map(entry => entry.name);
      const at = n % (names.length + 1);
      const order = [...names.slice(0, at), 'zz', ...names.slice(at)];
      const options = { order, sections: new Set(section ? ['zz'] : []) };
      return {
        edits: one(insertField(article, map, 'zz', value, options)),
        expected: (_, model) => {
          const pairs = [...pairsOf(model)];
          pairs.splice(at, 0, ['zz', fromPlain(value)]);
          return { pairs };
        },
        inserts: true,
        same: new Set(names).size < names.length || names.includes('zz'),
      };
    });
  });

  test('removeEntry', () => {
    run('removeEntry', 0.95, entriesOf, pick, (article, entry) => ({
      edits: one(removeEntry(article, parentOf(article, entry), entry)),
      expected: (_, model) => withPair(model, indexOf(article, entry), undefined),
      inLines: entry,
      whole: true,
    }));
  });

  test('fillValue', () => {
    const empty = (article: Article) => scalarsOf(article).filter(it => it.node.style === 'empty');
    run('fillValue', 0.9, empty, plainValues, (article, node, value) => ({
      edits: one(fillValue(article, node, value)),
      expected: () => fromPlain(value),
      same: false,
    }));
  });

  test('insertItem', () => {
    run('insertItem', 0.95, listsOf, fc.tuple(plainValues, pick), (article, list, [value, n]) => {
      const at = n % (list.items.length + 1);
      return {
        edits: one(insertItem(article, list, at, value)),
        expected: (_, model) => [...itemsOf(model).slice(0, at), fromPlain(value), ...itemsOf(model).slice(at)],
        inserts: list.items.length > 0,
      };
    });
  });

  test('removeItem', () => {
    run('removeItem', 0.9, listsOf, pick, (article, list, n) => {
      const at = n % Math.max(1, list.items.length);
      return {
        edits: one(removeItem(article, list, at)),
        expected: (_, model) => itemsOf(model).filter((_, i) => i !== at),
        inLines: list.items[at] ?? list,
        whole: true,
        same: list.items.length === 0,
      };
    });
  });

  test('moveItem there and back', () => {
    run('moveItem', 0.9, listsOf, fc.tuple(pick, pick), (article, list, [a, b], at) => {
      const count = Math.max(1, list.items.length);
      const [from, to] = [a % count, b % count];
      return {
        edits: moveItem(article, list, from, to),
        expected: (_, model) => moved(itemsOf(model), from, to),
        same: from === to,
        lines: !list.flow,
        after: again => {
          const there = listsOf(again).find(it => String(it.path) === String(at));
          const back = there && moveItem(again, there.node, to, from);
          expect(back && applyEdits(again.text, back)).toBe(article.text);
        },
      };
    });
  });

  test('scalarToList', () => {
    const values = (article: Article) => scalarsOf(article).filter(it => it.inMap && it.node.style !== 'empty');
    run('scalarToList', 0.9, values, fc.array(texts, { maxLength: 3 }), (article, node, items) => ({
      edits: one(scalarToList(article, node, items)),
      expected: () => items,
    }));
  });
});

describe('on files of the corpus', () => {
  /** All files take half a minute on a busy machine. */
  const every = 8;

  test.runIf(corpus.length > 0)('a field removed and inserted again gives the same bytes', () => {
    const other: string[] = [];
    let [count, files] = [0, 0];
    for (const { path: file, text } of corpus.filter((_, i) => i % every === 0)) {
      const article = parseArticle(file, text);
      const map = article.root;
      if (map?.kind !== 'map') continue;
      files++;
      // The order and the blank lines of the file itself are canonical here.
      const order = map.entries.map(entry => entry.name);
      const isSection = (entry: Entry) => /\n\n$/.test(text.slice(0, entry.start));
      const sections = new Set(map.entries.filter(isSection).map(entry => entry.name));
      for (const entry of map.entries) {
        const removed = removeEntry(article, map, entry);
        if (!removed) {
          expect(entry.name).toBe('secured');
          continue;
        }
        const without = parseArticle(file, applyEdits(text, [removed]));
        const inner = without.root?.kind === 'map' ? without.root : undefined;
        const value = toPlain(entry.value);
        const back = insertField(without, inner, entry.name, value, { order, sections });
        if (back && applyEdits(without.text, [back]) === text) count++;
        else other.push(file.split('/')[1] + ' ' + entry.name);
      }
    }
    // What differs are the quotes of the few files that quote against their own habit.
    expect(files).toBeGreaterThan(80);
    expect(other.filter(one => one.startsWith('_news '))).toEqual([]);
    expect(count / (count + other.length)).toBeGreaterThan(0.97);
  });
});

/** What a kind of edit did at one place, and what it should have done. */
interface Trial {
  readonly edits: readonly Edit[] | undefined;
  readonly expected: Expected;
  /** The only lines that may change. */
  readonly inLines?: { readonly start: number; readonly end: number };
  /** Whole lines may go, with comments and blank lines around. */
  readonly whole?: boolean;
  /** Nothing but insertions is right. */
  readonly inserts?: boolean;
  /** Lines may change their places, and nothing else. */
  readonly lines?: boolean;
  /** There is nothing to change, so `undefined` is right. */
  readonly same?: boolean;
  readonly after?: (again: Article) => void;
}

interface At<T> {
  readonly node: T;
  readonly path: readonly number[];
  readonly inMap?: boolean;
}

/**
 * Tries a kind of edit at random places, and again in damaged files: there nothing may leave the front matter or touch
 * the signature; and where they are still YAML, odd YAML mostly, the edit must do what it should.
 *
 * @param share the share of edits that must be given where there is something to change
 */
function run<T extends FieldNode | Entry, V>(
  kind: string,
  share: number,
  places: (article: Article) => readonly At<T>[],
  values: fc.Arbitrary<V>,
  trial: (article: Article, node: T, value: V, path: readonly number[]) => Trial,
): void {
  let [asked, given] = [0, 0];
  const attempt = (article: Article, n: number, value: V): boolean => {
    const at = chosen(places(article), n);
    if (!at) return false;
    const made = trial(article, at.node, value, at.path);
    if (made.same) return false;
    if (made.edits && isWhole(article)) verify(article, at, made, made.edits);
    else if (made.edits) verifyBounds(article, made.edits);
    asked++;
    if (made.edits) given++;
    return true;
  };
  fc.assert(
    fc.property(pick, pick, values, (s, n, value) => void attempt(articleOf(s), n, value)),
    { seed, numRuns: 200 },
  );
  expect(asked, kind).toBeGreaterThan(20);
  expect(given / asked, kind).toBeGreaterThanOrEqual(share);
  const place = fc.tuple(pick, pick, damages);
  fc.assert(
    fc.property(place, pick, values, ([s, at, damage], n, value) => void attempt(damaged(s, at, damage), n, value)),
    { seed, numRuns: 150 },
  );
}

const damages = fc.record({
  length: fc.nat({ max: 3 }),
  text: fc.constantFrom(
    '',
    '\n',
    ' ',
    '  ',
    '"',
    "'",
    ': ',
    ':',
    '- ',
    '#',
    ' # ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '\n\n',
    '\n- ',
    '|\n',
    '>-\n',
    '? ',
    '!!str ',
    '\t',
    '\n# c\n',
    '\n    # c\n',
    '---\n',
    '\nx: y',
  ),
});

function damaged(n: number, at: number, damage: { readonly length: number; readonly text: string }): Article {
  const { path: file, text } = own[n % own.length] as Source;
  const start = at % (text.length + 1);
  return parseArticle(file, text.slice(0, start) + damage.text + text.slice(start + damage.length));
}

/** True for an article of which every value is known: damage may also leave it without end. */
function isWhole(article: Article): boolean {
  return (
    article.problems.length === 0 ||
    Object.values(fixtures).some(text => text === article.text.replaceAll('\r', '').replace('\ufeff', ''))
  );
}

function verifyBounds(article: Article, edits: readonly Edit[]): void {
  const { text, block } = article;
  if (!block) throw new Error('No front matter');
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(block.content.start);
    expect(edit.end).toBeLessThanOrEqual(block.content.end);
  }
  const signature = /^secured.*$/m.exec(text.slice(block.content.start, block.content.end))?.[0] ?? '';
  expect(applyEdits(text, edits)).toContain(signature);
}

function verify<T extends FieldNode | Entry>(article: Article, at: At<T>, made: Trial, edits: readonly Edit[]): void {
  const { text, block } = article;
  const after = applyEdits(text, edits);
  const again = parseArticle(article.path, after, article.kind);
  // The tree is the one that was meant.
  const before = modelOf(article.root);
  expect(modelOf(again.root)).toEqual(changed(before, at.path, model => made.expected(at.node as FieldNode, model)));
  expect(again.problems.map(problem => problem.code)).toEqual(article.problems.map(problem => problem.code));
  // Undone, it is the file that was.
  expect(applyEdits(after, inverse(text, edits))).toBe(text);
  // Body, fences and signature are untouched.
  if (!block || !again.block) throw new Error('No front matter');
  expect(after.slice(again.block.content.end)).toBe(text.slice(block.content.end));
  expect(after.slice(0, again.block.content.start)).toBe(text.slice(0, block.content.start));
  expect(signatures(again)).toEqual(signatures(article));
  // Other lines are untouched.
  if (made.inserts) for (const edit of edits) expect(text.slice(edit.start, edit.end).trim()).toBe('');
  if (made.lines) expect(linesOf(after)).toEqual(linesOf(text));
  if (made.inLines) {
    const first = lineStart(text, made.inLines.start);
    const last = lineEnd(text, made.inLines.end);
    for (const edit of edits) {
      const outside =
        text.slice(edit.start, Math.max(first, edit.start)) + '\n' + text.slice(last, Math.max(last, edit.end));
      if (made.whole) expect(outside).toMatch(/^(?:[ \t]*(?:#.*)?\r?\n?|\s*)*$|^\s*,?\s*$/);
      else expect(outside).toBe('\n');
    }
  }
  // Line ends do not mix.
  if (!/(?<!\r)\n/.test(text)) expect(after).not.toMatch(/(?<!\r)\n/);
  made.after?.(again);
}

function one(edit: Edit | undefined): readonly Edit[] | undefined {
  return edit && [edit];
}

function articleOf(n: number): Article {
  const { path: file, text } = samples[n % samples.length] as Source;
  return parseArticle(file, text);
}

function chosen<T>(all: readonly T[], n: number): T | undefined {
  return all[n % Math.max(1, all.length)];
}

function source(article: Article, node: FieldNode): string {
  return article.text.slice(node.start, node.end);
}

/** All nodes but those of `secured`, whose edits have to be refused: see `signatures`. */
function* walk(node: FieldNode | undefined, at: readonly number[] = [], inMap = false): Generator<At<FieldNode>> {
  if (!node) return;
  yield { node, path: at, inMap };
  const children = node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : [];
  for (const [i, child] of children.entries()) {
    if ('name' in child && child.name === 'secured') continue;
    yield* walk(child.value, [...at, i], node.kind === 'map');
  }
}

function scalarsOf(article: Article): readonly At<ScalarNode>[] {
  return [...walk(article.root)].flatMap(it => (it.node.kind === 'scalar' ? [{ ...it, node: it.node }] : []));
}

function listsOf(article: Article): readonly At<ListNode>[] {
  return [...walk(article.root)].flatMap(it => (it.node.kind === 'list' ? [{ ...it, node: it.node }] : []));
}

function mapsOf(article: Article): readonly At<MapNode>[] {
  return [...walk(article.root)].flatMap(it => (it.node.kind === 'map' ? [{ ...it, node: it.node }] : []));
}

/** Entries, each with the path of its mapping. */
function entriesOf(article: Article): readonly At<Entry>[] {
  return mapsOf(article).flatMap(({ node, path: at }) =>
    node.entries.filter(entry => entry.name !== 'secured').map(entry => ({ node: entry, path: at })),
  );
}

function parentOf(article: Article, entry: Entry): MapNode {
  const found = mapsOf(article).find(it => it.node.entries.includes(entry));
  if (!found) throw new Error('No parent');
  return found.node;
}

function indexOf(article: Article, entry: Entry): number {
  return parentOf(article, entry).entries.indexOf(entry);
}

function modelOf(node: FieldNode | undefined): Model {
  if (!node) return { pairs: [] };
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(item => modelOf(item.value));
  return { pairs: node.entries.map(entry => [entry.name, modelOf(entry.value)] as const) };
}

function fromPlain(value: PlainValue): Model {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  return { pairs: Object.entries(value).map(([name, one]) => [name, fromPlain(one as PlainValue)] as const) };
}

function toPlain(node: FieldNode): PlainValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(item => toPlain(item.value));
  return Object.fromEntries(node.entries.map(entry => [entry.name, toPlain(entry.value)]));
}

function changed(model: Model, at: readonly number[], change: (model: Model) => Model): Model {
  const [first, ...rest] = at;
  if (first === undefined) return change(model);
  if (isItems(model)) return model.map((item, i) => (i === first ? changed(item, rest, change) : item));
  return {
    pairs: pairsOf(model).map((pair, i) => (i === first ? ([pair[0], changed(pair[1], rest, change)] as const) : pair)),
  };
}

function withPair(model: Model, index: number, pair: readonly [string, Model] | undefined): Model {
  return { pairs: pairsOf(model).flatMap((one, i) => (i !== index ? [one] : pair ? [pair] : [])) };
}

function pairsOf(model: Model): ReadonlyArray<readonly [string, Model]> {
  if (model === null || typeof model !== 'object' || isItems(model)) throw new Error('No mapping');
  return model.pairs;
}

function isItems(model: Model): model is readonly Model[] {
  return Array.isArray(model);
}

function itemsOf(model: Model): readonly Model[] {
  if (!isItems(model)) throw new Error('No list');
  return model;
}

function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const rest = items.filter((_, i) => i !== from);
  return [...rest.slice(0, to), items[from] as T, ...rest.slice(to)];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).sort();
}

function signatures(article: Article): readonly string[] {
  const secured = article.root?.kind === 'map' ? article.root.entries.filter(entry => entry.name === 'secured') : [];
  return secured.map(entry => article.text.slice(entry.key.end, entry.end));
}

function readCorpus(): readonly Source[] {
  const folder = path.join(root, '../shared/corpus');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:md|html|ya?ml)$/.test(file) && !file.endsWith('_config.yml'))
    .sort()
    .map(file => ({ path: file, text: fs.readFileSync(path.join(folder, file), 'utf8') }));
}
