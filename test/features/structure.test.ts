import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/core/features/foldingRanges.ts';
import { selectionAt } from '../../server/src/core/features/selectionRanges.ts';
import { contains, LineIndex } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { fixture } from '../support/fixture.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { checkText, defaultPath } from '../support/rules.ts';

const viewOf = (text: string, path = defaultPath) => checkText(path, text, []).view;
const inFences = (text: string) => (text.startsWith('---') ? text : `---\n${text}\n---\n`);

function outline(text: string, path = defaultPath): string {
  const lines = (symbols: readonly DocumentSymbol[], depth: number): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      '  '.repeat(depth) + name + (detail === '' ? '' : ` — ${detail}`),
      ...lines(children, depth + 1),
    ]);
  return lines(documentSymbols(viewOf(text, path)), 0).join('\n');
}

describe('outline', () => {
  test('an article reads like its table of contents', () => {
    expect(outline(harbourArticle)).toMatchInlineSnapshot(`
      "category — news
      title — Harbour opens again
      excerpt — After two years of work the harbour of Port Ellery opens again, and with it…
      publishedDateTime — 2026-05-12T09:30:00Z
      originalUrl — https://harbourtimes.example/harbour-opens-again
      webUrl — https://harbourtimes.example/harbour-opens-again
      ampWebUrl — https://harbourtimes.example/amp/harbour-opens-again
      cdnAmpWebUrl — https://harbourtimes-example.cdn.ampproject.org/c/s/harbourtimes.example/amp/ha…
      type — article
      quality — 59
      heat — 79
      published — true
      provider — Harbour Times
        name — Harbour Times
        domain — harbourtimes.example
        images — 1 item
          harbourtimes.example-50x50.png — 50×50
            url — /assets/images/organizations/harbourtimes.example-50x50.png
            width — 50
            height — 50
      topics — Harbours, Port Ellery
        Harbours
        Port Ellery
      images — 1 item
        5f6a12d4906ee80a — 800×450
          url — https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a
          width — 800
          height — 450
          isCached — true
      related — 2 items
        The tide mill turns again — Tidewater · 2026-05-11
          title — The tide mill turns again
          excerpt — Tidewater has put the old tide mill back to work, and it feeds the harbour…
          publishedDateTime — 2026-05-11T10:00:00Z
          webUrl — https://tidewater.example/mill-turns-again
          type — article
          provider — Tidewater
            name — Tidewater
            domain — tidewater.example
          quality — 57
        A ferry without a captain — Harbour Times · 2026-05-10
          title — A ferry without a captain
          excerpt — Ada Quill rode the first boat that steers itself across the bay.
          publishedDateTime — 2026-05-10T15:17:00Z
          webUrl — https://harbourtimes.example/ferry-without-captain
          type — article
          provider — Harbour Times
            name — Harbour Times
            domain — harbourtimes.example
          quality — 41
          images — 1 item
            ferry.jpg — 400×225
              url — https://pictures.harbourtimes.example/ferry.jpg?width=400&height=711
              width — 400
              height — 225
      secured"
    `);
  });

  test.each([
    ['topics: [a, b]', 'topics — a, b\n  a\n  b'],
    ['topics: []', 'topics — empty'],
    ['topics:', 'topics'],
    [
      'images:\n  - title: "The ferry"\n    url: /a.jpg\n  - url: /assets/b.jpg?x=1\n  - url: https://c.example/\n  - width: 3',
      'images — 4 items\n  The ferry\n    title — The ferry\n    url — /a.jpg\n  b.jpg\n    url — /assets/b.jpg?x=1\n  c.example\n    url — https://c.example/\n  Picture without address\n    width — 3',
    ],
    [
      'related:\n  - webUrl: "https://a.example/b"\n  - type: video\n  -',
      'related — 3 items\n  a.example/b\n    webUrl — https://a.example/b\n  Item without title\n    type — video\n  Empty item',
    ],
    [
      'provider:\n  authors:\n    - name: Ada Quill',
      'provider\n  authors — 1 item\n    Ada Quill\n      name — Ada Quill',
    ],
    ['myKey: [[1], {a: 1}]', 'myKey — 2 items\n  List — 1 item\n    1\n  Item\n    a — 1'],
    ['excerpt: |\n  One line\n  and another.', 'excerpt — One line and another.'],
    ['"": x', '"" — x'],
    ['title: "x', 'title'],
    ['secured: "q83vASNF"', 'secured'],
    ['Secured: {a: q83vASNF}', 'Secured'],
    ['secured:\n  - q83vASNF', 'secured'],
    ['a: &x {b: 1}\nc: *x', 'a\n  b — 1\nc'],
  ])('%s', (frontMatter, expected) => {
    expect(outline(inFences(frontMatter))).toBe(expected);
  });

  test('of a topic and of a file that nobody declared', () => {
    expect(outline('taxonomy: topic\nname: Harbours\n', '_data/topics/1-a.yaml')).toBe(
      'taxonomy — topic\nname — Harbours',
    );
    expect(outline('---\nlayout: page\n---\n# Title', 'index.md')).toBe('layout — page');
    expect(outline('# Title', 'index.md')).toBe('');
  });

  test('has bounds', () => {
    const items = Array.from({ length: 9000 }, (_, i) => `  - item ${i}`).join('\n');
    expect(outline(`---\ntopics:\n${items}\n---\n`).split('\n').length).toBe(5000);
  });
});

