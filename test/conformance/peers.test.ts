// Where other tools for YAML front matter point at the wrong place, at too much, at nothing or at what is right: the cases on which they
// were measured and those that their users reported, as files of our own. Every one must give exactly one finding for each cause, on the
// very token; a valid one none.
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { readConfig } from '../../server/src/core/config/readConfig.ts';
import { harbourArticle, harbourWith } from '../support/harbourArticle.ts';
import { defaultPath, testNow } from '../support/rules.ts';

interface Case {
  readonly name: string;
  /** The file; `⟦rule:` and `⟧` enclose every token on which that rule must find something. */
  readonly text: string;
  /** Default: the one of the whole article. */
  readonly path?: string;
  /** A `masthead.config.yaml`. */
  readonly config?: string;
  /** After the safe fixes; left out: not compared. `same`: nothing may change. */
  readonly fixed?: string;
}

const provider = `provider:
  name: Harbour Times
  domain: harbourtimes.example
  images:
    - url: "/assets/images/organizations/harbourtimes.example-50x50.png"
      width: 50
      height: 50
`;
const title = 'title: "Harbour opens again"';
const topics = 'topics:\n  - Harbours\n  - Port Ellery\n';
const date = 'publishedDateTime: 2026-05-12T09:30:00Z';
const excerpt =
  '"After two years of work the harbour of Port Ellery opens again, and with it the fish market on the old quay."';
const webUrl = '\nwebUrl: "https://harbourtimes.example/harbour-opens-again"\n';

/** Every article in Windows line ends. */
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

