// The seven rules about addresses, with odd addresses that work and with broken ones, in a whole article under all rules.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileKindOf } from '../../server/src/core/article/frontMatter.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { harbourArticle, harbourWith } from '../support/harbourArticle.ts';
import { checkText, defaultPath, testNow } from '../support/rules.ts';

const WEB_URL = 'webUrl: "https://harbourtimes.example/harbour-opens-again"\namp';
const PICTURE = '"https://pictures.harbourtimes.example/w_800/5f6a12d4906ee80a"';

const withWebUrl = (token: string): string => harbourWith(WEB_URL, `webUrl: ${token}\namp`);
const withPicture = (token: string): string => harbourWith(PICTURE, token);

test('says nothing of the article that all cases start from', () => {
  expect(checkText(defaultPath, harbourArticle).findings).toEqual([]);
});

describe('a good address', () => {
  test.each([
    '"https://tidewater.example"',
    '"https://tidewater.example/"',
    'https://tidewater.example/mill',
    "'https://tidewater.example/mill'",
    '"https://www.tidewater.example/mill/"',
    '"https://a.b.c.d.tidewater.example/mill"',
    '"https://tide-water.example/tide-mill"',
    '"https://tide--water.example/"',
    '"https://my_site.tidewater.example/"',
    '"https://1844.example/2026/05/12"',
    '"https://3.example/"',
    '"https://x.example/"',
    '"https://tidewater.example:8443/mill"',
    '"https://tidewater.example:443/"',
    '"https://bücher.example/möwe"',
    '"https://xn--bcher-kva.example/"',
    '"https://港口.example/新闻"',
    '"https://tidewater.example/m%C3%B6we?q=%2C"',
    '"HTTPS://Tidewater.Example/Mill"',
    '"https://tidewater.example/wiki/Mill_(tide)"',
    '"https://tidewater.example/a_(b)_(c)"',
    '"https://tidewater.example/[mill]"',
    '"https://tidewater.example/mill?ids[]=1&ids[]=2"',
    '"https://tidewater.example/{mill}"',
    '"https://tidewater.example/mill;v=1;w=2"',
    '"https://tidewater.example/mill,1,2"',
    '"https://tidewater.example/ada\'s-mill"',
    "'https://tidewater.example/ada''s-mill'",
    '"https://tidewater.example/mill!"',
    '"https://tidewater.example/mill."',
    '"https://tidewater.example/mill..."',
    '"https://tidewater.example/~ada/mill"',
    '"https://tidewater.example/@ada/mill"',
    '"https://tidewater.example/a:b"',
    '"https://tidewater.example/a+b"',
    '"https://tidewater.example/$1*2"',
    '"https://tidewater.example/a|b"',
    '"https://tidewater.example/a^b`c"',
    '"https://tidewater.example//mill//2"',
    '"https://tidewater.example/a/../b"',
    '"https://tidewater.example/100%"',
    '"https://tidewater.example/?"',
    '"https://tidewater.example?a=1"',
    '"https://tidewater.example#map"',
    '"https://tidewater.example/#"',
    '"https://tidewater.example/#!/mill"',
    '"https://tidewater.example/mill#a#b"',
    '"https://tidewater.example/mill?a=1&b=2&amp=1"',
    '"https://tidewater.example/mill?a=b=c==&&d"',
    '"https://tidewater.example/mill?copy=1&lt=2&reg=3&para=4"',
    '"https://tidewater.example/go?to=https://harbourtimes.example/ferry"',
    '"https://tidewater.example/go/https://harbourtimes.example/ferry"',
    '"https://tidewater.example/go?to=http%3A%2F%2Fharbourtimes.example"',
    '"https://tidewater.example/go?to=javascript:0"',
    '"https://tidewater.example/mill---2026---05/"',
    '"https://tidewater.example/mill?utm_source=a&utm_medium=b"',
    '"https://tidewater.example/mill.html?x=1.5,2.5"',
    '"https://tidewater.example/mill\\u002dwheel"',
    '"https://tidewater.example/%22mill%22"',
    '"https://tidewater.example/🌊"',
    `"https://tidewater.example/${'long-'.repeat(400)}mill"`,
    `"https://${'a'.repeat(63)}.example/"`,
  ])('%s', token => {
    expect(found(withWebUrl(token))).toEqual([]);
  });

  test.each([
    '/assets/images/mill.jpg',
    '"/assets/images/mill%20wheel.jpg"',
    '"/assets/images/möwe.jpg"',
    '"/assets/images/mill.jpg?v=2#top"',
    '"/mill"',
    '"https://cdn.tidewater.example/mill.jpg?width=400&coordinates=0%2C196%2C0%2C197&height=711.42"',
    '"https://cdn.tidewater.example/c_scale,f_auto,w_800/mill"',
    '"https://cdn.tidewater.example/image(1).png"',
  ])('of a picture: %s', token => {
    expect(found(withPicture(token))).toEqual([]);
  });
});

