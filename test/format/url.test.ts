import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isTrackingParameter,
  normalizeUrl,
  readUrl,
  siteRelative,
  type UrlDefect,
  urlParts,
} from '../../server/src/core/format/url.ts';
import { hasCorpus, valuesOf } from './corpus.ts';

describe('valid', () => {
  test.each([
    'https://gizmodo.com',
    'https://gizmodo.com/zoom-emotion-1848911353',
    'HTTPS://Gizmodo.com/',
    'https://www.protocol.com/x.jpg?id=29787626&width=400&coordinates=0%2C196%2C0%2C197&height=711.4',
    'https://powerusers.microsoft.com//a//b',
    'https://a.org/Screenshot%20(430).png',
    'https://en.wikipedia.org/wiki/Mercury_(planet)',
    "https://a.org/a,b;c|d{e}f^g~h`i'j!k*l$m=n",
    'https://a.org/100%',
    'https://a.org/%zz',
    'https://a.org?q=1',
    'https://a.org#top',
    'https://a.org/?q=[1]',
    'https://a.org/?a=1&copy=2',
    'https://a.org/?to=https://b.org/',
    'https://web.archive.org/web/2020/https://b.org/',
    'https://a.org/@user/post',
    'https://a.org:8443/x',
    'https://münchen.de/straße',
    'https://xn--mnchen-3ya.de',
    'https://例え.jp/パス',
    'https://my_site.tumblr.com',
    'https://r3---sn.googlevideo.com',
    'https://10.0.0.1/x',
    'https://[2001:db8::1]/x',
    'https://a.org/می\u200cخواهم',
    'https://http.cat/404',
  ])('%s', text => expect(readUrl(text)).toMatchObject({ kind: 'valid' }));
});

type Row = [text: string, kind: UrlDefect, token: string, repaired?: string];

