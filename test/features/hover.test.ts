import { describe, expect, test } from 'vitest';
import type { CardHost } from '../../server/src/core/features/cards/cardHost.ts';
import { plainHost } from '../../server/src/core/features/cards/cardHost.ts';
import { type Hover, hoverAt, pictureAt } from '../../server/src/core/features/hover/hover.ts';
import { siteOf } from '../support/site.ts';
import { articlePath, harbourFiles } from './harbourSite.ts';

const host: CardHost = {
  fileUri: path => `file:///site/${path}`,
  imageInfo: path => (path.endsWith('.png') ? undefined : { type: 'JPEG', width: 640, height: 480, bytes: 34_567 }),
  remoteImages: false,
  utcOffset: () => 120,
  pictureWidth: undefined,
};

interface Case {
  readonly host?: Partial<CardHost>;
  readonly path?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function hover(frontMatter: string, options: Case = {}): Hover | undefined {
  const site = siteOf(harbourFiles(frontMatter, options.files));
  return hoverAt(site.checked(options.path ?? articlePath), site.cursor, { ...host, ...options.host });
}

/** What the hover says of the value alone, without rules. */
function said(frontMatter: string, options: Case = {}): string | undefined {
  return hover(frontMatter, options)?.markdown.split('\n\n---\n\n')[0];
}

const mill = '[The tide mill turns again](file:///site/_news/2026-05-11-mill.md)';
const night = '[A night at the quay](file:///site/_news/2026-05-13-night.md)';

describe('addresses', () => {
  test('parts, owner, kin and uses', () => {
    expect(
      said(
        'originalUrl: "https://tidewater.example/mill"\nwebUrl: "https://www.tidewater.example:8443/a%20b/<|>?utm_source=x&id=3#top"\nprovider:\n  name: Tidewater\n  domain: tidewater.example',
      ),
    ).toBe(`**www\\.tidewater.example** — \`webUrl\`. Where the item is read now.

- Port: \`8443\`
- Path: \`/a b/\`
- Query: \`utm_source=x\` \`id=3\`
- \`utm_source\` only tells where a visitor came from
- Fragment: \`top\`
- On the site of the provider, Tidewater
- Another page than \`originalUrl\`, on the same host

[Open](https://www.tidewater.example:8443/a%20b/?utm_source=x&id=3#top)`);
  });

  test('the articles that have it, their own before those that relate to it', () => {
    expect(said('webUrl: "http<|>s://tidewater.example/mill"')).toBe(
      `**tidewater.example** — \`webUrl\`. Where the item is read now.

- Path: \`/mill\`
- On the site of Tidewater

Also in
- 2026-05-11 ${mill} · its own address
- 2026-05-13 ${night} · a related item

[Open](https://tidewater.example/mill)`,
    );
  });

  const amp = 'https://tide-water.example/amp';
  const cache = 'https://tide--water-example.cdn.ampproject.org/c/s/tide-water.example/amp';
  test.each([
    [`ampWebUrl: "h<|>${amp.slice(1)}"\ncdnAmpWebUrl: "${cache}"`, '- `cdnAmpWebUrl` follows from it'],
    [`ampWebUrl: "${amp}"\ncdnAmpWebUrl: "h<|>${cache.slice(1)}"`, '- Follows from `ampWebUrl`'],
    [
      `ampWebUrl: "${amp}"\ncdnAmpWebUrl: "h<|>${cache.slice(1)}x"`,
      `- Contradicts \`ampWebUrl\`: its address in the AMP cache is \`${cache}\``,
    ],
    [
      `ampWebUrl: "h<|>${amp.slice(1)}"\ncdnAmpWebUrl: "${cache}x"`,
      `- \`cdnAmpWebUrl\` contradicts it: that is the one of \`${amp}x\``,
    ],
    [
      `ampWebUrl: "h<|>${amp.slice(1)}"\ncdnAmpWebUrl: "${amp}"`,
      '- `cdnAmpWebUrl` contradicts it: that is no address of the AMP cache',
    ],
    ['originalUrl: "https<|>://a.example/b"\nwebUrl: "https://a.example/b"', '- The same as `webUrl`'],
    [
      'originalUrl: "https<|>://a.example/b"\nwebUrl: "http://www.a.example/b/"',
      '- The same page as `webUrl`, written in another way',
    ],
    [
      'originalUrl: "https<|>://a.example/b"\nwebUrl: "https://c.example/b"',
      '- On another host than `webUrl`, `c.example`',
    ],
    [
      'webUrl: "https://blog.tidewater.ex<|>ample/a"\nprovider:\n  name: Gull\n  domain: gull.example',
      '- Not on the provider’s domain, `gull.example`, but on the site of Tidewater',
    ],
    [
      'webUrl: "https://unknown.exa<|>mple/a"\nprovider:\n  domain: gull.example',
      '- Not on the provider’s domain, `gull.example`',
    ],
  ])('%s', (frontMatter, line) => {
    expect(said(frontMatter)?.split('\n')).toContain(line);
  });

  test('an address with a fault gets no link', () => {
    expect(said('webUrl: "https://tidewater,exa<|>mple/mill"')).not.toContain('](');
    expect(said('webUrl: "javascript:al<|>ert(1)"') ?? '').not.toContain('](javascript');
  });
});

describe('pictures', () => {
  test('of this site, with the real size', () => {
    expect(
      said('images:\n  - url: /assets/fe<|>rry.jpg\n    width: 640\n    height: 360\n    title: "The ferry"'),
    ).toBe(
      `![The ferry](file:///site/assets/ferry.jpg)

- Declared: 640×360, but the file is 640×480, in another shape
- JPEG, 35 kB
- [assets/ferry.jpg](file:///site/assets/ferry.jpg)

Also shown by
- 2026-05-11 ${mill}`,
    );
  });

  test.each([
    ['width: 640\n    height: 480', '- 640×480, as declared'],
    ['width: 320\n    height: 240', '- Declared: 320×240, but the file is 640×480'],
    ['title: "x"', '- Real size: 640×480'],
  ])('declared as %s', (declared, line) => {
    const url = 'https://port-ellery.example/assets/ferry<|>.jpg?v=2';
    expect(said(`images:\n  - url: ${url}\n    ${declared}`)?.split('\n')).toContain(line);
  });

  test('of this site, in the width that the editor takes', () => {
    expect(said('images:\n  - url: /assets/fe<|>rry.jpg', { host: { pictureWidth: 320 } })).toContain(
      '![](file:///site/assets/ferry.jpg|width=320,height=240)',
    );
  });

  test('a file that is not there', () => {
    expect(said('images:\n  - url: /assets/fer<|>y.jpg')).toBe('- There is no file `assets/fery.jpg`');
    expect(said('images:\n  - url: /other/fer<|>y.jpg')).toBe('- `other/fery.jpg` is not here');
  });

  test('of another site only when its reader allows it, and over https only', () => {
    const image = (url: string) => `images:\n  - url: "${url}"\n    width: 4\n    height: 3`;
    expect(said(image('https://pictures.example/a b<|>(1).jpg'))).not.toContain('![');
    expect(said(image('https://pictures.example/w_800,(x<|>)'))).toBe(
      '- Declared: 4×3\n- [Open the picture](https://pictures.example/w_800,%28x%29) (pictures of other sites are not loaded here)',
    );
    const remoteImages = { host: { remoteImages: true } };
    expect(said(image('https://pictures.example/w_800,(x<|>)'), remoteImages)).toContain(
      '![](https://pictures.example/w_800,%28x%29)',
    );
    expect(said(image('http://pictures.example/<|>a.jpg'), remoteImages)).not.toContain('![');
    expect(said(image('data:image/png;base<|>64,AAAA'), remoteImages) ?? '').not.toContain('![');
  });

  test('a picture that very many share', () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [
        `_news/2026-01-01-${i}.md`,
        '---\ntitle: "T"\nimages: [{url: /assets/ferry.jpg}]\n---\n',
      ]),
    );
    expect(said('images:\n  - url: /assets/fe<|>rry.jpg', { files })).toMatch(
      /Also shown by\n(?:- .*\n){3}- and 598 others$/,
    );
  });

  test('its bytes are asked for only where it is shown', () => {
    const at = (frontMatter: string) => {
      const site = siteOf(harbourFiles(frontMatter));
      return pictureAt(site.checked(articlePath).view, site.cursor);
    };
    expect(at('images:\n  - url: /assets/fe<|>rry.jpg')).toBe('assets/ferry.jpg');
    expect(at('images:\n  - url: /assets/fe<|>ry.jpg')).toBeUndefined();
    expect(at('images:\n  - url: "https://x.example/f<|>erry.jpg"')).toBeUndefined();
    expect(at('web<|>Url: /assets/ferry.jpg')).toBeUndefined();
  });
});

