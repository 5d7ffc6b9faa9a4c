// The cases that other tools for YAML front matter get wrong, as far as the reader decides them.
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import { corpusFiles } from '../support/corpus.ts';
import { annotated } from '../support/fixture.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** The text with carets below what is found; left out where nothing is. */
  readonly found?: string;
}

const cipher = `${'A1b2C3d4'.repeat(400)};AAAAAAAAAAAAAAAAAAAAAA==`;

const cases: readonly Case[] = [
  { name: 'a valid article', text: '---\ntitle: "x"\nquality: 5\n---\n' },
  { name: 'a tab', text: '---\np:\n\ta: 1\n---\n', found: '---\np:\n\ta: 1\n^ yaml-tab\n---\n' },
  {
    name: 'a bad indentation',
    text: '---\np:\n  a: 1\n   b: 2\n---\n',
    found: '---\np:\n  a: 1\n   b: 2\n   ^ yaml-indent\n---\n',
  },
  { name: 'an open quote', text: '---\na: "x\nb: 2\n---\n', found: '---\na: "x\n   ^^ yaml-quote\nb: 2\n---\n' },
  { name: '--- inside a value', text: '---\na: x --- y\nb: "--- z"\n---\n' },
  { name: 'a byte order mark', text: '\uFEFF---\na: 1\n---\n' },
  { name: 'CRLF and an emoji', text: '---\r\na: "\u{1F600}"\r\nb: 1\r\n---\r\n' },
  {
    name: 'CRLF and an error',
    text: '---\r\na: "x\r\nb: @y\r\n---\r\n',
    found: '---\r\na: "x\r\n   ^^ yaml-quote\nb: @y\r\n   ^^ yaml-unquoted\n---\r\n',
  },
  { name: 'a comment before the fence', text: '# c\n---\na: 1\n---\n' },
  { name: 'thematic breaks', text: '---\n\nText\n\n---\n\nMore: text\n' },
  { name: 'an unclosed fence', text: '---\na: 1\n', found: '---\n^^^ front-matter-unclosed\na: 1\n' },
  { name: 'an unresolved alias', text: '---\na: *b\n---\n', found: '---\na: *b\n   ^^ yaml-alias\n---\n' },
  {
    name: 'a conflict',
    text: '---\n<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n---\n',
    found: '---\n<<<<<<< a\n^^^^^^^^^ yaml-conflict-marker\nb: 1\n=======\nb: 2\n>>>>>>> c\n---\n',
  },
  {
    name: 'an error in the last line',
    text: '---\na: 1\nb: "x\n---\nbody "y"\n',
    found: '---\na: 1\nb: "x\n   ^^ yaml-quote\n---\nbody "y"\n',
  },
  {
    name: 'an error below a long block',
    text: `---\n${'a: 1\n'.repeat(30)}b: @x\n---\n`,
    found: `---\n${'a: 1\n'.repeat(30)}b: @x\n   ^^ yaml-unquoted\n---\n`,
  },
  { name: 'a line of 3,000 characters', text: `---\nsecured: "${cipher}"\nb: 1\n---\n` },
  {
    name: 'a line of 3,000 characters below an error',
    text: `---\nb: @x\nsecured: "${cipher}"\n---\n`,
    found: `---\nb: @x\n   ^^ yaml-unquoted\nsecured: "${cipher}"\n---\n`,
  },
  { name: 'a duplicate key is for a rule to tell', text: '---\na: 1\n"a": 2\n---\n' },
  { name: 'a merge key', text: '---\na: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n---\n' },
];

test.each(cases)('$name', ({ text, found }) => {
  const { problems } = parseArticle('a.md', text);
  const codes = problems.map(({ start, end, code }) => ({ start, end, code }));
  expect(annotated(text, codes)).toBe(found ?? text);
});

const files = corpusFiles();

test.runIf(files.length > 0)('real files have no problem and hold what the yaml library reads', () => {
  const wrong: string[] = [];
  for (const { path, text } of files) {
    const { block, root, problems } = parseArticle(path, text);
    for (const problem of problems) wrong.push(`${path}: ${problem.code} ${problem.message}`);
    if (!block || !root) continue;
    expect(toValue(root), path).toEqual(parse(text.slice(block.content.start, block.content.end), { merge: true }));
  }
  expect(wrong).toEqual([]);
});
