import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { mostRelated } from '../../server/src/core/preview/previewModel.ts';
import { previewOf } from '../../server/src/core/preview/previewOf.ts';
import { articlePath, harbourFiles } from '../features/harbourSite.ts';
import { harbourArticle, harbourWith } from '../support/harbourArticle.ts';
import { checkText, defaultPath, testNow } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

const front = harbourArticle.split('---\n')[1]!;

function alone(text: string) {
  return previewOf(checkText(defaultPath, text));
}

function inSite(frontMatter: string) {
  return previewOf(siteOf(harbourFiles(frontMatter)).checked(articlePath));
}

describe('the article', () => {
  test('what its card shows', () => {
    const { main, broken, relatedLeftOut } = alone(harbourArticle);
    expect(main).toMatchObject({
      title: 'Harbour opens again',
      contentType: 'News article',
      type: 'article',
      published: true,
      quality: 59,
      heat: 79,
      date: { epochMs: Date.parse('2026-05-12T09:30:00Z'), text: '2026-05-12T09:30:00Z' },
      provider: { name: 'Harbour Times', domain: 'harbourtimes.example' },
      cover: { at: 'remote', width: 800, height: 450 },
      webUrl: 'https://harbourtimes.example/harbour-opens-again',
      secured: 'valid',
      findings: [],
    });
    expect(main.topics.map(({ name }) => name)).toEqual(['Harbours', 'Port Ellery']);
    expect(main.urls.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'originalUrl valid',
      'webUrl valid',
      'ampWebUrl valid',
      'cdnAmpWebUrl valid',
    ]);
    expect([broken, relatedLeftOut]).toEqual([undefined, 0]);
  });

  test('nothing of secured is in it', () => {
    for (const text of [harbourArticle, harbourArticle.replace('secured: "q83v', 'secured: "q8 3v')])
      expect(JSON.stringify(alone(text))).not.toContain('ASNFZ4mrze8BI0Vni');
  });

  test('not by an alias either', () => {
    const cipher = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;ASNFZ4mrze8BI0VniavN7w==';
    for (const name of ['title', 'excerpt', 'type', 'webUrl', 'publishedDateTime']) {
      const text = `---\nsecured: &it "${cipher}"\n${name}: *it\nprovider:\n  name: *it\n  domain: *it\ntopics:\n  - *it\nimages:\n  - url: *it\nrelated:\n  - ${name}: *it\n    webUrl: *it\n---\n`;
      expect(JSON.stringify(alone(text)).toLowerCase()).not.toContain('q83vasnfz4mrze8b');
    }
  });

  test('what the repository knows of it', () => {
    const { main } = inSite(
      front
        .replace('https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a', '/assets/ferry.jpg')
        .replace('domain: harbourtimes.example\n  images:', 'domain: tidewater.example\n  pictures:'),
    );
    expect(main.cover).toMatchObject({ at: 'file', path: 'assets/ferry.jpg' });
    expect(main.provider).toMatchObject({
      registryPath: '_data/organizations/tidewater.example.md',
      logo: { at: 'file', path: 'assets/logo.png' },
    });
    expect(main.topics[0]).toMatchObject({ name: 'Harbours', registryPath: '_data/topics/01-harbours.yaml' });
    expect(main.topics[0]?.count).toBeGreaterThan(1);
  });

  test.each([
    ['published: true', 'published: false', false],
    ['published: true\n', '', true],
    ['published: true', 'published: true\nremoved: true', false],
  ])('%j as %j: shown %s', (old, other, shown) => {
    expect(alone(harbourWith(old, other)).main.published).toBe(shown);
  });

  test('a picture that is missing, and addresses that are none', () => {
    const { main } = inSite(
      front
        .replace('https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a', '/assets/gone.jpg')
        .replace(/^webUrl: .*/m, 'webUrl: "javascript:alert(1)"')
        .replace(/^ampWebUrl: .*\n/m, ''),
    );
    expect(main.cover).toMatchObject({ at: 'missing', path: 'assets/gone.jpg' });
    expect(main.webUrl).toBeUndefined();
    expect(main.urls.map(({ state }) => state)).toEqual(['valid', 'invalid', 'missing', expect.anything()]);
  });
});

describe('related items', () => {
  test('their order, distance and findings', () => {
    const { related, main } = alone(harbourWith('quality: 41', 'quality: many'));
    expect(related.map(({ index, title, afterMain }) => [index, title, afterMain])).toEqual([
      [0, 'The tide mill turns again', -23.5 * 3_600_000],
      [1, 'A ferry without a captain', -42 * 3_600_000 - 13 * 60_000],
    ]);
    expect(related[1]?.findings).toMatchObject([{ rule: 'wrong-type' }]);
    expect(main.findings).toEqual([]);
    const text = harbourWith('quality: 41', 'quality: many');
    const { start, end } = related[1]!.span;
    expect(text.slice(start, end)).toMatch(/^- title: "A ferry[\s\S]*height: 225$/);
  });

  test('what a curator should see at once', () => {
    const badges = (frontMatter: string) => inSite(frontMatter).related.map(one => one.badges);
    const items = (lines: string) => front.replace(/related:\n[\s\S]*?\n\n/, `related:\n${lines}\n\n`);
    expect(
      badges(
        items(`  - title: "The tide mill turns again"
    webUrl: "https://tidewater.example/mill"
    publishedDateTime: 2026-05-13T00:00:00Z
    quality: 3
  - title: "The tide mill turns again"
    webUrl: "https://elsewhere.example/mill"
    images: [{url: "https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a", width: 1, height: 1}]
  - title: "Harbour opens again"
    webUrl: "http://www.harbourtimes.example/harbour-opens-again/#top"
    images: [{url: "javascript:alert(1)", width: 1, height: 1}]
`),
      ).map(all => all.filter(({ kind }) => kind !== 'problem')),
    ).toEqual([
      [{ kind: 'here' }, { kind: 'newer' }, { kind: 'weak' }, { kind: 'noImage' }],
      [{ kind: 'duplicate', of: 0 }, { kind: 'sameImage' }],
      [{ kind: 'duplicate', of: -1 }, { kind: 'noImage' }],
    ]);
  });
});

describe('what is broken or hostile', () => {
  test('front matter that is no YAML says so, and keeps what can be read', () => {
    const { broken, main } = alone(harbourWith('title: "Harbour opens again"', 'title: "Harbour opens again'));
    expect(broken).toMatchObject({ rule: 'yaml-quote', severity: 'error' });
    expect(main.quality).toBe(59);
  });

  test.each([
    '',
    'no front matter',
    '---\n---\n',
    '---\nrelated: 3\ntopics: x\nprovider: y\nimages: z\n---\n',
    '---\n- 1\n---\n',
  ])('%j', text => {
    expect(alone(text).related).toEqual([]);
  });

  test('too many items and too long texts are cut, and it says how many', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `  - title: T${i}\n    webUrl: nothing`).join('\n');
    const text = `---\ntitle: "${'long '.repeat(20_000)}"\nexcerpt: "${'<b>'.repeat(80_000)}"\nrelated:\n${many}\n---\n`;
    const article = parseArticle(defaultPath, text);
    const model = previewOf(checkArticle(article, { project: createProject(), now: testNow }));
    expect([model.related.length, model.relatedLeftOut]).toEqual([mostRelated, 10_000 - mostRelated]);
    expect(JSON.stringify(model).length).toBeLessThan(500_000);
  });
});