const measured: readonly Case[] = [
  { name: 'a valid article', text: harbourArticle },
  {
    name: 'a missing key at the root',
    text: harbourWith('type: article\nquality: 59', 'quality: 59').replace('---', '⟦required-field:---⟧'),
  },
  {
    name: 'a missing key of a provider',
    text: harbourWith(
      provider,
      provider.replace('provider', '⟦required-field:provider⟧').replace('  domain: harbourtimes.example\n', ''),
    ),
  },
  {
    name: 'a missing key of a related item',
    text: harbourWith('  - title: "A ferry without a captain"\n    excerpt', '  ⟦required-field:-⟧ excerpt'),
  },
  {
    name: 'a missing key of the provider of a related item',
    text: harbourWith('    provider:\n      name: Tidewater\n', '    ⟦required-field:provider⟧:\n'),
  },
  {
    name: 'a missing key in flow style',
    text: harbourWith(
      '  images:\n    - url: "/assets/images/organizations/harbourtimes.example-50x50.png"\n      width: 50\n      height: 50\n',
      '  images: [⟦required-field:{⟧url: "/assets/a.png", width: 50}]\n',
    ),
  },
  { name: 'an unknown key', text: harbourWith('heat: 79', '⟦unknown-field:heatt⟧: 79'), fixed: harbourArticle },
  {
    name: 'an unknown key of a related item',
    text: harbourWith('    quality: 57', '    ⟦unknown-field:qualty⟧: 57'),
    fixed: harbourArticle,
  },
  {
    name: 'a value that is not allowed',
    text: harbourWith('type: article\nquality: 59', 'type: ⟦value-not-allowed:artcle⟧\nquality: 59'),
    fixed: harbourArticle,
  },
  { name: 'a word for a number', text: harbourWith('quality: 59', 'quality: ⟦wrong-type:"fifty"⟧') },
  { name: 'a quoted number', text: harbourWith('quality: 59', 'quality: ⟦number-quoted:"59"⟧'), fixed: harbourArticle },
  {
    name: 'a quoted boolean',
    text: harbourWith('published: true', 'published: ⟦boolean-quoted:"true"⟧'),
    fixed: harbourArticle,
  },
  {
    name: 'a date that no calendar has',
    text: harbourWith(date, 'publishedDateTime: 2026-02-⟦date-impossible:30⟧T09:30:00Z'),
  },
  { name: 'a date without a time', text: harbourWith(date, 'publishedDateTime: ⟦date-only:2026-05-12⟧') },
  { name: 'a date in words', text: harbourWith(date, 'publishedDateTime: ⟦date-format:"next Tuesday"⟧') },
  {
    name: 'an address without its scheme',
    text: harbourWith(webUrl, '\nwebUrl: "⟦url-scheme:harbourtimes.example⟧/harbour-opens-again"\n'),
    fixed: harbourArticle,
  },
  {
    name: 'an address with a blank',
    text: harbourWith(webUrl, '\nwebUrl: "https://harbour⟦url-blank: ⟧times.example/harbour-opens-again"\n'),
    fixed: harbourArticle,
  },
  {
    name: 'a duplicate key',
    text: harbourWith('heat: 79\n', 'heat: 79\n⟦duplicate-key:heat⟧: 79\n'),
    fixed: harbourArticle,
  },
  {
    name: 'a duplicate topic',
    text: harbourWith(topics, `${topics}  - ⟦list-repeated:Harbours⟧\n`),
    fixed: harbourArticle,
  },
  {
    name: 'a duplicate topic in a flow list',
    text: harbourWith(topics, 'topics: [Harbours, Port Ellery, ⟦list-repeated:Harbours⟧]\n'),
    fixed: harbourWith(topics, 'topics: [Harbours, Port Ellery]\n'),
  },
  {
    name: 'a wrong value in a flow list',
    path: '_learning/courses/tide-mills.md',
    text: '---\ntitle: "Tide mills"\nexcerpt: "How to build one."\nwebUrl: "https://tidewater.example/course"\ntype: course\n\nprovider:\n  name: Tidewater\n  domain: tidewater.example\n\nlevels: [Beginner, ⟦value-not-allowed:Expert⟧]\n\ntopics: [Harbours]\n---\n',
  },
  {
    name: 'a tab for indentation',
    text: harbourWith(
      '  name: Harbour Times\n  domain: harbourtimes.example\n  images',
      '⟦yaml-tab:\t⟧name: Harbour Times\n  domain: harbourtimes.example\n  images',
    ),
    fixed: harbourArticle,
  },
  {
    name: 'a wrong indentation',
    text: harbourWith(
      '  domain: harbourtimes.example\n  images',
      '   ⟦yaml-indent:domain⟧: harbourtimes.example\n  images',
    ),
    fixed: harbourArticle,
  },
  {
    name: 'a quote that is never closed',
    text: harbourWith(title, 'title: ⟦yaml-quote:"Harbour opens again⟧'),
    fixed: harbourArticle,
  },
  { name: '--- inside a value', text: harbourWith('/mill-turns-again"', '/mill---turns---again---"') },
  { name: 'a byte order mark', text: `\ufeff${harbourArticle}` },
  {
    name: 'a fault behind a byte order mark',
    text: `\ufeff${harbourWith('heat: 79', '⟦unknown-field:heatt⟧: 79')}`,
    fixed: `\ufeff${harbourArticle}`,
  },
  { name: 'CRLF', text: crlf(harbourArticle) },
  {
    name: 'a fault between CRLF',
    text: crlf(harbourWith('    quality: 41', '    ⟦unknown-field:qualty⟧: 41')),
    fixed: crlf(harbourArticle),
  },
  { name: 'emoji', text: harbourWith('the old quay', 'the old quay 🎣🐟') },
  {
    name: 'a fault behind emoji',
    text: harbourWith(excerpt, '"🎣🐟 Fish ⟦text-entity:&amp;⟧ chips on the quay."'),
    fixed: harbourWith(excerpt, '"🎣🐟 Fish & chips on the quay."'),
  },
  {
    name: 'a comment before the fence',
    text: `<!-- draft -->\n${harbourArticle.replace('type: article', 'type: artcle')}`,
  },
  { name: 'thematic breaks without front matter', text: '# Harbour\n\n---\n\nheat: very\n\n---\n\nThe end.\n' },
  { name: 'a thematic break in the first line', text: '---\n\nThe harbour is open, and the market too.\n' },
  {
    name: 'a fence that is never closed',
    text: harbourArticle.replace('---\n', '⟦front-matter-unclosed:---⟧\n').slice(0, -4),
    fixed: harbourArticle,
  },
  { name: 'an alias without its anchor', text: harbourWith('- Port Ellery', '- ⟦yaml-alias:*ellery⟧') },
];

