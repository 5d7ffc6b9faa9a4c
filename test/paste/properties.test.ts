// Whatever is pasted wherever: the front matter parses as before, `secured` and the body keep every byte, and so does every line that is not pasted into.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import type { FieldNode } from '../../server/src/core/article/nodes.ts';
import { articles } from '../curation/curating.ts';
import { corpusFiles } from '../support/corpus.ts';
import { defaultPath } from '../support/rules.ts';
import { pasteIn } from './pasting.ts';

vi.setConfig({ testTimeout: 120_000 });

const pasted = fc.oneof(
  fc.constantFrom(
    'https://tidewater.example/2026/05/09/eels?utm_source=x',
    'https://harbourtimes.example/ferry\nhttps://p.example/2',
    '[A: "b"](https://p.example/3)',
    'https://p.example/w_800,h_450/4.jpg',
    'Ferries, Harbours',
    'A: "b" # c',
    "it's\n- so: [1",
    'x\\',
    '\n',
    '---',
    'secured: "x"',
  ),
  fc.string({
    unit: fc.constantFrom(...':-#"\'\\[]{}&*!|>%@`, \n\r\tab1', '---\n', 'k: v\n'),
    minLength: 1,
    maxLength: 12,
  }),
);

/** Also on lines that are empty, or nearly so. */
const inserted = fc.constantFrom('', '', '\n', '\n  ', '\n    ', '\n  - ', '\nrelated:', '\nimages: []');

let offers = 0;

function run(start: string, at: number, length: number, line: string, text: string): void {
  const end = start.indexOf('\n', at);
  const opened = line === '' ? at : end < 0 ? start.length : end;
  const before = start.slice(0, opened) + line + start.slice(opened);
  const cursor = opened + line.length;
  const span = { start: cursor, end: line === '' ? Math.min(before.length, cursor + length) : cursor };
  const { offer, after } = pasteIn(before, span, text);
  if (!offer) return;
  offers++;
  const [old, now] = [before, after].map(one => parseArticle(defaultPath, one));
  expect(now?.problems.length, JSON.stringify(offer)).toBeLessThanOrEqual(old?.problems.length ?? 0);
  expect(secured(after)).toEqual(secured(before));
  expect(body(after)).toBe(body(before));
  if (old?.problems.length !== 0) return;
  const lost = missing(leavesOf(old.root), leavesOf(now?.root));
  const won = missing(leavesOf(now?.root), leavesOf(old.root));
  if (offer.kind === 'text') expect([lost.length, won.length]).toEqual([1, 1]);
  // An empty list or item is no value.
  else expect(lost.filter(leaf => !leaf.endsWith('=null'))).toEqual([]);
  if (offer.kind === 'topics') expect(won).toHaveLength(offer.count);
}

/** Every value with its key: `title=A`. */
function leavesOf(node: FieldNode | undefined, name = ''): readonly string[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [`${name}=${node.value}`];
  if (node.kind === 'list') return node.items.flatMap(item => leavesOf(item.value, name));
  return node.entries.flatMap(entry => leavesOf(entry.value, entry.name));
}

/** Those of a list that another one lacks. */
function missing(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter(one => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe.each(Object.entries(articles))('%s', (_, text) => {
  test('anything, anywhere', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 12 }), inserted, pasted, (at, length, line, given) =>
        run(text, at, length, line, given),
      ),
      { numRuns: 150, seed: 20261130 },
    );
    expect(offers).toBeGreaterThan(5);
    offers = 0;
  });
});

const real = corpusFiles().slice(0, 60);
test.runIf(real.length > 0)('real articles', () => {
  for (const { text } of real)
    fc.assert(
      fc.property(fc.nat({ max: 4000 }), fc.nat({ max: 12 }), inserted, pasted, (at, length, line, given) =>
        run(text, Math.min(at, text.length), length, line, given),
      ),
      { numRuns: 20, seed: 7 },
    );
});

function secured(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => /^secured:/.test(line));
}

function body(text: string): string {
  return text.slice(text.lastIndexOf('\n---'));
}