interface Bad {
  readonly rule: string;
  /** The value as it stands in the file; `⟦` and `⟧` enclose the very part that is wrong. */
  readonly token: string;
  /** The value after the fix that is applied unasked. */
  readonly fixed?: string;
  /** The value after the first fix, where that wants a look. */
  readonly suggested?: string;
  readonly severity?: string;
}

const good = '"https://tidewater.example/mill"';

const bad: readonly Bad[] = [
  { rule: 'url-scheme', token: '"⟦tidewater.example⟧/mill"', fixed: good },
  { rule: 'url-scheme', token: '⟦tidewater.example⟧/mill', fixed: 'https://tidewater.example/mill' },
  {
    rule: 'url-scheme',
    token: "'⟦www.tidewater.example⟧/mill?a=1'",
    fixed: "'https://www.tidewater.example/mill?a=1'",
  },
  { rule: 'url-scheme', token: '"⟦//⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦://⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦htps://⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦httpss://⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦ttps://⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https:/⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https//⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https:⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https:///⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https;//⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https:\\\\\\\\⟧tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦https://⟧https://tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦http://⟧https://tidewater.example/mill"', fixed: good },
  { rule: 'url-scheme', token: '"⟦http:/⟧tidewater.example/mill"', fixed: '"http://tidewater.example/mill"' },
  { rule: 'url-unsafe', token: '"⟦javascript:⟧alert(1)"' },
  { rule: 'url-unsafe', token: '"⟦JavaScript:⟧//tidewater.example/%0aalert(1)"' },
  { rule: 'url-unsafe', token: '"⟦data:⟧text/html,mill"' },
  { rule: 'url-unsafe', token: '"⟦vbscript:⟧mill"' },
  { rule: 'url-unsafe', token: '"⟦file:⟧///home/ada/mill.html"' },
  { rule: 'url-unsafe', token: '"⟦ftp:⟧//tidewater.example/mill"', severity: 'warning' },
  { rule: 'url-unsafe', token: '"⟦mailto:⟧ada@tidewater.example"', severity: 'warning' },
  { rule: 'url-blank', token: '"⟦ ⟧https://tidewater.example/mill"', fixed: good },
  { rule: 'url-blank', token: '"https://tidewater.example/mill⟦  ⟧"', fixed: good },
  { rule: 'url-blank', token: '"https://tidewater.example/mill⟦\\t⟧"', fixed: good },
  { rule: 'url-blank', token: '"https://tidewater.example/mill⟦\u00a0⟧"', fixed: good },
  { rule: 'url-blank', token: '"https://tide⟦\u200b⟧water.example/mill"', fixed: good },
  { rule: 'url-blank', token: '"https://tidewater.example/mi⟦\\u00ad⟧ll"', fixed: good },
  {
    rule: 'url-blank',
    token: '"https://tidewater.example/tide⟦ ⟧mill"',
    fixed: '"https://tidewater.example/tide%20mill"',
  },
  { rule: 'url-blank', token: '"https://tidewater.example/⟦ ⟧mill"', suggested: good },
  { rule: 'url-blank', token: '"https://tide⟦ ⟧water.example/mill"', suggested: good },
  { rule: 'url-blank', token: '"https://harbour⟦ ⟧times.example/mill"', fixed: '"https://harbourtimes.example/mill"' },
  {
    rule: 'url-blank',
    token: '"https://harbourtimes.example/harbour-⟦ ⟧opens-again"',
    fixed: '"https://harbourtimes.example/harbour-opens-again"',
  },
  { rule: 'url-blank', token: '"https://tidewater.example/mill⟦ ⟧https://tidewater.example/ferry"' },
  { rule: 'url-unbalanced', token: '"⟦<⟧https://tidewater.example/mill>"', fixed: good },
  { rule: 'url-unbalanced', token: '"⟦(⟧https://tidewater.example/mill)"', fixed: good },
  { rule: 'url-unbalanced', token: '"⟦[⟧https://tidewater.example/mill]"', fixed: good },
  { rule: 'url-unbalanced', token: '"⟦\'⟧https://tidewater.example/mill\'"', fixed: good },
  { rule: 'url-unbalanced', token: '"⟦\\"⟧https://tidewater.example/mill\\""', fixed: good },
  { rule: 'url-unbalanced', token: '"⟦“⟧https://tidewater.example/mill”"', fixed: good },
  { rule: 'url-unbalanced', token: '"https://tidewater.example/mill⟦)⟧"', fixed: good },
  { rule: 'url-unbalanced', token: '"https://tidewater.example/mill⟦>⟧"', fixed: good },
  { rule: 'url-unbalanced', token: '⟦"[The mill](https://tidewater.example/mill)"⟧', fixed: good },
  {
    rule: 'url-unbalanced',
    token: '⟦\'<a href="https://tidewater.example/mill">The mill</a>\'⟧',
    fixed: "'https://tidewater.example/mill'",
  },
  { rule: 'url-host', token: '"https://tidewater⟦,⟧example/mill"', fixed: good },
  { rule: 'url-host', token: '"https://tidewater⟦..⟧example/mill"', fixed: good },
  { rule: 'url-host', token: '"https://tidewater.example⟦.⟧/mill"', fixed: good },
  { rule: 'url-host', token: '"https://⟦tidewater⟧/mill"' },
  { rule: 'url-host', token: '"https://⟦localhost⟧:4000/mill"' },
  { rule: 'url-host', token: '⟦"https://"⟧' },
  { rule: 'url-host', token: '"⟦https://⟧?mill"' },
  { rule: 'url-host', token: '"https://tide⟦!⟧water.example/mill"' },
  { rule: 'url-host', token: '"https://⟦-tidewater⟧.example/mill"' },
  { rule: 'url-host', token: '"https://⟦1.2.3⟧/mill"' },
  { rule: 'url-host', token: '"https://tidewater.example⟦:99999⟧/mill"' },
  { rule: 'url-host', token: '"https://tidewater.example⟦:⟧/mill"', fixed: good },
  { rule: 'url-host', token: '"https://⟦192.0.2.17⟧/mill"', severity: 'hint' },
  { rule: 'url-host', token: '"https://⟦[2001:db8::17]⟧/mill"', severity: 'hint' },
  { rule: 'url-invalid', token: '⟦"see below"⟧' },
  { rule: 'url-invalid', token: '⟦none⟧' },
  { rule: 'url-invalid', token: '⟦/mill⟧' },
  { rule: 'url-invalid', token: '⟦"../mill.html"⟧' },
  { rule: 'url-invalid', token: '"https://tidewater.example⟦\\\\⟧mill"', fixed: good },
  { rule: 'url-invalid', token: "'https://tidewater.example/a⟦\\⟧b\\c'", fixed: "'https://tidewater.example/a/b/c'" },
  {
    rule: 'url-invalid',
    token: '"https://tidewater.example/?a=1⟦&amp;⟧b=2"',
    fixed: '"https://tidewater.example/?a=1&b=2"',
    severity: 'warning',
  },
  {
    rule: 'url-invalid',
    token: '"https://tidewater.example/?a=1⟦&#038;⟧b=2"',
    fixed: '"https://tidewater.example/?a=1&b=2"',
    severity: 'warning',
  },
  { rule: 'url-invalid', token: '"https://⟦ada:pass@⟧tidewater.example/mill"', suggested: good, severity: 'warning' },
  { rule: 'url-invalid', token: '"https://tidewater.example/a⟦<⟧b>c"', severity: 'warning' },
  { rule: 'url-insecure', token: '"⟦http⟧://tidewater.example/mill"', suggested: good, severity: 'hint' },
  { rule: 'url-insecure', token: '"⟦HTTP⟧://tidewater.example/mill"', suggested: good, severity: 'hint' },
];

