import { describe, expect, test } from 'vitest';
import { harbourArticle } from '../support/harbourArticle.ts';
import { inner, paste } from './pasting.ts';

const eels = 'https://tidewater.example/2026/05/09/eels-come-back?utm_source=x#top';
const ferry = 'https://www.harbourtimes.example/ferry/';
const cover = 'https://p.example/w_800/h_450/5f6a12.jpg';

/** An item of what the address of the eels tells, from its dash. */
const eelsItem = `- title: "Eels come back"
  publishedDateTime: 2026-05-09T00:00:00Z
  webUrl: "https://tidewater.example/2026/05/09/eels-come-back"
  type: article
  provider:
    name: tidewater.example
    domain: tidewater.example`;
const head = 'title: "A"\nwebUrl: "https://a.example/a"\ntype: article\n';
const first = '- title: "B"\n  webUrl: "https://b.example/"\n  provider:\n    name: B';
const indented = (text: string, width: number) => text.replace(/^/gm, ' '.repeat(width));

describe('an address becomes a related item', () => {
  const whole = `${head}\nrelated:\n${indented(eelsItem, 2)}\n\nsecured: "x"`;
  test.each([
    ['behind the key', `${head}\nrelated: <|>\n\nsecured: "x"`],
    ['right behind the colon', `${head}\nrelated:<|>\n\nsecured: "x"`],
    ['below the key', `${head}\nrelated:\n<|>\n\nsecured: "x"`],
    ['below the key, where the blank line sets the next section off', `${head}\nrelated:\n<|>\nsecured: "x"`],
    ['below the key, indented', `${head}\nrelated:\n    <|>\n\nsecured: "x"`],
    ['behind a dash', `${head}\nrelated:\n  - <|>\n\nsecured: "x"`],
    ['right behind a dash', `${head}\nrelated:\n  -<|>\n\nsecured: "x"`],
    ['in brackets', `${head}\nrelated: [<|>]\n\nsecured: "x"`],
  ])('%s', (_, marked) => {
    const { offer, after } = paste(marked, eels);
    expect(offer).toMatchObject({ kind: 'related', count: 1 });
    expect(inner(after)).toBe(whole);
  });

  test.each([
    [
      'at the end, at the very left',
      `${indented(first, 2)}\n<|>\nsecured: "x"`,
      `${indented(first, 2)}\n${indented(eelsItem, 2)}\n\nsecured: "x"`,
    ],
    [
      'at the end, as far as the last line',
      `${indented(first, 2)}\n      <|>\nx: 1`,
      `${indented(first, 2)}\n${indented(eelsItem, 2)}\nx: 1`,
    ],
    [
      'between two',
      `${indented(first, 2)}\n<|>\n${indented(first, 2)}`,
      `${indented(first, 2)}\n${indented(eelsItem, 2)}\n${indented(first, 2)}`,
    ],
    ['before the first', `  <|>\n${indented(first, 2)}`, `${indented(eelsItem, 2)}\n${indented(first, 2)}`],
    ['in a list without indentation', `${first}\n<|>\nx: 1`, `${first}\n${eelsItem}\nx: 1`],
    [
      'behind a dash at the end',
      `${indented(first, 2)}\n  - <|>\nx: 1`,
      `${indented(first, 2)}\n${indented(eelsItem, 2)}\nx: 1`,
    ],
  ])('%s', (_, marked, expected) => {
    expect(inner(paste(`${head}\nrelated:\n${marked}`, eels).after)).toBe(`${head}\nrelated:\n${expected}`);
  });

  test('behind the key of a list that has items it is the first', () => {
    const { after } = paste(`${head}\nrelated:<|>\n${indented(first, 2)}`, eels);
    expect(inner(after)).toBe(`${head}\nrelated:\n${indented(eelsItem, 2)}\n${indented(first, 2)}`);
  });

  test('an article of the repository comes as it is in its file', () => {
    const { after } = paste(`${head}\nrelated: <|>`, ferry);
    expect(inner(after)).toBe(`${head}
related:
  - title: "A ferry: no captain"
    excerpt: "It steers itself."
    publishedDateTime: 2026-05-10T07:15:00Z
    webUrl: "https://harbourtimes.example/ferry"
    type: article
    provider:
      name: Harbour Times
      domain: harbourtimes.example
    quality: 41`);
  });

  test('the words of a link are its title', () => {
    const titled = inner(paste(`${head}\nrelated: <|>`, `[Eels: they come back!](${eels})`).after);
    expect(titled).toContain('\n  - title: "Eels: they come back!"\n');
    const html = `<meta charset="utf-8"><a href="${eels}">Eels &amp; more</a>`;
    expect(inner(paste(`${head}\nrelated: <|>`, { text: eels, html }).after)).toContain('- title: "Eels & more"\n');
  });

  test('some at once, in their order', () => {
    const { offer, after } = paste(`${head}\nrelated:\n  - <|>\nx: 1`, `${eels}\n\n- <${ferry}>\r\n`);
    expect(offer?.count).toBe(2);
    expect([...after.matchAll(/title: "(.*)"/g)].map(([, title]) => title)).toEqual([
      'A',
      'Eels come back',
      'A ferry: no captain',
    ]);
  });

  test('with the line ends of the file', () => {
    const { after } = paste(`---\r\n${head.replaceAll('\n', '\r\n')}\r\nrelated:\r\n<|>\r\n---\r\n`, eels);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after.replaceAll('\r\n', '\n')).toBe(`---\n${head}\nrelated:\n${indented(eelsItem, 2)}\n---\n`);
  });
});

