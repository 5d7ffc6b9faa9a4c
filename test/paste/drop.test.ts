import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { type DroppedFile, dropFiles, filesForDrop } from '../../server/src/core/paste/dropFiles.ts';
import { sitePathOf } from '../../server/src/core/paste/sitePath.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { fixture } from '../support/fixture.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { ferryPath, inner, siteFiles } from './pasting.ts';

const quay: DroppedFile = { name: 'quay side.jpg', path: 'assets/images/quay side.jpg' };
const ferry: DroppedFile = { name: '2026-05-10-ferry.md', path: ferryPath };

function dropped(marked: string, files: readonly DroppedFile[]) {
  const { text, cursor = 0 } = fixture(/^---/.test(marked) ? marked : `---\n${marked}\n---\n`);
  const { view } = siteOf({ ...siteFiles, [defaultPath]: text }).checked(defaultPath);
  const needed = filesForDrop(view, cursor, files);
  const result = dropFiles(view, cursor, files, {
    readArticle: path => (needed.articles.includes(path) ? parseArticle(path, siteFiles[path] ?? '') : undefined),
    imageInfo: path =>
      needed.images.includes(path) ? { type: 'JPEG', width: 1200, height: 630, bytes: 1 } : undefined,
  });
  const after = result && 'edits' in result ? applyEdits(text, result.edits) : text;
  return { result, after: inner(after) };
}

const item = '- url: /assets/images/quay%20side.jpg\n    width: 1200\n    height: 630';
const other = '- url: /b.png\n    width: 1\n    height: 2';

describe('a picture dropped into pictures becomes an item with its size', () => {
  test.each([
    ['on the key', 'images:<|>\nx: 1', `images:\n  ${item}\nx: 1`],
    ['anywhere on the line of a key without items', 'im<|>ages:\nx: 1', `images:\n  ${item}\nx: 1`],
    ['into brackets', 'images: [<|>]\nx: 1', `images:\n  ${item}\nx: 1`],
    ['on an empty line', 'images:\n<|>\nx: 1', `images:\n  ${item}\nx: 1`],
    ['behind a dash', 'images:\n  - <|>\nx: 1', `images:\n  ${item}\nx: 1`],
    [
      'on an item: behind it',
      `images:\n  - url: /b<|>.png\n    width: 1\n    height: 2\n  ${other}`,
      `images:\n  ${other}\n  ${item}\n  ${other}`,
    ],
    ['on the key of a list: before its items', `im<|>ages:\n  ${other}`, `images:\n  ${item}\n  ${other}`],
  ])('%s', (_, marked, expected) => {
    const { result, after } = dropped(marked, [quay]);
    expect(result).toMatchObject({ kind: 'images', count: 1 });
    expect(after).toBe(expected);
  });

  test('also into those of a related item', () => {
    const marked = harbourArticle.replace('width: 400', 'width: 4<|>00');
    const { after } = dropped(marked, [quay]);
    expect(after).toContain('        height: 225\n      - url: /assets/images/quay%20side.jpg\n        width: 1200\n');
  });

  test('some at once', () => {
    const { result } = dropped('images:<|>', [quay, { name: 'b.png', path: 'assets/b.png' }]);
    expect(result).toMatchObject({ kind: 'images', count: 2 });
  });
});

test('an article of the repository dropped into related items becomes one', () => {
  const { result, after } = dropped('title: "A"\nrelated:<|>', [ferry]);
  expect(result).toMatchObject({ kind: 'related', count: 1 });
  expect(after).toContain('\n  - title: "A ferry: no captain"\n    excerpt: "It steers itself."\n');
});

describe('refused, with the reason', () => {
  test.each([
    [{ name: 'a.jpg', path: undefined }, '“a.jpg” lies outside of this site. Copy it into a folder of the site first.'],
    [{ name: 'a.jpg', path: '_drafts/a.jpg' }, '“a.jpg” lies in a folder that the site does not publish.'],
    [{ name: '.a.jpg', path: 'assets/.a.jpg' }, '“.a.jpg” lies in a folder that the site does not publish.'],
  ])('%j', (file, refused) => {
    expect(dropped('images:<|>', [file]).result).toEqual({ refused });
  });

  test('a list that is broken', () => {
    const { result } = dropped('images:<|>\n  - url: "open\n  - url: b', [quay]);
    expect(result).toEqual({ refused: 'The list is written in a way that nothing can be added to it here.' });
  });
});

describe('nobody knows better than the editor', () => {
  test.each([
    ['a picture elsewhere', 'title: "A"<|>\nimages:', [quay]],
    ['a picture in related items', 'related:<|>', [quay]],
    ['a picture in the body', '---\nimages:\n---\n<|>', [quay]],
    ['an article in pictures', 'images:<|>', [ferry]],
    ['the article itself', 'related:<|>', [{ name: 'x.md', path: defaultPath }]],
    ['an article from elsewhere', 'related:<|>', [{ name: 'x.md', path: undefined }]],
    ['another file', 'images:<|>', [{ name: 'a.pdf', path: 'assets/a.pdf' }]],
    ['both', 'images:<|>', [quay, ferry]],
    ['nothing', 'images:<|>', []],
  ])('%s', (_, marked, files) => {
    expect(dropped(marked, files).result).toBeUndefined();
  });
});

describe('the address of a picture is written as the site writes it', () => {
  const news = (url: string) =>
    `---\ncategory: news\ntitle: "A"\nimages:\n  - url: ${url}\n    width: 1\n    height: 2\n---\n`;
  test.each([
    ['from the root of the site', '', '/assets/a.jpg', '/assets/b.jpg'],
    [
      'with its address',
      'url: https://a.example\n',
      'https://a.example/assets/a.jpg',
      'https://a.example/assets/b.jpg',
    ],
    [
      'with www',
      'url: https://www.a.example\n',
      '"https://www.a.example/assets/a.jpg"',
      'https://www.a.example/assets/b.jpg',
    ],
    ['with its base', 'url: https://a.example\nbaseurl: /daily\n', '/daily/assets/a.jpg', '/daily/assets/b.jpg'],
    ['where others are of other sites', '', 'https://b.example/a.jpg', '/assets/b.jpg'],
  ])('%s', (_, config, url, expected) => {
    const { site } = siteOf({ '_config.yml': config, '_news/2026-01-01-a.md': news(url) });
    expect(sitePathOf(site, 'assets/b.jpg')).toBe(expected);
  });

  test('in a site that stands in a folder', () => {
    const { site } = siteOf({ 'site/_config.yml': '', 'site/_news/2026-01-01-a.md': news('/assets/a.jpg') });
    expect(sitePathOf(site, 'site/assets/b.jpg')).toBe('/assets/b.jpg');
    expect(sitePathOf(site, 'assets/b.jpg')).toBeUndefined();
  });
});