/** Symbols whose span does not hold their selection, or that stand outside the one above or before the one before. */
function misplaced(symbols: readonly DocumentSymbol[], above?: DocumentSymbol): readonly DocumentSymbol[] {
  return symbols.flatMap((one, i) => [
    ...(contains(one.span, one.selection) && (!above || contains(above.span, one.span)) && one.name !== ''
      ? []
      : [one]),
    ...((symbols[i - 1]?.span.start ?? -1) < one.span.start ? [] : [one]),
    ...misplaced(one.children, one),
  ]);
}

function folds(marked: string, path = defaultPath): readonly string[] | undefined {
  const text = marked;
  const lines = new LineIndex(text);
  return foldingRanges(viewOf(text, path))?.map(
    ({ start, end, kind }) => `${kind} ${lines.at(start).line}-${lines.at(end).line}`,
  );
}

describe('folding', () => {
  test('the block, sections, items and values of more than one line, without blank lines behind them', () => {
    const text = `---
title: "x"
provider:
  name: a
  domain: b

# One comment
topics: [a,
  b]

related:
  - title: >
      long
    provider: { name: a,
      domain: b }
  - title: c

  - type: video
    quality: 1
# first
# second

secured: "abc
  def"

---

# Body
`;
    expect(folds(text)).toEqual([
      'front-matter 0-25',
      'fields 2-4',
      'fields 7-8',
      'fields 10-18',
      'fields 11-14',
      'fields 13-14',
      'fields 17-18',
      'comment 19-20',
      'fields 22-23',
    ]);
    expect(folds(text.replaceAll('\n', '\r\n'))).toEqual(folds(text));
  });

  test('a registry file has no fences', () => {
    expect(folds('name: a\nkeywords:\n  - b\n  - c\n', '_data/topics/1-a.yaml')).toEqual(['fields 1-3']);
  });

  test('front matter without its end folds to its last line', () => {
    expect(folds('---\ntitle: a\ntype: b\n\n\n')).toEqual(['front-matter 0-2']);
  });

  test('nothing is said of other files, so that editors fold them as ever', () => {
    expect(folds('a:\n  b: c\n', 'data.yaml')).toBeUndefined();
    expect(folds('# Title\n\ntext\n', 'index.md')).toBeUndefined();
  });
});

describe('selection', () => {
  const texts = (marked: string, path = defaultPath) => {
    const { text, cursor } = fixture(inFences(marked));
    return selectionAt(viewOf(text, path), cursor!).map(({ start, end }) => text.slice(start, end));
  };

  test('grows from a part of an address to the whole block', () => {
    expect(texts('title: a\nrelated:\n  - type: b\n    webUrl: "https://a.example/b<|>?c=d"')).toEqual([
      '/b',
      'https://a.example/b?c=d',
      '"https://a.example/b?c=d"',
      'webUrl: "https://a.example/b?c=d"',
      'type: b\n    webUrl: "https://a.example/b?c=d"',
      '- type: b\n    webUrl: "https://a.example/b?c=d"',
      'related:\n  - type: b\n    webUrl: "https://a.example/b?c=d"',
      'title: a\nrelated:\n  - type: b\n    webUrl: "https://a.example/b?c=d"',
      '---\ntitle: a\nrelated:\n  - type: b\n    webUrl: "https://a.example/b?c=d"\n---',
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['ty<|>pe: b', ['type', 'type: b', '---\ntype: b\n---']],
    ['topics: [a, <|>b]', ['b', '[a, b]', 'topics: [a, b]', '---\ntopics: [a, b]\n---']],
    ["title: 'a <|>b'", ['a b', "'a b'", "title: 'a b'", "---\ntitle: 'a b'\n---"]],
    ['type: b\n<|>', ['---\ntype: b\n\n---']],
    [
      'secured: "https://a.ex<|>ample/b"',
      ['"https://a.example/b"', 'secured: "https://a.example/b"', '---\nsecured: "https://a.example/b"\n---'],
    ],
  ])('%s', (marked, expected) => {
    expect(texts(marked)).toEqual(expected);
  });

  test('nothing in the body', () => {
    expect(texts('---\ntype: a\n---\n\nbo<|>dy')).toEqual([]);
  });
});

test('spans lie inside each other in any text', () => {
  const lines = harbourArticle.split('\n');
  fc.assert(
    fc.property(fc.array(fc.nat(lines.length - 1), { maxLength: 12 }), fc.nat(4000), (dropped, place) => {
      const text = lines.filter((_, i) => !dropped.includes(i)).join('\n');
      const view = viewOf(text);
      expect(misplaced(documentSymbols(view))).toEqual([]);
      const chain = selectionAt(view, place % (text.length + 1));
      chain.forEach((span, i) => {
        const outer = chain[i + 1];
        if (outer) expect(contains(outer, span) && outer.end - outer.start > span.end - span.start).toBe(true);
      });
      for (const fold of foldingRanges(view) ?? []) expect(text.slice(fold.start, fold.end)).toContain('\n');
    }),
    { seed: 31, numRuns: 150 },
  );
});

test('real articles', () => {
  for (const { path, text } of corpusFiles().filter((_, i) => i % 8 === 0)) {
    const view = viewOf(text, path);
    const symbols = documentSymbols(view);
    expect(misplaced(symbols)).toEqual([]);
    const secured = /^secured: "?(.{20})/m.exec(text)?.[1];
    if (secured !== undefined) expect(JSON.stringify(symbols)).not.toContain(secured);
  }
});