const reported: readonly Case[] = [
  // 1, 2: front matter in Markdown and HTML, without any setup.
  {
    name: 'Markdown below that looks like YAML',
    text: `${harbourArticle}heat: [1, 2\ntype: artcle\n\n---\n\n\tkey: : "x\n`,
  },
  {
    name: 'HTML below',
    path: '_newsletters/harbour-letter.html',
    text: `---\ntitle: "Harbour letter"\npublishedDateTime: ${date.slice(19)}\ntype: article\ntopics:\n  - Harbours\n---\n<html>{{ page.title }}<p>&nbsp;</p></html>\n`,
  },
  // 5: one rule silenced on one line, or made a hint.
  {
    name: 'one rule silenced on one line',
    text: harbourWith('quality: 59', 'quality: "59" # masthead-ignore number-quoted').replace(
      'quality: 57',
      'quality: ⟦number-quoted:"57"⟧',
    ),
  },
  { name: 'one rule off', text: harbourWith('quality: 59', 'quality: "59"'), config: 'rules:\n  number-quoted: off\n' },
  // 6: a file of 15,000 lines.
  {
    name: 'a very long article',
    text: harbourWith('\nsecured: ', `${many(1000)}\nsecured: `).replace('quality: 57', '⟦unknown-field:qualty⟧: 57'),
  },
  // 7: aliases that multiply.
  { name: 'an alias', text: harbourWith('originalUrl: "', 'originalUrl: &url "').replace(webUrl, '\nwebUrl: *url\n') },
  // 8: conflict markers.
  {
    name: 'a merge conflict',
    text: harbourWith(
      'heat: 79\n',
      '⟦yaml-conflict-marker:<<<<<<< ours⟧\nheat: 79\n=======\nheat: 80\n>>>>>>> theirs\n',
    ),
  },
  // 9: syntax faults on their own line and no further.
  { name: 'a colon in a plain title', text: harbourWith(title, 'title: ⟦yaml-colon:Harbour: open again⟧') },
  { name: 'a bracket that is never closed', text: harbourWith(topics, 'topics: ⟦yaml-flow:[⟧Harbours, Port Ellery\n') },
  {
    name: 'an escape that YAML does not know',
    text: harbourWith(title, 'title: "Harbour ⟦yaml-escape:\\o⟧pens again"'),
  },
  {
    name: 'a value that starts with an at sign',
    text: harbourWith('name: Tidewater', 'name: ⟦yaml-unquoted:@tidewater⟧'),
  },
  {
    name: 'a value that starts with an exclamation mark',
    text: harbourWith('name: Tidewater', 'name: ⟦yaml-tag:!tidewater⟧'),
  },
  {
    name: 'two faults far apart',
    text: harbourWith('heat: 79', '⟦unknown-field:heatt⟧: 79').replace('- Port Ellery', '- ⟦yaml-unquoted:@ellery⟧'),
  },
  // 11: merge keys are no duplicates.
  {
    name: 'a merge key',
    text: harbourWith(provider, 'provider: &times\n  name: Harbour Times\n  domain: harbourtimes.example\n').replace(
      '    provider:\n      name: Harbour Times\n      domain: harbourtimes.example\n',
      '    provider:\n      <<: *times\n',
    ),
  },
  {
    name: 'two merge keys',
    text: harbourWith(provider, 'provider: &times\n  name: Harbour Times\n  domain: harbourtimes.example\n').replace(
      '    provider:\n      name: Harbour Times\n      domain: harbourtimes.example\n',
      '    provider:\n      <<: *times\n      name: Harbour Times\n',
    ),
  },
  // 12: duplicate keys that others miss, and fixers that make one.
  {
    name: 'a duplicate key in quotes',
    text: harbourWith('heat: 79\n', 'heat: 79\n⟦duplicate-key:"heat"⟧: 79\n'),
    fixed: harbourArticle,
  },
  {
    name: 'a duplicate key with two values',
    text: harbourWith('heat: 79\n', 'heat: 79\n⟦duplicate-key:heat⟧: 80\n'),
    fixed: 'same',
  },
  {
    name: 'a duplicate nested key',
    text: harbourWith('      name: Tidewater\n', '      name: Tidewater\n      ⟦duplicate-key:name⟧: Tidewater\n'),
    fixed: harbourArticle,
  },
  {
    name: 'a misspelt key beside the right one',
    text: harbourWith('heat: 79\n', 'heat: 79\n⟦unknown-field:heatt⟧: 79\n'),
    fixed: 'same',
  },
  { name: 'the same key in two mappings', text: harbourWith('heat: 79', 'heat: 79 # name: name') },
  // 13: dates are read as they are written.
  { name: 'a quoted date', text: harbourWith(date, 'publishedDateTime: "2026-05-12T09:30:00Z"') },
  { name: 'a date just after midnight', text: harbourWith(date, 'publishedDateTime: 2026-05-12T00:00:00Z') },
  { name: 'a date just before midnight', text: harbourWith(date, 'publishedDateTime: 2026-05-11T23:59:59Z') },
  // 14: fixes change their token and nothing else.
  {
    name: 'a fix among odd quotes, comments and blanks',
    text: harbourWith('category: news\n', '\'category\' :   "news"   # ours\n# heat: 1\n').replace(
      'heat: 79',
      '⟦unknown-field:heatt⟧:   79  # hot',
    ),
    fixed: harbourWith('category: news\n', '\'category\' :   "news"   # ours\n# heat: 1\n').replace(
      'heat: 79',
      'heat:   79  # hot',
    ),
  },
  // 15: nothing behind the fence changes.
  {
    name: 'the same fault in the body',
    text: `${harbourWith('heat: 79', '⟦unknown-field:heatt⟧: 79')}\nheatt: 79\n`,
    fixed: `${harbourArticle}\nheatt: 79\n`,
  },
  // 16: fences.
  { name: 'dots for the closing fence', text: harbourArticle.replace(/---\n$/, '...\n') },
  { name: 'blanks behind the fences', text: harbourArticle.replace(/^---/, '---  ').replace(/---\n$/, '--- \t\n') },
  { name: 'a blank line behind the opening fence', text: harbourArticle.replace('---\n', '---\n\n') },
  { name: 'no line break behind the closing fence', text: harbourArticle.trimEnd() },
  { name: 'dashes in a block of text', text: harbourWith(excerpt, '>-\n  The harbour\n  ---\n  opens again.') },
  { name: 'dashes behind a word', text: harbourWith('name: Tidewater', 'name: Tidewater ---') },
  // 17: keys that a site declares itself.
  {
    name: 'a key of the site',
    text: harbourWith('heat: 79\n', 'heat: 79\nmood: cheerful\n'),
    config: 'contentTypes:\n  news-article:\n    fields:\n      mood: {type: string}\n',
  },
  { name: 'a key of Jekyll', text: harbourWith('heat: 79\n', 'heat: 79\nlayout: news\npermalink: /harbour/\n') },
  // 29: long lines.
  {
    name: 'a very long ciphertext',
    text: harbourWith(
      '"q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;',
      `"${'q83vASNFZ4mrze8BI0VniavN7wEjRWeJ'.repeat(512)}q83vASNFZ4kBI0VniavN7w==;`,
    ),
  },
  { name: 'a very long plain value', text: harbourWith(excerpt, `The harbour opens${' again'.repeat(300)}.`) },
];

