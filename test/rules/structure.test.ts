// Keys, missing fields and values of the wrong kind: what all rules together say, and what the first fix leaves.
import { describe, expect, test } from 'vitest';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { checkText, testNow } from '../support/rules.ts';

const project = createProject();
const whole = [
  'category: news',
  'title: "Harbour opens again"',
  'excerpt: "After two years of work the harbour of Port Ellery opens again."',
  'publishedDateTime: 2026-05-12T09:30:00Z',
  'originalUrl: "https://harbourtimes.example/harbour-opens-again"',
  'type: article',
  'quality: 59',
  '',
  'provider:',
  '  name: Harbour Times',
  '  domain: harbourtimes.example',
  '',
  'topics:',
  '  - Energy',
  '  - Climate',
  '',
  'images:',
  '  - url: "https://harbourtimes.example/ferry.jpg"',
  '    width: 1280',
  '    height: 720',
  '',
].join('\n');

interface Outcome {
  readonly said: readonly string[];
  /** The front matter after the first fix of the only finding. */
  readonly fixed: string | undefined;
  readonly safe: boolean | undefined;
}

function outcome(content: string, path = '_news/2026-05-12-harbour-opens-again.md'): Outcome {
  const text = `---\n${content}---\n`;
  const checked = checkText(path, text);
  const { findings } = checked;
  const fix = findings[0]?.fixes()[0];
  const fixed = fix && applyEdits(text, fix.edits);
  if (fix?.safe) expect(fixArticle(checked.view.article, { project, now: testNow }).text).toBe(fixed);
  return {
    said: findings.map(({ rule, severity, start, end }) => `${severity} ${rule}: ${text.slice(start, end)}`),
    fixed: fixed?.slice(4, -4),
    safe: fix?.safe,
  };
}

test('the whole article is fine', () => {
  expect(outcome(whole).said).toEqual([]);
});

describe('a safe fix gives the article back', () => {
  const slips: [what: string, from: string, to: string, finding: string][] = [
    ['a swapped letter', 'title:', 'titel:', 'warning unknown-field: titel'],
    ['a dropped letter', 'publishedDateTime:', 'publishedDateTme:', 'warning unknown-field: publishedDateTme'],
    ['another case', 'originalUrl:', 'originalURL:', 'warning unknown-field: originalURL'],
    ['a singular', 'topics:', 'topic:', 'warning unknown-field: topic'],
    ['an underscore', 'originalUrl:', 'original_url:', 'warning unknown-field: original_url'],
    ['a nested key', 'domain:', 'domian:', 'warning unknown-field: domian'],
    ['a key behind a dash', '- url:', '- ulr:', 'warning unknown-field: ulr'],
    ['a quoted key', 'quality:', '"qualty":', 'warning unknown-field: "qualty"'],
    [
      'a list on one line',
      'topics:\n  - Energy\n  - Climate',
      'topics: Energy, Climate',
      'error wrong-type: Energy, Climate',
    ],
    ['a list without spaces', '  - Energy\n  - Climate', '  -Energy\n  -Climate', 'error yaml-dash: -'],
    [
      'keys in place of a list',
      '  - url: "https://harbourtimes.example/ferry.jpg"\n    width: 1280\n    height: 720',
      '  url: "https://harbourtimes.example/ferry.jpg"\n  width: 1280\n  height: 720',
      'error wrong-type: images',
    ],
    [
      'a list in place of keys',
      '  name: Harbour Times\n  domain: harbourtimes.example',
      '  - name: Harbour Times\n    domain: harbourtimes.example',
      'error wrong-type: provider',
    ],
    ['a misspelt key with a misspelt value', 'type: article', 'tpye: article', 'warning unknown-field: tpye'],
    ['a field that can say one thing', 'category: news\n', '', 'error required-field: ---'],
    ['a value that can be one thing', 'category: news', 'category:', 'error empty-value: category'],
    ['a second key', 'type: article\n', 'type: article\ntype: article\n', 'error duplicate-key: type'],
    ['a value in capitals', 'type: article', 'type: ARTICLE', 'error value-not-allowed: ARTICLE'],
  ];
  test.each(slips)('%s', (_, from, to, finding) => {
    const broken = whole.replace(from, to);
    if (to.startsWith('"'))
      expect(outcome(broken)).toEqual({ said: [finding], fixed: whole.replace(from, '"quality":'), safe: true });
    else expect(outcome(broken)).toEqual({ said: [finding], fixed: whole, safe: true });
  });
});

