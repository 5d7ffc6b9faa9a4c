// Edge cases of the rules about AMP addresses, providers, pictures, lists and related items.
import { describe, expect, test } from 'vitest';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { checkText, fileOf, testNow } from '../support/rules.ts';

const ids = new Set(
  `amp-pair amp-cdn-url provider-domain provider-domain-host image-size image-duplicate list-repeated related-duplicate
   related-self`.split(/\s+/),
);
const own = rules.filter(rule => ids.has(rule.id));

interface Case {
  readonly text: string;
  /** The rules that find something, one for each mark. */
  readonly found: readonly string[];
  /** After the safe fixes; left out: the same as before. */
  readonly fixed?: string;
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  'a domain': [
    { text: 'provider:\n  domain: <|tidewater|>', found: ['provider-domain error'] },
    { text: 'provider:\n  domain: tide<| |>water.example', found: ['provider-domain error'] },
    {
      text: 'provider:\n  domain: "<| |>tidewater.example"',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: "tidewater.example"',
    },
    {
      text: "provider:\n  domain: 'tidewater.example<|/|>'",
      found: ['provider-domain error'],
      fixed: "provider:\n  domain: 'tidewater.example'",
    },
    {
      text: 'provider:\n  domain: tidewater.example<|/mill|>',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: tidewater.example',
    },
    {
      text: 'provider:\n  domain: tidewater.example<|.|>',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: tidewater.example',
    },
    {
      text: 'provider:\n  domain: tidewater<|,|>example',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: tidewater.example',
    },
    {
      text: 'provider:\n  domain: "tidewater.example<|:443|>"',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: "tidewater.example"',
    },
    {
      text: 'provider:\n  domain: <|WWW.|>Tidewater.example',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: tidewater.example',
    },
    {
      text: 'provider:\n  domain: <|https://tidewater.example|>',
      found: ['provider-domain error'],
      fixed: 'provider:\n  domain: tidewater.example',
    },
    { text: 'provider:\n  domain: tidewater.example\n  name: Tidewater', found: [] },
    { text: 'provider:\n  domain: 12', found: [] },
    { text: 'provider:\n  domain: "  "', found: [] },
    { text: 'provider:\n  domain:', found: [] },
    {
      text: 'related:\n  - webUrl: https://a.example/\n    provider: {name: T, domain: <|www.|>a.example}',
      found: ['provider-domain error'],
      fixed: 'related:\n  - webUrl: https://a.example/\n    provider: {name: T, domain: a.example}',
    },
  ],
  'a domain and a host': [
    { text: 'originalUrl: https://www.a.example/\nprovider: {domain: a.example}', found: [] },
    {
      text: 'originalUrl: https://nota.example/\nprovider: {domain: <|a.example|>}',
      found: ['provider-domain-host hint'],
    },
    {
      text: 'originalUrl: https://a.example/\nprovider: {domain: <|news.a.example|>}',
      found: ['provider-domain-host hint'],
    },
    { text: 'originalUrl: http://b.example/\nprovider: {domain: <|a.example|>}', found: ['provider-domain-host hint'] },
    { text: 'originalUrl: https://a.example/\nwebUrl: https://b.example/\nprovider: {domain: a.example}', found: [] },
    { text: 'webUrl: https://b.example/\nprovider: {domain: <|a.example|>}', found: ['provider-domain-host hint'] },
    { text: 'originalUrl: b.example/\nprovider: {domain: a.example}', found: [] },
    { text: 'originalUrl: https://youtu.be/x\nprovider: {domain: a.example}', found: [] },
    { text: 'originalUrl: https://player.vimeo.com/video/1\nprovider: {domain: a.example}', found: [] },
    {
      text: 'originalUrl: https://b.example/\nprovider: {domain: <|A|>.example}',
      found: ['provider-domain error'],
      fixed: 'originalUrl: https://b.example/\nprovider: {domain: a.example}',
    },
    { text: 'provider: {domain: a.example}', found: [] },
  ],
  'an AMP address': [
    { text: 'ampWebUrl: https://a.example/amp\ncdnAmpWebUrl:', found: [] },
    { text: 'ampWebUrl: ""', found: [] },
    { text: '<|ampWebUrl|>: a.example/amp', found: ['amp-pair error'] },
    { text: '<|cdnAmpWebUrl|>: https://a.example/amp', found: ['amp-pair error'] },
    {
      text: 'related:\n- {<|ampWebUrl|>: https://a.example/amp, type: article}',
      found: ['amp-pair error'],
      fixed:
        'related:\n- {ampWebUrl: https://a.example/amp, cdnAmpWebUrl: "https://a-example.cdn.ampproject.org/c/s/a.example/amp", type: article}',
    },
    {
      text: 'ampWebUrl: htps://a.example/amp\ncdnAmpWebUrl: https://b-example.cdn.ampproject.org/c/s/b.example/amp',
      found: [],
    },
    {
      text: 'ampWebUrl: http://a.example/amp\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/a.example/amp',
      found: [],
    },
    {
      text: 'ampWebUrl: http://a.example/amp\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/s/a.example/amp',
      found: [],
    },
    {
      text: 'ampWebUrl: http://a.example/amp\ncdnAmpWebUrl: <|https://a-example.cdn.ampproject.org/c/s/a.example/amq|>',
      found: ['amp-cdn-url error'],
      fixed: 'ampWebUrl: http://a.example/amp\ncdnAmpWebUrl: https://a-example.cdn.ampproject.org/c/a.example/amp',
    },
    {
      text: 'ampWebUrl: https://xn--bcher-kva.example/amp\ncdnAmpWebUrl: https://anything.cdn.ampproject.org/c/s/x',
      found: [],
    },
  ],
  'the size of a picture': [
    {
      text: 'images: [{url: /a.jpg, width: <|-50|>, height: <|-40|>}]',
      found: ['image-size error', 'image-size error'],
      fixed: 'images: [{url: /a.jpg, width: 50, height: 40}]',
    },
    { text: 'images:\n- width: <|-0|>', found: ['image-size error'] },
    { text: 'images:\n- width: 20000\n  height: 400', found: [] },
    { text: 'images:\n- width: <|20001|>\n  height: 400', found: ['image-size warning'] },
    { text: 'images:\n- width: <|19|>\n  height: 1000', found: ['image-size warning'] },
    { text: 'images:\n- width: "-50"\n  height: fifty', found: [] },
    { text: 'images:\n- width: .inf\n  height: .nan', found: [] },
    { text: 'provider:\n  images:\n  - url: /a.png\n    width: <|0|>', found: ['image-size error'] },
  ],
  'a picture that stands twice': [
    {
      text: 'images:\n- url: /a.jpg\n- url: <|/a.jpg|>\n- url: <|/a.jpg|>',
      found: ['image-duplicate warning', 'image-duplicate warning'],
      fixed: 'images:\n- url: /a.jpg',
    },
    {
      text: 'images: [{url: /a.jpg}, {url: <|/a.jpg|>}, {url: /b.jpg}]',
      found: ['image-duplicate warning'],
      fixed: 'images: [{url: /a.jpg}, {url: /b.jpg}]',
    },
    { text: 'images:\n- url: /a.jpg\n- url: /a.jpg?v=2\n- url: /A.jpg', found: [] },
    { text: 'images:\n- url:\n- url:\n- url: ""', found: [] },
  ],
  'a value that stands twice': [
    {
      text: 'topics:\n- Energy\n- <|Energy|>\n- <|Energy|>\n- Ferries',
      found: ['list-repeated warning', 'list-repeated warning'],
      fixed: 'topics:\n- Energy\n- Ferries',
    },
    { text: 'topics:\n- Energy\n- <|ENERGY|>', found: ['list-repeated warning'] },
    { text: 'topics:\n- 12\n- <|"12"|>', found: ['list-repeated warning'] },
    { text: 'topics:\n-\n-\n- ""', found: [] },
    { text: 'topics:\n- &a Energy\n- *a', found: [] },
    { text: 'keywords:\n- tide\n- tide', found: [] },
  ],
  'related items': [
    {
      text: 'originalUrl: https://a.example/x\nwebUrl: https://a.example/y\nrelated:\n- webUrl: <|https://a.example/x|>\n- webUrl: <|https://a.example/y|>\n- webUrl: <|https://a.example/x|>',
      found: ['related-self warning', 'related-self warning', 'related-self warning'],
    },
    {
      text: 'related:\n- webUrl: https://a.example/x\n- webUrl: <|https://a.example/x|>\n- webUrl: <|https://a.example/x|>',
      found: ['related-duplicate warning', 'related-duplicate warning'],
      fixed: 'related:\n- webUrl: https://a.example/x',
    },
    {
      text: 'related:\n- webUrl: https://a.example/x\n- webUrl: <|http://www.a.example/x/?utm_source=b|>',
      found: ['related-duplicate warning'],
    },
    {
      text: 'related:\n- webUrl: https://a.example/x\n  title: T\n  provider: {domain: a.example}\n- webUrl: <|https://b.example/x|>\n  title: t\n  provider: {domain: <|A|>.example}',
      found: ['related-duplicate warning', 'provider-domain error'],
      fixed:
        'related:\n- webUrl: https://a.example/x\n  title: T\n  provider: {domain: a.example}\n- webUrl: https://b.example/x\n  title: t\n  provider: {domain: a.example}',
    },
    { text: 'related:\n- title: T\n- title: T', found: [] },
    { text: 'related:\n- webUrl: ""\n- webUrl: ""\n- text\n-', found: [] },
    { text: 'related: text', found: [] },
  ],
};

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('$text', ({ text, found, fixed }) => {
    const file = fileOf({ text });
    const { view, findings } = checkText(file.path, file.text, own);
    expect(findings.map(({ rule, severity, start, end }) => `${rule} ${severity} at ${start}-${end}`)).toEqual(
      found.map((one, index) => `${one} at ${file.marked[index]?.start}-${file.marked[index]?.end}`),
    );
    expect(found).toHaveLength(file.marked.length);
    const after = fixArticle(view.article, { project: createProject(), now: testNow, rules: own }).text;
    expect(after).toBe(fixed === undefined ? file.text : fileOf({ text: fixed }).text);
  });
});

test('a suggestion removes a list whose only item goes', () => {
  const { text, path } = fileOf({
    text: 'webUrl: https://a.example/x\nrelated:\n  - webUrl: https://a.example/x\ntype: article',
  });
  const [fix] = checkText(path, text, own).findings.flatMap(one => one.fixes());
  expect(fix?.safe).toBe(false);
  const [edit] = fix?.edits ?? [];
  expect(edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toBe(
    '---\nwebUrl: https://a.example/x\ntype: article\n---\n',
  );
});
