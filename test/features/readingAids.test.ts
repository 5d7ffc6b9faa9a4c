import { describe, expect, test } from 'vitest';
import { codeLenses } from '../../server/src/core/features/codeLenses.ts';
import { indentNewLine } from '../../server/src/core/features/format/newLine.ts';
import { type InlayHintKind, inlayHintKinds } from '../../server/src/core/features/inlayHintKinds.ts';
import { inlayHints } from '../../server/src/core/features/inlayHints.ts';
import { linkedEditingAt } from '../../server/src/core/features/linkedEditing.ts';
import { referencesAt } from '../../server/src/core/features/references.ts';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { variants } from '../edits/support.ts';
import { fixture } from '../support/fixture.ts';
import { checkText, defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { articlePath, harbourFiles } from './harbourSite.ts';

describe('inlay hints', () => {
  /** The article's front matter, with its hints in place. */
  const hinted = (frontMatter: string, kinds: Iterable<InlayHintKind> = inlayHintKinds, path = articlePath) => {
    const files = path === articlePath ? harbourFiles(frontMatter) : harbourFiles('', { [path]: frontMatter });
    const { view } = siteOf(files).checked(path);
    const { text } = view.article;
    const hints = inlayHints(view, { start: 0, end: text.length }, new Set(kinds));
    const shown = applyEdits(
      text,
      hints.map(({ offset, label }) => ({ start: offset, end: offset, newText: `‹${label}›` })),
    );
    return shown.replace(/^---\n|\n---\n$/g, '');
  };

  test('how old, how many, whose', () => {
    const long = `https://tidewater.example/${'a'.repeat(90)}`;
    expect(
      hinted(
        `publishedDateTime: 2026-05-12T12:00:00Z # noon\nwebUrl: "${long}"\nimages: [{url: "https://www.b.example/${'b'.repeat(90)}"}]\ntopics:\n  - Harbours\n  - "Port Ellery"\n  - Unknown\nrelated:\n  - publishedDateTime: "2026-06-01T09:00:00Z"`,
      ),
    ).toBe(
      `publishedDateTime: 2026-05-12T12:00:00Z‹20 days ago› # noon\nwebUrl: "${long}"‹tidewater.example›\nimages: [{url: "https://www.b.example/${'b'.repeat(90)}"‹b.example›}]\ntopics:\n  - Harbours‹3 articles›\n  - "Port Ellery"‹2 articles›\n  - Unknown\nrelated:\n  - publishedDateTime: "2026-06-01T09:00:00Z"‹3 hours ago›`,
    );
  });

  test('titles of items; none for one that is missing', () => {
    const path = '_learning/collections/sea.md';
    expect(
      hinted('---\ntype: collection\nitems:\n  - videos/tides\n  - videos/gone\n---\n', inlayHintKinds, path),
    ).toBe('type: collection\nitems:\n  - videos/tides‹How tides work›\n  - videos/gone');
  });

  test('each kind by itself, and only in the stretch that is shown', () => {
    const text = 'publishedDateTime: 2026-05-12T12:00:00Z\ntopics: [Harbours]';
    expect(hinted(text, ['age'])).toBe('publishedDateTime: 2026-05-12T12:00:00Z‹20 days ago›\ntopics: [Harbours]');
    expect(hinted(text, ['topics'])).toBe('publishedDateTime: 2026-05-12T12:00:00Z\ntopics: [Harbours‹3 articles›]');
    expect(hinted(text, [])).toBe(text);
    const { view } = siteOf(harbourFiles(text)).checked(articlePath);
    expect(inlayHints(view, { start: 0, end: 20 }, new Set(inlayHintKinds))).toEqual([]);
  });

  test('without an index, dates only', () => {
    const { view } = checkText(defaultPath, '---\npublishedDateTime: 2026-05-12T12:00:00Z\ntopics: [A]\n---\n', []);
    expect(inlayHints(view, { start: 0, end: 99 }, new Set(inlayHintKinds)).map(({ label }) => label)).toEqual([
      '20 days ago',
    ]);
  });
});

describe('code lenses', () => {
  const lensesOf = (path: string, files = harbourFiles('title: x')) => {
    const checked = siteOf(files).checked(path);
    const { text } = checked.view.article;
    return codeLenses(checked).map(({ start, end, title, action }) => [
      text.slice(start, end),
      title,
      action.kind === 'references' ? (referencesAt(checked.view, action.offset)?.length ?? 'none') : action.kind,
    ]);
  };

  test('a topic, an organization', () => {
    const files = harbourFiles('topics: [Harbours]', {
      '_data/topics/02-quays.yaml': 'taxonomy: topic\n_id: quays\nname: Quays\nparent: Harbours\n',
    });
    expect(lensesOf('_data/topics/01-harbours.yaml', files)).toEqual([['name', '3 articles · 1 topic below it', 5]]);
    expect(lensesOf('_data/organizations/tidewater.example.md').slice(-1)).toEqual([['domain', '2 articles', 3]]);
  });

  test('an article: its findings, who names it, its related items', () => {
    const files = harbourFiles('title: x');
    expect(lensesOf('_news/2026-05-11-mill.md', files).slice(1)).toEqual([['title', 'Related item of 1 article', 2]]);
    expect(lensesOf('_news/2026-05-13-night.md', files).slice(-1)).toEqual([['related', '1 related item', 'none']]);
    expect(lensesOf('_learning/videos/tides.md', files).slice(1)).toEqual([['title', 'In 1 collection', 2]]);
    expect(lensesOf('_learning/collections/sea.md', files).slice(-1)).toEqual([
      ['items', '2 items, 1 missing', 'none'],
    ]);
    const [[place, title, action] = []] = lensesOf(articlePath, files);
    expect([place, action]).toEqual(['---', 'problems']);
    expect(title).toMatch(/^\d+ errors?(?:, \d+ warnings?)?(?:, \d+ hints?)?$/);
  });

  test('none in a file that is no article, and none where there is nothing to say', () => {
    expect(lensesOf('README.md', harbourFiles('title: x', { 'README.md': '# Read me' }))).toEqual([]);
    expect(codeLenses(checkText(defaultPath, '---\ntitle: "x"\n---\n', []))).toEqual([]);
  });
});

describe('linked editing', () => {
  test.each<[string, readonly string[] | undefined]>([
    [
      'provider:\n  name: a.example\n  domain: a.ex<|>ample\n  images:\n    - url: /assets/a.example-50x50.png',
      ['2: a.example', '4: a.example'],
    ],
    ['provider:\n  domain: a.example\n  images: [{url: "/assets/a.ex<|>ample.png"}]', ['1: a.example', '2: a.example']],
    ['provider:\n  domain: a.example<|>', undefined],
    ['provider:\n  domain: a.example<|>\n  images:\n    - url: https://b.example/a.example.png', undefined],
    ['provider:\n  domain: a.example<|>\n  images:\n    - url: /assets/www.a.example.png', undefined],
    ['provider:\n  name: a<|>\n  domain: a.example\n  images:\n    - url: /assets/a.example.png', undefined],
    ['title: a.example<|>', undefined],
    ['secured: "a.exa<|>mple"\nprovider:\n  domain: a.example', undefined],
  ])('%s', (marked, expected) => {
    const { text, cursor = 0 } = fixture(`---\n${marked}\n---\n`);
    const spans = linkedEditingAt(checkText(defaultPath, text, []).view, cursor);
    expect(
      spans?.map(({ start, end }) => `${text.slice(4, start).split('\n').length - 1}: ${text.slice(start, end)}`),
    ).toEqual(expected);
  });

  test('a registry entry: its `_id` and its logos', () => {
    const { text, cursor = 0 } = fixture(
      '---\ntaxonomy: organization\n_id: a.example\ndomain: "<|>a.example"\nimages:\n  - url: /assets/a.example-50x50.png\n---\n',
    );
    const { view } = checkText('_data/organizations/a.example.md', text, []);
    expect(linkedEditingAt(view, cursor)?.length).toBe(3);
  });
});

describe('semantic tokens', () => {
  const tokensOf = (path: string, files: Readonly<Record<string, string>>) => {
    const { view } = siteOf(files).checked(path);
    return semanticTokens(view).map(({ start, end, kind, isHidden }) =>
      [view.article.text.slice(start, end), kind, ...(isHidden ? ['hidden'] : [])].join(' '),
    );
  };

  test('names of the registries, and what is hidden', () => {
    const hidden = '---\ntitle: y\nwebUrl: https://a.example/y\npublished: false\n---\n';
    const files = harbourFiles(
      'provider:\n  name: "Tidewater"\n  domain: tidewater.example\ntopics:\n  - Harbours\n  - Unknown\nrelated:\n  - webUrl: https://a.example/y\n    provider:\n      name: Nobody\n      domain: nobody.example\n  - webUrl: https://tidewater.example/mill',
      {
        '_news/2026-05-14-y.md': hidden,
        '_learning/videos/tides.md': hidden,
      },
    );
    expect(tokensOf(articlePath, files)).toEqual([
      'Tidewater provider',
      'tidewater.example provider',
      'Harbours topic',
      'https://a.example/y article hidden',
      'https://tidewater.example/mill article',
    ]);
    expect(tokensOf('_learning/collections/sea.md', files)).toEqual(['videos/tides article hidden']);
    expect(tokensOf('_data/topics/01-harbours.yaml', files)).toEqual(['Port Ellery topic']);
  });
});

describe('a new line', () => {
  test.each<[string, string]>([
    ['topics:\n<|>', 'topics:\n  - '],
    ['title: x\n<|>', 'title: x\n'],
    ['title: x\n  <|>', 'title: x\n'],
    ['provider:\n<|>', 'provider:\n  '],
    ['provider:\n  name: x\n<|>', 'provider:\n  name: x\n  '],
    ['topics:\n  - A\n  <|>', 'topics:\n  - A\n  - '],
    ['topics:\n- A\n<|>', 'topics:\n- A\n- '],
    ['images:\n  - url: /a.png\n<|>', 'images:\n  - url: /a.png\n    '],
    ['related:\n  - title: x\n    provider: # who\n<|>', 'related:\n  - title: x\n    provider: # who\n      '],
    ['excerpt: |\n<|>', 'excerpt: |\n  '],
    ['topics:\n  - A\n  - \n<|>', 'topics:\n  - A\n  - \n'],
    ['title: "x\n<|>', 'title: "x\n'],
    ['topics: [A,\n<|>', 'topics: [A,\n'],
    ['excerpt: |\n  a\n<|>\n  b', 'excerpt: |\n  a\n\n  b'],
    ['# Note\n<|>', '# Note\n'],
    ['topics:\n<|>\ntitle: x', 'topics:\n  - \ntitle: x'],
    ['secured: "a"\n<|>', 'secured: "a"\n'],
    ['topics:\n<|>type: x', 'topics:\ntype: x'],
  ])('%s', (before, after) => {
    for (const [name, variant] of variants) {
      const { text, cursor = 0 } = fixture(variant(`---\n${before}\n---\n`));
      const edits = indentNewLine(checkText(defaultPath, text, []).view, cursor);
      expect(applyEdits(text, edits), name).toBe(variant(`---\n${after}\n---\n`));
    }
  });

  test('not outside front matter, and not in a file that is no article', () => {
    expect(indentNewLine(checkText(defaultPath, '---\ntitle: x\n---\ntopics:\n', []).view, 26)).toEqual([]);
    expect(indentNewLine(checkText('other.yaml', 'topics:\n', []).view, 8)).toEqual([]);
  });
});