describe('a suggestion', () => {
  const slips: [what: string, from: string, to: string, finding: string, fixed: string][] = [
    [
      'keys in place of a list, some missing',
      '  - url: "https://harbourtimes.example/ferry.jpg"\n    width: 1280\n    height: 720',
      '  url: "https://harbourtimes.example/ferry.jpg"\n\n  # wide\n  width: 1280',
      'error wrong-type: images',
      '  - url: "https://harbourtimes.example/ferry.jpg"\n\n    # wide\n    width: 1280',
    ],
    [
      'a list at the column of its key in place of keys',
      '  name: Harbour Times\n  domain: harbourtimes.example',
      '- name: Harbour Times\n  domain: harbourtimes.example\n  mood: calm',
      'error wrong-type: provider',
      '  name: Harbour Times\n  domain: harbourtimes.example\n  mood: calm',
    ],
    [
      'a list of one in place of a value',
      'type: article',
      'type:\n  - article',
      'error wrong-type: - article',
      'type: article',
    ],
    [
      'a domain that follows from the address',
      '  domain: harbourtimes.example\n',
      '',
      'error required-field: provider',
      '  domain: harbourtimes.example\n',
    ],
    [
      'a date that follows from the name',
      'publishedDateTime: 2026-05-12T09:30:00Z\n',
      '',
      'error required-field: ---',
      'publishedDateTime: 2026-05-12T00:00:00Z\n',
    ],
    [
      'a title that follows from the name',
      'title: "Harbour opens again"\n',
      '',
      'error required-field: ---',
      'title: "Harbour opens again"\n',
    ],
    [
      'a whole mapping',
      '\nprovider:\n  name: Harbour Times\n  domain: harbourtimes.example\n',
      '',
      'error required-field: ---',
      '\nprovider:\n  name: Harbour Times\n  domain: harbourtimes.example\n',
    ],
    [
      'a whole list',
      '\ntopics:\n  - Energy\n  - Climate\n',
      '',
      'error required-field: ---',
      '\ntopics:\n  - Energy\n',
    ],
    ['a key of a list item', '    height: 720\n', '', 'error required-field: -', '    height: 720\n'],
    [
      'an empty mapping',
      'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
      'provider:',
      'error empty-value: provider',
      'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
    ],
    [
      'an empty value that may be missing',
      'quality: 59\n',
      'quality: 59\nwebUrl: ""\n',
      'warning empty-value: ""',
      'quality: 59\n',
    ],
  ];
  test.each(slips)('%s', (_, from, to, finding, fixed) => {
    expect(outcome(whole.replace(from, to))).toEqual({
      said: [finding],
      fixed: whole.replace(from, fixed),
      safe: false,
    });
  });
});

describe('one cause, one finding', () => {
  const slips: [what: string, from: string, to: string, said: string[]][] = [
    ['a key too far out', '  domain: harbour', 'domain: harbour', ['warning unknown-field: domain']],
    [
      'a key too far in',
      'quality: 59\n\nprovider:\n',
      '\nprovider:\n  quality: 59\n',
      ['warning unknown-field: quality'],
    ],
    ['a misspelt key with an odd value', 'quality: 59', 'qualty: high', ['warning unknown-field: qualty']],
    [
      'a missing field beside a value that does not read',
      'category: news\ntitle: "Harbour opens again"',
      'title: "Harbour opens again',
      ['error required-field: ---', 'error yaml-quote: "Harbour opens again'],
    ],
    [
      'a required key that does not read',
      'title: "Harbour opens again"',
      'title: "Harbour opens again',
      ['error yaml-quote: "Harbour opens again'],
    ],
    ['a line that slipped', '  domain: harbour', '   domain: harbour', ['error yaml-indent: domain']],
    [
      'a list of texts in place of pictures',
      'images:\n  - url: "https://harbourtimes.example/ferry.jpg"\n    width: 1280\n    height: 720',
      'images:\n  - /ferry.jpg',
      ['error wrong-type: /ferry.jpg'],
    ],
    [
      'a text in place of keys',
      'provider:\n  name: Harbour Times\n  domain: harbourtimes.example',
      'provider: Harbour Times',
      ['error wrong-type: Harbour Times'],
    ],
    ['a key of the project’s own', 'quality: 59', 'quality: 59\nmood: cheerful', ['hint unknown-field: mood']],
    ['keys that Jekyll knows', 'quality: 59', 'quality: 59\nlayout: post\ntags: [a]\nredirect_from: /a', []],
    [
      'a key that a merge brings in',
      'quality: 59',
      'quality: 59\nmood: &m\n  colour: red\nother:\n  <<: *m',
      ['hint unknown-field: mood', 'hint unknown-field: other'],
    ],
  ];
  test.each(slips)('%s', (_, from, to, said) => {
    expect(outcome(whole.replace(from, to)).said).toEqual(said);
  });
});

