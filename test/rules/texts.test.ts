// What the text rules say of values in every style that YAML has, and how their fixes work together.
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { checkText, defaultPath, testNow } from '../support/rules.ts';

const textRules = rules.filter(rule => rule.id.startsWith('text-') && rule.id !== 'text-length');

const cases: readonly (readonly [name: string, source: string, found: readonly string[], fixed?: string])[] = [
  ['nothing in a clean value', 'title: "Harbour opens again"', []],
  ['nothing in a block scalar’s layout', 'excerpt: >\n  It opens.\n\n  At last.\n', []],
  ['nothing in a folded line', 'excerpt: "It opens.\n  At last."', []],
  ['nothing in a list inside prose', 'excerpt: "Things:\\n  - tides\\n  - moons"', []],
  ['nothing in Windows line ends inside prose', 'excerpt: "It opens.\\r\\n\\r\\nAt last."', []],
  ['nothing in an address', 'webUrl: "https://tidewater.example/a  b&amp;c "', []],
  ['nothing in the value of an alias', 'title: &t "Tide"\nexcerpt: *t', []],
  ['nothing in a text of blanks, which counts as empty', 'title: "  "', []],
  ['nothing in a field that nobody knows', 'remark: " a  b &amp; "', []],
  ['an escape at the end', 'excerpt: "It opens.\\n"', ['text-blanks \\n'], 'excerpt: "It opens."'],
  ['a no-break blank at the end', 'title: "Tide\u00a0"', ['text-blanks \u00a0'], 'title: "Tide"'],
  ['blanks at both ends', "title: '  Tide '", ['text-blanks   ', 'text-blanks  '], "title: 'Tide'"],
  [
    'blanks on folded lines',
    'title: "Tide\n  turns\n  "',
    ['text-blanks "Tide\n  turns\n  "'],
    'title: "Tide\n  turns"',
  ],
  ['a tab between words', 'title: "Tide\\tturns"', ['text-double-blank \\t'], 'title: "Tide turns"'],
  ['two blanks in a plain value', 'title: Tide  turns # yes', ['text-double-blank   '], 'title: Tide turns # yes'],
  [
    'two blanks in prose, which stay',
    'excerpt: "Tide.  It turns."',
    ['text-double-blank   '],
    'excerpt: "Tide.  It turns."',
  ],
  [
    'an entity beside an escape',
    'title: "\\u201cTide\\u201d &#33;"',
    ['text-entity &#33;'],
    'title: "\\u201cTide\\u201d !"',
  ],
  ['an entity in single quotes', "title: 'Ada&#39;s tide'", ['text-entity &#39;'], "title: 'Ada''s tide'"],
  [
    'an entity that needs quotes afterwards',
    'title: Tide&#58; it turns',
    ['text-entity &#58;'],
    'title: "Tide: it turns"',
  ],
  [
    'an entity in a block scalar',
    'excerpt: |\n  Fish &amp; chips.\n',
    ['text-entity |\n  Fish &amp; chips.'],
    'excerpt: |\n  Fish & chips.\n',
  ],
  ['an encoded tag, which stays', 'title: "The &lt;b&gt; tag"', ['text-entity &lt;'], 'title: "The &lt;b&gt; tag"'],
  ['a zero-width blank', 'title: "Ti\u200bde\\u200b turns"', ['text-control \u200b'], 'title: "Tide turns"'],
  ['a control character', 'title: "Tide\\u0007 turns"', ['text-control \\u0007'], 'title: "Tide turns"'],
  ['a lost character, which stays', 'title: "Caf\ufffd"', ['text-control \ufffd'], 'title: "Caf\ufffd"'],
  ['nothing but invisible characters, which stay', 'title: "\u200b"', ['text-control \u200b'], 'title: "\u200b"'],
  [
    'all at once',
    'title: " Fish &amp;amp;  chips\\u200b at&nbsp; sea\\n"',
    ['text-blanks  ', 'text-control \\u200b', 'text-double-blank   ', 'text-entity &amp;amp;', 'text-blanks \\n'],
    'title: "Fish & chips at sea"',
  ],
];

const tests = cases.map(([name, source, found, fixed]) => ({ name, source, found, fixed: fixed ?? source }));

test.each(tests)('finds $name', ({ source, found, fixed }) => {
  const text = `---\n${source}\n---\n`;
  const { findings } = checkText(defaultPath, text, textRules);
  expect(findings.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`).sort()).toEqual([...found].sort());
  const article = parseArticle(defaultPath, text);
  const result = fixArticle(article, { project: createProject(), now: testNow, rules: textRules });
  expect(result.text).toBe(`---\n${fixed}\n---\n`);
});