describe('registries', () => {
  test('a topic', () => {
    const card = `**Harbours** — a part of Port Ellery

Also: Docks, quay, \\#Harbours

3 articles

- 2026-05-11 ${mill}

[\\_data/topics/01-harbours.yaml](file:///site/_data/topics/01-harbours.yaml)`;
    expect(said('topics:\n  - Harb<|>ours')).toBe(card);
    expect(said('topics: [x, "Harb<|>ours"]')).toBe(card);
    const entry =
      'taxonomy: topic\nname: Har<|>bours\nparent: Port Ellery\nshortname: Docks\nkeywords: [quay]\nhashtags: ["#Harbours"]\n';
    const path = '_data/topics/01-harbours.yaml';
    expect(said('topics: [Harbours]', { path, files: { [path]: entry } })).toBe(card);
  });

  test('a topic with others below it', () => {
    expect(said('topics:\n  - Port <|>Ellery')).toContain('Topics below it: Harbours\n\n2 articles\n');
  });

  test.each([
    ['harbo<|>urs', 'Meant is perhaps `Harbours`.'],
    ['qua<|>y', 'Meant is perhaps `Harbours`.'],
    ['Chess<|>', 'It is not in the topic registry.'],
  ])('a topic that is not registered: %s', (topic, hint) => {
    expect(said(`topics:\n  - ${topic}`)?.replace(/\s+/g, ' ')).toContain(hint);
  });

  test.each(['name: Tidew<|>ater\n  domain: tidewater.example', 'name: Tidewater\n  domain: tide<|>water.example'])(
    'a provider: %s',
    provider => {
      expect(said(`provider:\n  ${provider}`)).toBe(`![Tidewater](file:///site/assets/logo.png)

**Tidewater** — \`tidewater.example\`

Also: Tidewater Labs (1)

3 articles

- 2026-05-13 ${night}
- 2026-05-11 ${mill}

[\\_data/organizations/tidewater.example.md](file:///site/_data/organizations/tidewater.example.md)`);
    },
  );

  test('a provider that only articles know', () => {
    expect(said('provider:\n  name: Harbour <|>Times\n  domain: harbourtimes.example')).toContain(
      '2 articles · It is not in the organization registry.',
    );
  });
});