describe('defects', () => {
  const all = 'the whole text';
  test.each<Row>([
    ['', 'empty', ''],
    ['  \n', 'empty', all],

    ['javascript:alert(1)', 'unsafe-scheme', 'javascript:'],
    ['JavaScript:alert(1)', 'unsafe-scheme', 'JavaScript:'],
    ['java\tscript:alert(1)', 'unsafe-scheme', 'java\tscript:'],
    [' \u0001javascript:alert(1)', 'unsafe-scheme', 'javascript:'],
    ['<javascript:alert(1)>', 'unsafe-scheme', 'javascript:'],
    ['data:image/png;base64,AAAA', 'unsafe-scheme', 'data:'],
    ['vbscript:x', 'unsafe-scheme', 'vbscript:'],
    ['file:///etc/passwd', 'unsafe-scheme', 'file:'],

    [' https://a.org/', 'blank-around', ' ', 'https://a.org/'],
    ['https://a.org/\n', 'blank-around', '\n', 'https://a.org/'],
    ['\u00a0https://a.org/', 'blank-around', '\u00a0', 'https://a.org/'],
    ['https://a.org/\u200bb', 'invisible-character', '\u200b', 'https://a.org/b'],
    ['https://a.org/\u0000b\u0007', 'invisible-character', '\u0000', 'https://a.org/b'],
    ['https://a.o\u00adrg', 'invisible-character', '\u00ad', 'https://a.org'],

    ['[text](https://a.org/b)', 'link-markup', all, 'https://a.org/b'],
    ['![text](https://a.org/b.png "Title")', 'link-markup', all, 'https://a.org/b.png'],
    ['[text](https://a.org/b', 'link-markup', all],
    ['<a href="https://a.org">text</a>', 'link-markup', all, 'https://a.org'],
    ["<img src='https://a.org/b.png'>", 'link-markup', all, 'https://a.org/b.png'],
    ['<https://a.org>', 'wrapped', '<', 'https://a.org'],
    ['<a.org/b>', 'wrapped', '<', 'https://a.org/b'],
    ['(https://a.org)', 'wrapped', '(', 'https://a.org'],
    ['"https://a.org"', 'wrapped', '"', 'https://a.org'],
    ['“https://a.org”', 'wrapped', '“', 'https://a.org'],
    ['"https://a.org', 'wrapped', '"', 'https://a.org'],
    ['https://a.org"', 'wrapped', '"', 'https://a.org'],
    ['https://a.org/b)', 'wrapped', ')', 'https://a.org/b'],
    ['https://a.org/b_(c))', 'wrapped', ')', 'https://a.org/b_(c)'],
    ['https://a.org/b]', 'wrapped', ']', 'https://a.org/b'],
    ['https://a.org/b>', 'wrapped', '>', 'https://a.org/b'],
    ['https://a.org/?a=1&#038;b=2', 'entity', '&#038;', 'https://a.org/?a=1&b=2'],
    ['https://a.org/?a=1&amp;b=2&amp;c=3', 'entity', '&amp;', 'https://a.org/?a=1&b=2&c=3'],
    ['https://a.org/?a=1&amp;amp;b=2', 'entity', '&amp;amp;', 'https://a.org/?a=1&b=2'],

    ['/assets/x.jpg', 'relative', all],
    ['../x', 'relative', all],
    ['#top', 'relative', all],
    ['image.jpg', 'relative', all],
    ['assets/image.jpg', 'relative', all],
    ['TBD', 'not-url', all],
    ['n/a', 'not-url', all],
    ['Gizmodo', 'not-url', all],
    ['see https://a.org', 'not-url', all],
    ['gizmodo.com is nice', 'not-url', all],
    ['a@b.org', 'not-url', all],
    ['Note: none', 'not-url', all],
    ['12:30', 'not-url', all],

    ['gizmodo.com/x', 'missing-scheme', 'gizmodo.com', 'https://gizmodo.com/x'],
    ['gizmodo.com', 'missing-scheme', 'gizmodo.com', 'https://gizmodo.com'],
    ['www.a.org', 'missing-scheme', 'www.a.org', 'https://www.a.org'],
    ['//gizmodo.com/x', 'missing-scheme', '//', 'https://gizmodo.com/x'],
    ['://gizmodo.com/x', 'missing-scheme', '://', 'https://gizmodo.com/x'],
    ['gizmodo.com:8080/x', 'missing-scheme', 'gizmodo.com', 'https://gizmodo.com:8080/x'],
    ['gizmodo.com/a b', 'missing-scheme', 'gizmodo.com', 'https://gizmodo.com/a%20b'],
    ['localhost:3000/x', 'missing-scheme', 'localhost'],

    ['htps://a.org', 'misspelt-scheme', 'htps://', 'https://a.org'],
    ['hhttps://a.org', 'misspelt-scheme', 'hhttps://', 'https://a.org'],
    ['ttps://a.org', 'misspelt-scheme', 'ttps://', 'https://a.org'],
    ['hxxps://a.org', 'misspelt-scheme', 'hxxps://', 'https://a.org'],
    ['https//a.org', 'misspelt-scheme', 'https//', 'https://a.org'],
    ['https;//a.org', 'misspelt-scheme', 'https;//', 'https://a.org'],
    ['https:/a.org', 'misspelt-scheme', 'https:/', 'https://a.org'],
    ['https:///a.org', 'misspelt-scheme', 'https:///', 'https://a.org'],
    ['https:a.org', 'misspelt-scheme', 'https:', 'https://a.org'],
    ['https: //a.org', 'misspelt-scheme', 'https: //', 'https://a.org'],
    ['https:\\\\a.org\\b', 'misspelt-scheme', 'https:\\\\', 'https://a.org/b'],
    // Plain http stays: only another rule may speak of it.
    ['http;//a.org', 'misspelt-scheme', 'http;//', 'http://a.org'],
    ['https://https://a.org', 'doubled-scheme', 'https://', 'https://a.org'],
    ['http://https://a.org', 'doubled-scheme', 'http://', 'https://a.org'],
    ['https://http//a.org', 'doubled-scheme', 'https://', 'http://a.org'],
    ['url: https://a.org', 'doubled-scheme', 'url:', 'https://a.org'],
    ['view-source:https://a.org', 'doubled-scheme', 'view-source:', 'https://a.org'],
    ['ftp://a.org', 'other-scheme', 'ftp:'],
    ['mailto:a@b.org', 'other-scheme', 'mailto:'],
    ['tel:123', 'other-scheme', 'tel:'],
    ['custom-app:open', 'other-scheme', 'custom-app:'],

    ['https://', 'missing-host', 'https://'],
    ['https:', 'missing-host', 'https:'],
    ['https://?x', 'missing-host', 'https://'],
    ['https://:80/', 'missing-host', 'https://'],
    ['https://user:secret@a.org/', 'user-info', 'user:secret@'],
    ['https://giz*modo.com', 'host-character', '*'],
    ['https://gizmodo,com/x', 'host-character', ',', 'https://gizmodo.com/x'],
    ['https://gizmodo\u3002com/x', 'host-character', '\u3002', 'https://gizmodo.com/x'],
    ['https://gizmodo%20.com', 'host-character', '%'],
    ['https://gizmodo..com/x', 'host-label', '..', 'https://gizmodo.com/x'],
    ['https://.gizmodo.com/x', 'host-label', '.', 'https://gizmodo.com/x'],
    ['https://..', 'host-label', '..'],
    ['https://-a.org', 'host-label', '-a'],
    ['https://a-.org', 'host-label', 'a-'],
    [`https://${'a'.repeat(64)}.org`, 'host-label', 'a'.repeat(64)],
    ['https://gizmodo.com./x', 'host-trailing-dot', '.', 'https://gizmodo.com/x'],
    ['https://gizmodo/x', 'host-without-dot', 'gizmodo'],
    ['https://localhost', 'host-without-dot', 'localhost'],
    ['https://10.0.0.256/x', 'host-address', '10.0.0.256'],
    ['https://1.2.3', 'host-address', '1.2.3'],
    ['https://a.org:99999/', 'port', ':99999'],
    ['https://a.org:0/', 'port', ':0'],
    ['https://a.org:80a/', 'port', ':80a'],
    ['https://a.org:/x', 'port', ':', 'https://a.org/x'],

    ['https://a.org/b\\c\\d', 'backslash', '\\', 'https://a.org/b/c/d'],
    ['https://a.org\\b', 'backslash', '\\', 'https://a.org/b'],
    ['https://a.org/<slug>', 'character', '<'],
    ['https://a.org/a"b', 'character', '"', 'https://a.org/a%22b'],
    ['https://a.org/b c', 'blank-inside', ' ', 'https://a.org/b%20c'],
    ['https://a.org/?q=b  c', 'blank-inside', '  ', 'https://a.org/?q=b%20%20c'],
    ['https://a.org/b\n  c', 'blank-inside', '\n  ', 'https://a.org/bc'],
    ['https://giz modo.com', 'blank-inside', ' '],
    ['https://a.org https://b.org', 'blank-inside', ' '],
    ['https://a.org/x https://b.org', 'blank-inside', ' '],

    ['http://a.org/x', 'insecure', 'http', 'https://a.org/x'],
    ['HTTP://a.org/x', 'insecure', 'HTTP', 'https://a.org/x'],
    ['http://a.org:80/x', 'insecure', 'http', 'https://a.org/x'],
    ['http://a.org:8080/x', 'insecure', 'http'],
  ])('%s: %s', (text, kind, token, repaired) => {
    const reading = readUrl(text);
    expect(reading.kind).toBe(kind);
    if (reading.kind === 'valid') return;
    const { start, end } = reading.span;
    expect(text.slice(start, end)).toBe(token === all ? text : token);
    expect(reading.repaired).toBe(repaired);
  });
});

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'https',
      'http',
      '://',
      ':',
      '/',
      '//',
      'a.org',
      'www.',
      'x',
      '.',
      '-',
      '?a=1',
      '&utm_source=x',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '#!/x',
      '#top',
      ' ',
      '\\',
      '(',
      ')',
      '<',
      '>',
      '"',
      '&amp;',
      '@',
      '%2f',
      '%7E',
      '[',
      ']',
      '\n',
      'ü',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('\u200b', '\u0000', '\ud800', '\u00a0', '😀')),
  },
);
const anyUrl = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
const nearUrl = fc
  .tuple(fc.constantFrom('https://a.org', 'http://www.a.org/', 'a.org/b'), anyUrl)
  .map(([a, b]) => a + b);