describe('a bad address', () => {
  test.each(bad)('$token', ({ rule, token, fixed, suggested, severity }) => {
    const { findings, text } = check(withWebUrl(token));
    expect(findings).toEqual([`${severity ?? 'error'} ${rule} at ${token}`]);
    expect(fixedToken(text)).toBe(fixed ?? token.replace(/[⟦⟧]/g, ''));
    expect(firstFix(text)).toBe(fixed ?? suggested);
  });

  test.each<Bad>([
    { rule: 'url-invalid', token: '⟦assets/images/mill.jpg⟧', fixed: '/assets/images/mill.jpg' },
    { rule: 'url-invalid', token: '⟦pictures/mill.jpg⟧' },
    { rule: 'url-invalid', token: '⟦../assets/mill.jpg⟧' },
    { rule: 'url-invalid', token: "⟦'/assets/../mill.jpg'⟧" },
    { rule: 'url-invalid', token: "'/assets⟦\\⟧mill.jpg'", fixed: "'/assets/mill.jpg'" },
    { rule: 'url-blank', token: '"/assets/mill.jpg⟦ ⟧"', fixed: '"/assets/mill.jpg"' },
    { rule: 'url-blank', token: '"⟦ ⟧/assets/mill.jpg"', fixed: '"/assets/mill.jpg"' },
    { rule: 'url-blank', token: '"/assets/tide⟦ ⟧mill.jpg"', fixed: '"/assets/tide%20mill.jpg"' },
    { rule: 'url-unbalanced', token: '"⟦(⟧/assets/mill.jpg)"', fixed: '"/assets/mill.jpg"' },
    {
      rule: 'url-scheme',
      token: '"⟦cdn.tidewater.example⟧/mill.jpg"',
      fixed: '"https://cdn.tidewater.example/mill.jpg"',
    },
    { rule: 'url-unsafe', token: '"⟦data:⟧image/gif;base64,R0lGODlhAQABAAAAACw="' },
  ])('of a picture: $token', ({ rule, token, fixed, severity }) => {
    const { findings, text } = check(withPicture(token));
    expect(findings).toEqual([`${severity ?? 'error'} ${rule} at ${token}`]);
    const bare = token.replace(/[⟦⟧]/g, '');
    expect(fixedText(text)).toBe(fixed === undefined ? text : text.replace(bare, fixed));
  });

  test('reads the addresses of a registry, of related items and of other fields alike', () => {
    const registry =
      'taxonomy: organization\n_id: tidewater.example\nname: Tidewater\ndomain: tidewater.example\nimages:\n  - url: ';
    const texts: [string, string, string][] = [
      [
        '_data/organizations/tidewater.example.md',
        `---\n${registry}tidewater.example/a.png\n    width: 50\n    height: 50\n---\n`,
        'url-scheme',
      ],
      [
        defaultPath,
        harbourWith('"https://tidewater.example/mill-turns-again"', '"https://tidewater.example/mill "'),
        'url-blank',
      ],
      [
        '_data/topics/01-harbours.yaml',
        'taxonomy: topic\n_id: harbours\nname: Harbours\nservices:\n  news: mailto:a@b.example\n',
        'url-unsafe',
      ],
    ];
    for (const [file, text, rule] of texts) expect(checkText(file, text).findings.map(one => one.rule)).toEqual([rule]);
  });

  test('leaves values of another type, empty ones and repeated ones to others', () => {
    for (const token of ['12', 'true', '""', '"  "', '']) {
      const urls = checkText(defaultPath, withWebUrl(token)).findings.filter(one => one.rule.startsWith('url-'));
      expect(urls).toEqual([]);
    }
    const aliased = 'originalUrl: &url tidewater.example/mill\nwebUrl: *url';
    const { findings } = checkText(
      defaultPath,
      `---\n${aliased}\n---\n`,
      rules.filter(one => one.id === 'url-scheme'),
    );
    expect(findings).toHaveLength(1);
  });

  test('never shows a password', () => {
    const { findings } = checkText(defaultPath, withWebUrl('"https://ada:pass@tidewater.example/mill"'));
    expect(findings.map(one => one.message).join()).not.toMatch(/pass\b|ada/);
  });
});