describe('missing fields', () => {
  const profile = '_people/ada-quill.md';

  test('are told one by one and added all at once', () => {
    const text = '---\n---\n';
    const { findings } = checkText(profile, text);
    expect(findings.map(({ start, end, message }) => `${start}-${end} ${message}`)).toEqual([
      '0-3 This profile has no “name”.',
      '0-3 This profile has no “type”.',
      '0-3 This profile has no “topics”.',
    ]);
    for (const finding of findings) {
      const all = finding.fixes().find(fix => fix.title === 'Add all missing fields')!;
      expect(applyEdits(text, all.edits)).toBe('---\nname: Harbour Times\ntype: profile\n\ntopics:\n  - Energy\n---\n');
    }
  });

  test('are added all at once in a list item of a file with CRLF and a byte order mark', () => {
    const text = `\ufeff---\r\n${whole.replace('    width: 1280\n    height: 720\n', '').replaceAll('\n', '\r\n')}---\r\n`;
    const { findings } = checkText('_news/2026-05-12-harbour-opens-again.md', text);
    const all = findings[0]!.fixes()[1]!;
    expect(applyEdits(text, all.edits)).toBe(`\ufeff---\r\n${whole.replaceAll('\n', '\r\n')}---\r\n`);
  });

  test('stand at the brace of a list item in brackets', () => {
    const text = `---\nname: Ada Quill\ntype: profile\ntopics: [Energy]\nimages: [{ url: /a.png, width: 1 }]\n---\n`;
    const { findings } = checkText(profile, text, undefined);
    const missing = findings.find(({ rule }) => rule === 'required-field')!;
    expect(text.slice(missing.start)).toMatch(/^\{ url/);
    expect(applyEdits(text, missing.fixes()[0]!.edits)).toContain('[{ url: /a.png, width: 1, height: 720 }]');
  });

  test('are not asked for in a file that nobody declared, or that cannot be read', () => {
    expect(checkText('about.md', '---\nmood: fine\n---\n').findings).toEqual([]);
    const { findings } = checkText(profile, '---\nname: Ada Quill\n');
    expect(findings.map(({ rule }) => rule)).toEqual(['front-matter-unclosed']);
  });

  test('of an empty registry file stand at its start', () => {
    const { findings } = checkText('_data/topics/03-tides.yaml', '');
    expect(findings.map(({ start, end, message }) => `${start}-${end} ${message}`)).toEqual([
      '0-0 This topic has no “taxonomy”.',
      '0-0 This topic has no “_id”.',
      '0-0 This topic has no “name”.',
    ]);
  });
});

test('many unknown keys and many incomplete items are all told of', () => {
  const keys = Array.from({ length: 3_000 }, (_, i) => `zq${i}x: 1\n`).join('');
  const items = Array.from({ length: 3_000 }, (_, i) => `  - url: /a${i}.png\n`).join('');
  const text = `---\n${keys}images:\n${items}---\n`;
  const { findings } = checkText('_news/2026-05-12-a.md', text);
  expect(findings.length).toBeGreaterThan(8_000);
});