describe('properties', () => {
  test('spans lie inside the text, and whatever is repaired is well-formed', () => {
    fc.assert(
      fc.property(fc.oneof(anyUrl, nearUrl), text => {
        const reading = readUrl(text);
        if (reading.kind === 'valid') return;
        const { span, repaired } = reading;
        expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        if (repaired === undefined) return;
        expect(repaired).not.toBe(text);
        expect(reading.kind === 'insecure' ? ['valid'] : ['valid', 'insecure']).toContain(readUrl(repaired).kind);
      }),
      { seed: 3, numRuns: 1500 },
    );
  });

  test('browsers read every valid address, and find the same host in it', () => {
    fc.assert(
      fc.property(nearUrl, text => {
        const reading = readUrl(text);
        if (reading.kind !== 'valid' || !/^[\u0000-\u007f]*$/.test(reading.parts.host.text)) return;
        const url = new URL(text);
        expect(url.hostname).toBe(reading.parts.host.text.toLowerCase());
        expect(url.protocol).toBe('https:');
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  test('parts make up the text', () => {
    fc.assert(
      fc.property(nearUrl, text => {
        const parts = urlParts(text);
        if (parts === undefined) return;
        const { scheme, userInfo, host, port, path, query, fragment } = parts;
        for (const part of [scheme, userInfo, host, port, path, query, fragment]) {
          if (part) expect(text.slice(part.start, part.end)).toBe(part.text);
        }
        const before = `${scheme.text}://${userInfo ? `${userInfo.text}@` : ''}${host.text}${port ? `:${port.text}` : ''}`;
        expect(before + path.text + (query ? `?${query.text}` : '') + (fragment ? `#${fragment.text}` : '')).toBe(text);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  test('a normalized address stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyUrl, nearUrl), text => {
        expect(normalizeUrl(normalizeUrl(text))).toBe(normalizeUrl(text));
      }),
      { seed: 6, numRuns: 1500 },
    );
  });

  test.each([
    ['blanks', `https://a.org/${' '.repeat(300_000)}x`],
    ['backslashes', `https://a.org${'\\'.repeat(300_000)}`],
    ['dots', `https://${'.'.repeat(300_000)}a`],
    ['labels', `https://${'a.'.repeat(150_000)}`],
    ['openers', '['.repeat(300_000)],
    ['schemes', 'https://'.repeat(40_000)],
    ['entities', `https://a.org/?${'&amp;'.repeat(60_000)}`],
    ['semicolons', `https://a.org/?&${';'.repeat(300_000)}`],
    ['words', 'see it '.repeat(50_000)],
  ])('much of %s is read in time', (_name, text) => {
    expect(normalizeUrl(normalizeUrl(text))).toBe(normalizeUrl(text));
    expect(typeof readUrl(text).kind).toBe('string');
    expect(siteRelative(text)).toBeUndefined();
  });
});

describe('normalizeUrl', () => {
  const key = 'https://a.org/b';
  test.each([
    'https://a.org/b',
    'http://a.org/b',
    'HTTPS://WWW.A.ORG/b',
    'https://a.org./b/',
    'https://a.org:443/b',
    'http://a.org:80/b//',
    'https://a.org/b#comments',
    'https://a.org/b?',
    'https://a.org/b?utm_source=x&UTM_medium=y',
    'https://a.org/b?fbclid=1&gclid=2&mc_cid=3#top',
    ' https://a.org/%62 ',
  ])('%s', text => expect(normalizeUrl(text)).toBe(key));

  test.each([
    ['https://a.org/B', 'https://a.org/B'],
    ['https://a.org:8080/b', 'https://a.org:8080/b'],
    ['https://a.org/b?id=1&utm_source=x&page=2', 'https://a.org/b?id=1&page=2'],
    ['https://a.org/b?ref=home', 'https://a.org/b?ref=home'],
    ['https://a.org/b%2fc', 'https://a.org/b%2Fc'],
    ['https://a.org/#!/b', 'https://a.org#!/b'],
    ['https://a.org/#/b', 'https://a.org#/b'],
    ['https://a.org/amp/b', 'https://a.org/amp/b'],
    ['https://www.com/', 'https://www.com'],
    ['  not an address ', 'not an address'],
    ['mailto:A@b.org', 'mailto:A@b.org'],
    ['', ''],
  ])('%s', (text, expected) => expect(normalizeUrl(text)).toBe(expected));

  test('tracking parameters', () => {
    expect(['utm_campaign', 'UTM_X', 'fbclid', 'WT.mc_id'].filter(isTrackingParameter)).toHaveLength(4);
    expect(['id', 'v', 'utm', 'ref', 'source', 'width'].filter(isTrackingParameter)).toEqual([]);
  });
});

test('urlParts', () => {
  const text = 'https://me@www.a.org:81/b//c?d=e?f#g#h';
  const parts = urlParts(text);
  expect(Object.entries(parts!).map(([name, part]) => [name, part.text])).toEqual([
    ['scheme', 'https'],
    ['userInfo', 'me'],
    ['host', 'www.a.org'],
    ['port', '81'],
    ['path', '/b//c'],
    ['query', 'd=e?f'],
    ['fragment', 'g#h'],
  ]);
  expect(urlParts('https://a.org')).not.toHaveProperty('query');
  expect(urlParts('https://[::1]:80/')).toMatchObject({ host: { text: '[::1]' }, port: { text: '80' } });
  for (const none of ['', 'a.org', '//a.org', 'mailto:x', '1https://a.org']) expect(urlParts(none)).toBeUndefined();
});

test.each([
  ['/assets/x.jpg', 'assets/x.jpg'],
  ['/assets/a%20b.jpg?v=2#x', 'assets/a b.jpg'],
  ['/assets/100%.jpg', 'assets/100%.jpg'],
  ['/', ''],
  ['//a.org/x.jpg', undefined],
  ['assets/x.jpg', undefined],
  ['/../x.jpg', undefined],
  ['/a/%2e%2e/%2e%2e/x.jpg', undefined],
  ['/a b.jpg', undefined],
  ['/a\\b.jpg', undefined],
  ['https://a.org/x.jpg', undefined],
  ['', undefined],
])('siteRelative %s', (text, expected) => expect(siteRelative(text)).toBe(expected));

if (hasCorpus) {
  describe('real addresses', () => {
    test.each([
      ['originalUrl', 613],
      ['webUrl', 395],
      ['ampWebUrl', 27],
      ['cdnAmpWebUrl', 27],
      ['website', 2],
    ])('%s: all are valid', (key, count) => {
      const values = valuesOf(key);
      expect(values).toHaveLength(count);
      expect(values.filter(value => readUrl(value).kind !== 'valid')).toEqual([]);
    });

    test('url: one holds an entity, some are site-relative', () => {
      const values = valuesOf('url');
      const kinds = values.map(value => (siteRelative(value) === undefined ? readUrl(value).kind : 'site'));
      expect(values).toHaveLength(1270);
      expect(kinds.filter(kind => kind === 'valid')).toHaveLength(1007);
      expect(kinds.filter(kind => kind === 'site')).toHaveLength(262);
      expect(kinds.filter(kind => kind === 'entity')).toHaveLength(1);
    });

    test('no two addresses of an article fall together by their path or query alone', () => {
      const values = [...new Set(valuesOf('originalUrl'))];
      const byKey = new Map<string, string[]>();
      for (const value of values) byKey.set(normalizeUrl(value), [...(byKey.get(normalizeUrl(value)) ?? []), value]);
      const together = [...byKey.values()].filter(group => group.length > 1);
      for (const group of together)
        expect(new Set(group.map(value => new URL(value).pathname.replace(/\/+$/, ''))).size).toBe(1);
    });
  });
}