describe('where an AMP address follows from the other', () => {
  const cached =
    'cdnAmpWebUrl: "https://harbourtimes-example.cdn.ampproject.org/c/s/harbourtimes.example/amp/harbour-opens-again"';
  const page = 'ampWebUrl: "https://harbourtimes.example/amp/harbour-opens-again"';

  test.each([
    [
      cached,
      'cdnAmpWebUrl: "https://harbourtimes-example/c/s/harbourtimes.example/amp/harbour-opens-again"',
      'url-host',
    ],
    [cached, 'cdnAmpWebUrl: "see above"', 'url-invalid'],
    [cached, cached.replace('https', 'http'), 'amp-cdn-url'],
    [cached, cached.replace('again', 'agian'), 'amp-cdn-url'],
    [page, 'ampWebUrl: "https://harbourtimes/amp/harbour-opens-again"', 'url-host'],
    [page, page.replace('https', 'http'), 'url-insecure'],
    [page, page.replace('opens', 'opens '), 'url-blank'],
  ])('%s is restored from %s', (line, broken, rule) => {
    const text = harbourWith(`\n${line}\n`, `\n${broken}\n`);
    expect(checkText(defaultPath, text).findings.map(one => one.rule)).toEqual([rule]);
    expect(fixedText(text)).toBe(harbourArticle);
  });

  test.each([
    [`\n${cached}`, '', page],
    [`\n${page}`, '', cached],
  ])('an address that is missing is added at its place', (line, without, other) => {
    const text = harbourWith(line, without);
    const [finding, ...more] = checkText(defaultPath, text).findings;
    expect(more).toEqual([]);
    expect(finding?.rule).toBe('amp-pair');
    expect(text.slice(finding?.start, finding?.end)).toBe(other.split(':', 1)[0]);
    expect(fixedText(text)).toBe(harbourArticle);
  });

  test('a misspelt key is no missing address', () => {
    const text = harbourWith('cdnAmpWebUrl', 'cdnAmpWebURL');
    const { findings } = checkText(
      defaultPath,
      text,
      rules.filter(one => one.id.startsWith('amp-')),
    );
    expect(findings).toEqual([]);
  });
});

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus');