describe('dates', () => {
  test.each([
    [
      'publishedDateTime: 2026-05-12T09:30:<|>00Z',
      `**Tuesday, 12 May 2026, 09:30 UTC** · 20 days ago

- Here: Tuesday, 12 May 2026, 11:30 (UTC+02:00)
- Jekyll reads it as a time
- The file is named after this day, \`2026-05-12\``,
    ],
    [
      'publishedDateTime: "2026-05-11T22:30:15+02:00<|>"',
      `**Monday, 11 May 2026, 20:30:15 UTC** · 21 days ago

- Here: Monday, 11 May 2026, 22:30:15 (UTC+02:00)
- The same as \`2026-05-11T20:30:15Z\`
- Jekyll reads it as a text, because of its quotes
- The file is named after the next day, \`2026-05-12\``,
    ],
    [
      'publishedDateTime: 2026-06-04<|>',
      `**Thursday, 4 June 2026, 00:00 UTC** · in 3 days

- Here: Thursday, 4 June 2026, 02:00 (UTC+02:00)
- No time: read as the start of the day in UTC, \`2026-06-04T00:00:00Z\`
- Jekyll reads it as a day
- Jekyll leaves the item out until then
- The file is named after another day, \`2026-05-12\``,
    ],
    ['publishedDateTime: 11 May 2026 5:<|>00 pm', 'Probably `2026-05-11T17:00:00Z`'],
    [
      'related:\n  - publishedDateTime: 2025-01-01 10:00:00<|>',
      `**Wednesday, 1 January 2025, 10:00 UTC** · 17 months ago

- Here: Wednesday, 1 January 2025, 12:00 (UTC+02:00)
- No zone: read as UTC, \`2025-01-01T10:00:00Z\`
- Jekyll reads it as a time`,
    ],
  ])('%s', (frontMatter, markdown) => {
    expect(said(frontMatter)).toBe(markdown);
  });

  test('what is not published is left out for that reason', () => {
    expect(said('publishedDateTime: 2026-06-0<|>4T00:00:00Z\npublished: false')).toContain(
      '- Jekyll leaves the item out: it is not to be published\n',
    );
  });

  test.each([
    ['2026-05-12 09:30:<|>00', 'a time'],
    ['2026-05-12T09:3<|>0', 'a text'],
    ['2026-05-12T09:30:00+02:<|>00', 'a time'],
    ['2026-05-<|>12', 'a day'],
    ["'2026-05-12T09:30:<|>00Z'", 'a text, because of its quotes'],
  ])('Jekyll reads %s as %s', (date, type) => {
    expect(said(`publishedDateTime: ${date}`)?.split('\n')).toContain(`- Jekyll reads it as ${type}`);
  });

  test('without a clock of the reader', () => {
    expect(said('publishedDateTime: 2026-05-<|>12T09:30:00Z', { host: { utcOffset: () => undefined } })).not.toContain(
      'Here',
    );
    expect(said('publishedDateTime: 2026-05-<|>12T09:30:00Z', { host: { utcOffset: () => -210 } })).toContain(
      '(UTC−03:30)',
    );
  });
});

