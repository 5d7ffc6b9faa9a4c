// After any sequence of curation actions the file parses, holds exactly what it should, and every line that nothing was done to is unchanged.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import type { CurationAction } from '../../server/src/core/curation/curationAction.ts';
import { corpusFiles } from '../support/corpus.ts';
import { defaultPath } from '../support/rules.ts';
import { articles, curated, otherPath, valuesOf } from './curating.ts';

vi.setConfig({ testTimeout: 60_000 });

const index = fc.nat({ max: 3 });
const actions = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), from: index, to: index }),
  fc.record({ kind: fc.constant('remove' as const), index }),
  fc.record({
    kind: fc.constant('sort' as const),
    by: fc.constantFrom('quality' as const, 'date' as const, 'nearness' as const),
  }),
  fc.record({ kind: fc.constant('add' as const), path: fc.constant(otherPath) }),
  fc.record({
    kind: fc.constant('addUrl' as const),
    url: fc.constantFrom(
      'https://new.example/2026/05/09/a-new-one?utm_source=x',
      'https://tidewater.example/dredger',
      'nothing',
    ),
  }),
  fc.record({ kind: fc.constant('promote' as const), index }),
  fc.record({ kind: fc.constant('togglePublished' as const) }),
);

describe.each(Object.entries(articles))('%s', (_, text) => {
  test('any sequence of actions', () => {
    fc.assert(
      fc.property(fc.array(actions, { minLength: 1, maxLength: 8 }), sequence => {
        run(text, sequence);
      }),
      { numRuns: 60, seed: 20260512 },
    );
  });
});

const real = corpusFiles().filter(({ text }) => /^related:/m.test(text));
test.runIf(real.length > 0)('real articles with related items', () => {
  for (const { text } of real) {
    fc.assert(
      fc.property(fc.array(actions, { minLength: 1, maxLength: 8 }), sequence => {
        run(text, sequence);
      }),
      { numRuns: 30, seed: 7 },
    );
  }
});

function run(start: string, sequence: readonly CurationAction[]): void {
  let text = start;
  for (const action of sequence) {
    const { result, text: after } = curated(text, action);
    if ('refused' in result) continue;
    const article = parseArticle(defaultPath, after);
    expect(article.problems, JSON.stringify(action)).toEqual([]);
    expectAction(text, after, action);
    expect(secured(after)).toEqual(secured(text));
    expect(body(after)).toBe(body(text));
    text = after;
  }
}

/** Exactly the items and values that an action should leave. */
function expectAction(before: string, after: string, action: CurationAction): void {
  const [{ related = [], ...main }, { related: newRelated = [], ...newMain }] = [valuesOf(before), valuesOf(after)];
  const untouched = linesLost(before, after);
  switch (action.kind) {
    case 'move': {
      const expected = [...related];
      expected.splice(action.to, 0, ...expected.splice(action.from, 1));
      expect(newRelated).toEqual(expected);
      expect(newMain).toEqual(main);
      // Items in lines move as they are.
      if (!isFlow(before)) expect(untouched).toEqual([]);
      return;
    }
    case 'sort':
      expect([...newRelated].map(one => JSON.stringify(one)).sort()).toEqual(
        related.map(one => JSON.stringify(one)).sort(),
      );
      expect(newMain).toEqual(main);
      if (!isFlow(before)) expect(untouched).toEqual([]);
      return;
    case 'remove':
      expect(newRelated).toEqual(related.filter((_, i) => i !== action.index));
      expect(newMain).toEqual(main);
      return;
    case 'add':
    case 'addUrl':
      expect(newRelated.slice(0, -1)).toEqual(related);
      expect(newRelated).toHaveLength(related.length + 1);
      expect(newMain).toEqual(main);
      if (related.length > 0 && !isFlow(before)) expect(untouched).toEqual([]);
      return;
    case 'promote': {
      const item = related[action.index] as Record<string, unknown>;
      const newItem = newRelated[action.index] as Record<string, unknown>;
      expect(newMain.title).toEqual(item.title);
      expect(newMain.originalUrl).toEqual(item.webUrl);
      expect(newItem.title).toEqual(main.title);
      expect(newItem.webUrl).toEqual(main.webUrl ?? main.originalUrl);
      for (const name of [
        'excerpt',
        'publishedDateTime',
        'ampWebUrl',
        'cdnAmpWebUrl',
        'type',
        'provider',
        'quality',
        'images',
      ]) {
        expect(newMain[name], name).toEqual(item[name]);
        expect(newItem[name], name).toEqual(main[name]);
      }
      for (const name of ['category', 'heat', 'published', 'topics', 'secured'])
        expect(newMain[name], name).toEqual(main[name]);
      expect(newRelated.filter((_, i) => i !== action.index)).toEqual(related.filter((_, i) => i !== action.index));
      return;
    }
    case 'togglePublished':
      expect(newMain).toEqual({ ...main, published: !(main.published ?? true) });
      expect(newRelated).toEqual(related);
      expect(untouched.length).toBeLessThanOrEqual(1);
      return;
    default:
  }
}

/** Lines of a text that another one lacks. */
function linesLost(before: string, after: string): readonly string[] {
  const left = after.split('\n');
  return before.split('\n').filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isFlow(text: string): boolean {
  return /^related: *\[/m.test(text);
}

function secured(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => /^secured:/.test(line));
}

function body(text: string): string {
  return text.slice(text.lastIndexOf('\n---'));
}