describe.runIf(fs.existsSync(corpus))('the addresses of real articles', () => {
  test('are never called wrong', { timeout: 60_000 }, () => {
    const urlRules = rules.filter(rule => rule.id.startsWith('url-'));
    let files = 0;
    for (const root of fs.readdirSync(corpus)) {
      for (const file of fs.readdirSync(path.join(corpus, root), { recursive: true, encoding: 'utf8' })) {
        const full = path.join(corpus, root, file);
        if (fileKindOf(file) === undefined || !fs.statSync(full).isFile()) continue;
        files++;
        const { findings } = checkText(file.replaceAll('\\', '/'), fs.readFileSync(full, 'utf8'), urlRules);
        expect(findings.filter(one => one.severity === 'error')).toEqual([]);
      }
    }
    expect(files).toBeGreaterThan(700);
  });
});

function found(text: string): string[] {
  return checkText(defaultPath, text).findings.map(({ rule, start, end }) => `${rule} at ${text.slice(start, end)}`);
}

/** The findings of a text with marks, each with the value that it stands in, marked as found. */
function check(marked: string): { findings: string[]; text: string } {
  const text = marked.replace(/[⟦⟧]/g, '');
  const token = marked.slice(tokenStart(marked), tokenEnd(marked));
  const at = tokenStart(marked);
  const bare = token.replace(/[⟦⟧]/g, '');
  const findings = checkText(defaultPath, text).findings.map(({ rule, severity, start, end }) => {
    const from = start - at;
    const to = end - at;
    return `${severity} ${rule} at ${bare.slice(0, from)}⟦${bare.slice(from, to)}⟧${bare.slice(to)}`;
  });
  return { findings, text };
}

/** Where the value with the first mark starts, or the changed `webUrl` or picture. */
function tokenStart(text: string): number {
  const mark = text.indexOf('⟦');
  return text.slice(0, mark).search(/(?<=(?:webUrl|url): )[^\n]*$/);
}

function tokenEnd(text: string): number {
  return text.indexOf('\n', text.indexOf('⟧'));
}

function fixedText(text: string): string {
  const { article } = checkText(defaultPath, text).view;
  return fixArticle(article, { project: createProject(), now: testNow }).text;
}

function webUrlOf(text: string): string | undefined {
  return /^webUrl: (.*)$/m.exec(text)?.[1];
}

function fixedToken(text: string): string | undefined {
  return webUrlOf(fixedText(text));
}

function firstFix(text: string): string | undefined {
  const fix = checkText(defaultPath, text).findings.flatMap(one => one.fixes().slice(0, 1))[0];
  if (fix === undefined) return undefined;
  const [edit] = fix.edits;
  return edit && webUrlOf(text.slice(0, edit.start) + edit.newText + text.slice(edit.end));
}