describe.each(Object.entries({ measured, reported }))('%s', (_, cases) => {
  test.each(cases)('$name', ({ text: marked, path = defaultPath, config, fixed }) => {
    const { text, expected } = read(marked);
    const project = createProject(config === undefined ? {} : readConfig(parseArticle('masthead.config.yaml', config)));
    const options = { project, now: testNow };
    const article = parseArticle(path, text);
    const { findings } = checkArticle(article, options);
    expect(findings.map(({ rule, start, end }) => `${rule} at ${start}-${end}: ${text.slice(start, end)}`)).toEqual(
      expected,
    );
    if (fixed === undefined) return;
    expect(fixArticle(article, options).text).toBe(fixed === 'same' ? text : fixed);
  });
});

test('an alias that multiplies is one finding, at once', () => {
  const bomb = Array.from(
    { length: 20 },
    (_, i) => `x${i}: &x${i} [${Array.from({ length: 10 }, () => (i ? `*x${i - 1}` : 'a')).join(', ')}]`,
  );
  const text = harbourWith('heat: 79\n', `heat: 79\n${bomb.join('\n')}\n`);
  const { findings } = checkArticle(parseArticle(defaultPath, text), { project: createProject(), now: testNow });
  expect(findings.filter(one => one.severity !== 'hint').map(one => one.rule)).toEqual(['yaml-limit']);
});

test('a rule that is a hint here', () => {
  const text = harbourWith('quality: 59', 'quality: "59"');
  const { findings } = checkArticle(parseArticle(defaultPath, text), {
    project: createProject({ rules: { 'number-quoted': 'hint' } }),
    now: testNow,
  });
  expect(findings.map(one => `${one.rule} ${one.severity}`)).toEqual(['number-quoted hint']);
});

test('the ciphertext stands in no message and in no fix', () => {
  for (const broken of ['"q83vASNF ZW4="', 'q83vASNFZ4mrze8B: x', '"q83vASNFZ4mrze8B', '[q83vASNFZ4mrze8B']) {
    const text = harbourArticle.replace(/secured: .*/, `secured: ${broken}`);
    const article = parseArticle(defaultPath, text);
    const { findings } = checkArticle(article, { project: createProject(), now: testNow });
    expect(findings.map(one => one.message).join()).not.toContain('q83v');
    expect(findings.flatMap(one => one.related.map(place => place.message)).join()).not.toContain('q83v');
    expect(fixArticle(article, { project: createProject(), now: testNow }).text).toBe(text);
  }
});

/** The text without its marks, and what they expect, by position. */
function read(marked: string): { text: string; expected: string[] } {
  let text = '';
  const expected: string[] = [];
  for (const part of marked.split(/(⟦[a-z0-9-]+:[^⟧]*⟧)/)) {
    const mark = /^⟦([a-z0-9-]+):([^⟧]*)⟧$/.exec(part);
    const token = mark?.[2] ?? part;
    if (mark) expected.push(`${mark[1]} at ${text.length}-${text.length + token.length}: ${token}`);
    text += token;
  }
  return { text, expected };
}

function many(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `  - title: "Ferry number ${i}"
    excerpt: "It crossed the bay in ${i} minutes."
    publishedDateTime: 2026-05-10T15:17:00Z
    webUrl: "https://tidewater.example/ferry-${i}"
    type: article
    provider:
      name: Tidewater
      domain: tidewater.example
    quality: 41
`,
  ).join('');
}