describe('other values', () => {
  test.each([
    ['quality: 5<|>9', '- Higher than 100 % of 2 other articles\n- Place 1 of 3\n- Middle value 57, from 20 to 59'],
    ['quality: 59\nrelated:\n  - quality: 3<|>0', '- Higher than 33 % of 3 articles\n- Middle value 57, from 20 to 59'],
    ['heat: -<|>1', 'Not ranked, so not published.'],
    ['type: arti<|>cle', '`type` — What kind of item it is.'],
    ['published: t<|>rue', '`published` — Whether the site shows the item.'],
    ['title: "The tide mill turns <|>again"', `Others with this title\n- 2026-05-11 ${mill}`],
  ])('%s', (frontMatter, markdown) => {
    expect(said(frontMatter)).toBe(markdown);
  });

  test.each(['title: "Harbour <|>opens"', 'excerpt: "Some <|>words."', 'title: <|>', 'provider:\n  <|>  name: x'])(
    'nothing is said of %s',
    frontMatter => {
      expect(said(frontMatter)?.split('\n')[0] ?? '').not.toMatch(/^`/);
    },
  );

  test('the length of a video', () => {
    const path = '_learning/videos/tides.md';
    const at = (length: string) => ({
      path,
      files: { [path]: `---\ntitle: "T"\ntype: video\nlength: ${length}\n---\n` },
    });
    expect(said('title: "x"', at('PT1H<|>13M1S'))).toBe('**1 hour 13 minutes 1 second**');
    expect(said('title: "x"', at('13m 34<|>s'))).toBe('Probably `PT13M34S`');
  });

  test('an item of a collection', () => {
    const path = '_learning/collections/sea.md';
    const at = (item: string) => ({
      path,
      files: { [path]: `---\ntitle: "Sea"\ntype: collection\nitems:\n  - ${item}\n---\n` },
    });
    expect(said('title: "x"', at('videos/ti<|>des'))).toBe(
      '**How tides work**\n\nvideo\n\n`Harbours`\n\n[\\_learning/videos/tides.md](file:///site/_learning/videos/tides.md)',
    );
    expect(said('title: "x"', at('videos/go<|>ne'))).toBe('There is no file `_learning/videos/gone`');
  });

  test('a related item', () => {
    expect(
      said(
        'related:\n  - title: "The mill <|>[again](x)"\n    excerpt: "Tidewater *did* it."\n    publishedDateTime: 2026-05-11T10:00:00Z\n    webUrl: "https://tidewater.example/mill"\n    type: article\n    provider:\n      name: Tidewater\n    quality: 57\n    images:\n      - url: /assets/ferry.jpg',
      ),
    ).toBe(`![The mill \\[again\\](x)](file:///site/assets/ferry.jpg)

**The mill \\[again\\](x)**

Tidewater · article · 2026-05-11, 21 days ago · quality 57

Tidewater \\*did\\* it.

In this repository
- 2026-05-11 ${mill}

[Open](https://tidewater.example/mill)`);
  });
});

describe('keys', () => {
  test.each([
    ['ti<|>tle: "x"', '`title` — text, required\n\nThe headline.\n\nExample: `Harbour opens again`'],
    [
      '<|>type: x',
      '`type` — text, required\n\nWhat kind of item it is.\n\nOne of `article`, `video`\n\nExample: `article`',
    ],
    [
      'related:\n  - "quality<|>": 3',
      '`quality` — whole number, 0 to 1000\n\nHow good the item is, by the ranking of the publisher.\n\nExample: `59`',
    ],
    // The YAML of its value is broken.
    ['title<|>: "x', '`title` — text, required\n\nThe headline.\n\nExample: `Harbour opens again`'],
  ])('%s', (frontMatter, markdown) => {
    expect(said(frontMatter)).toBe(markdown);
  });

  test('of nobody', () => {
    expect(said('my<|>Key: 3')).toMatch(/^\[unknown-field\]/);
  });
});

describe('findings', () => {
  test('the rule stands below the value', () => {
    expect(hover('quality: 59<|>00')?.markdown).toMatch(
      /^- Higher [\s\S]*\n\n---\n\n\[number-range\]\(https:\/\/github\.com\/.*\/docs\/rules\/number-range\.md\) — \S/,
    );
  });

  test('alone, on the place of the finding', () => {
    const site = siteOf(harbourFiles('titel<|>: "x"'));
    const found = hoverAt(site.checked(articlePath), site.cursor, host);
    expect(found && site.text(articlePath).slice(found.start, found.end)).toBe('titel');
    expect(found?.markdown).toMatch(/^\[unknown-field\]/);
  });
});

describe('secured', () => {
  const cipher = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;ASNFZ4mrze8BI0VniavN7w==';
  test.each([
    [`secured: "${cipher}<|>"`, 'Well-formed: 32 bytes of ciphertext and a vector of 16 bytes.'],
    [`secured: ${cipher.slice(4)}<|>`, 'Not well-formed: its ciphertext is no whole number of 16-byte blocks.'],
    [`secured: "${cipher}<|>`, ''],
    [`secured:\n  - "${cipher}<|>"`, ''],
    [`Secured: "https://a.example/${cipher}<|>"`, ''],
    [`secured: {webUrl: "https://a.example/${cipher}<|>"}`, ''],
  ])('%s', (frontMatter, form) => {
    const markdown = hover(frontMatter)?.markdown ?? '';
    expect(markdown).toContain(form);
    expect(markdown).not.toContain('q83v');
    expect(markdown).not.toContain('ASNFZ4');
  });
});

test('nothing outside front matter, in a file that is no article, and without a site where only it would know', () => {
  const text = '---\ntitle: "x"\n---\n\nhttps://tidewater.example/mill<|>\n';
  expect(hover('', { files: { [articlePath]: text } })).toBeUndefined();
  expect(hover('', { path: 'notes.md', files: { 'notes.md': 'title: <|>x' } })).toBeUndefined();
  expect(hover('', { path: 'data.yaml', files: { 'data.yaml': 'title: <|>x' } })).toBeUndefined();
});

test('a host that knows nothing', () => {
  const text = said('topics:\n  - Harb<|>ours', { host: plainHost });
  expect(text).toContain('- 2026-05-11 The tide mill turns again\n');
  expect(text).not.toContain('](');
});