describe('a picture becomes an item of pictures', () => {
  test.each([
    ['with the size that its address says', '- <|>', cover, `- url: "${cover}"\n    width: 800\n    height: 450`],
    ['without one that nobody knows', '<|>', 'https://p.example/5f6a?utm_medium=y', '- url: "https://p.example/5f6a"'],
    [
      'with the size of its file',
      '<|>',
      '/assets/images/quay%20side.jpg',
      '- url: /assets/images/quay%20side.jpg\n    width: 1200\n    height: 630',
    ],
    [
      'of this site, by its whole address',
      '<|>',
      'https://port-ellery.example/assets/images/quay%20side.jpg',
      '- url: "https://port-ellery.example/assets/images/quay%20side.jpg"\n    width: 1200\n    height: 630',
    ],
  ])('%s', (_, marked, pasted, expected) => {
    const { offer, after } = paste(`${head}\nimages:\n  ${marked}\nx: 1`, pasted);
    expect(offer).toMatchObject({ kind: 'images', count: 1 });
    expect(inner(after)).toBe(`${head}\nimages:\n  ${expected}\nx: 1`);
  });

  const nested = `related:\n  - title: "B"\n    images:\n      - url: "https://b.example/1.png"\n        width: 1\n        height: 2\n`;
  test('in the related item whose pictures end there; a page is another related item', () => {
    expect(inner(paste(`${nested}        <|>\nx: 1`, cover).after)).toContain(
      `\n      - url: "${cover}"\n        width: 800`,
    );
    expect(inner(paste(`${nested}        <|>\nx: 1`, eels).after)).toBe(`${nested}${indented(eelsItem, 2)}\nx: 1`);
  });

  test('is no related item', () => {
    expect(paste(`${head}\nrelated:\n  - <|>`, cover).offer).toBeUndefined();
    expect(paste(`${head}\nrelated:\n  - <|>`, '/assets/images/quay%20side.jpg').offer).toBeUndefined();
  });
});

describe('names of topics become topics', () => {
  test.each([
    ['topics:\n  - <|>', 'ferries, HARBOURS', 'topics:\n  - Ferries\n  - Harbours'],
    ['topics:\n  - Harbours\n  <|>\nx: 1', '- Ferries\n- Harbours', 'topics:\n  - Harbours\n  - Ferries\nx: 1'],
  ])('%j', (marked, pasted, expected) => {
    const { offer, after } = paste(marked, pasted);
    expect(offer?.kind).toBe('topics');
    expect(inner(after)).toBe(expected);
  });

  test('but not those that nobody knows', () => {
    expect(paste('topics:\n  - <|>', 'Ferries, Boots').offer).toBeUndefined();
  });
});

describe('a paste is a paste', () => {
  test.each([
    ['in the midst of a value', 'related:\n  - title: "B"\n    webUrl: <|>', eels],
    ['on a line with a word', 'related:\n  - ti<|>tle: "B"', eels],
    ['in place of a selection', 'related:\n  <|- title|>: "B"', eels],
    ['at the place of a key', 'title: "A"\n<|>\nexcerpt: "b"', eels],
    ['in the body', `---\n${head}\nrelated:\n---\n<|>`, eels],
    ['on a fence', `---\n${head}\nrelated:\n<|>---\n`, eels],
    ['above the front matter', `<|>---\n${head}\nrelated:\n---\n`, eels],
    ['in secured', 'related:\nsecured: <|>', eels],
    ['in secured, below', 'secured: |\n  <|>\n', eels],
    ['in a comment', 'related: # <|>', eels],
    ['of a page below pictures, at the very left', 'images:\n  - url: "https://b.example/1"\n<|>\nx: 1', eels],
    ['of another list', 'items:\n  - <|>', eels],
    ['of words', `related:\n  - <|>`, 'Some words'],
    ['of words and an address', 'related:\n  - <|>', `Read ${eels}`],
    ['of another scheme', 'related:\n  - <|>', 'javascript:alert(1)'],
    ['of nothing', 'related:\n  - <|>', ' \n'],
    ['of more than anybody means', 'related:\n  - <|>', `${eels}\n`.repeat(51)],
    ['of something long', 'related:\n  - <|>', `${eels}\n`.repeat(3000)],
    ['in a text of several lines', 'excerpt: |\n  one\n  <|>\n  two\nrelated:', eels],
    ['where the file is none of ours', 'related:\n  - <|>', eels, 'notes/a.md'],
  ])('%s', (_, marked, pasted, path?: string) => {
    expect(paste(marked, pasted, ...(path === undefined ? [] : [path])).offer).toBeUndefined();
  });
});

test('in a whole article nothing but the new lines changes', () => {
  const at = harbourArticle.indexOf('\nsecured:');
  const { after, offer } = paste(`${harbourArticle.slice(0, at)}<|>${harbourArticle.slice(at)}`, ferry);
  const [change, ...more] = offer?.edits ?? [];
  expect(more).toEqual([]);
  expect(after).toBe(harbourArticle.slice(0, change?.start) + change?.newText + harbourArticle.slice(change?.end));
  expect(after.split('\n').length).toBe(harbourArticle.split('\n').length + 9);
});
