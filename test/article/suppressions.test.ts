import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { suppressionsOf } from '../../server/src/core/article/suppressions.ts';

/** Which of the numbered lines of the file silence the rule `x`. */
function silencedLines(text: string): number[] {
  const suppressions = suppressionsOf(parseArticle('a.md', text));
  const lines: number[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const offset = start + line.length - line.trimStart().length;
    if (suppressions.silences('x', offset)) lines.push(index);
    start += line.length + 1;
  }
  return lines;
}

describe('lines', () => {
  test.each<[string, string, number[]]>([
    ['at the end of a line', '---\na: 1\nb: 2 # masthead-ignore x\nc: 3\n---\n', [2]],
    ['on a line of its own', '---\na: 1\n# masthead-ignore x\nb: 2\nc: 3\n---\n', [3]],
    ['past other comments and blank lines', '---\n# masthead-ignore x\n# why\n\nb: 2\n---\n', [4]],
    ['indented', '---\na:\n  # masthead-ignore x\n  b: 2\n  c: 3\n---\n', [3]],
    ['the key of a mapping: that line only', '---\nprovider: # masthead-ignore x\n  name: a\n---\n', [1]],
    ['before the key of a list: that line only', '---\n# masthead-ignore x\nrelated:\n  - a: 1\n---\n', [2]],
    ['several ids', '---\na: 1 # masthead-ignore y, x\nb: 1 # masthead-ignore y x\n---\n', [1, 2]],
    ['an explanation', '---\na: 1 # masthead-ignore y -- not x\n---\n', []],
    ['no blank after the sign', '---\na: 1 #masthead-ignore x\n---\n', [1]],
    ['the sign of a block scalar', '---\na: | # masthead-ignore x\n  text\n---\n', [1]],
    ['the whole file', '---\na: 1\n# masthead-ignore-file x\n---\nbody', [0, 1, 2, 3, 4]],
    ['CRLF', '---\r\n# masthead-ignore x\r\nb: 2\r\n---\r\n', [2]],
    ['another rule', '---\na: 1 # masthead-ignore y\n---\n', []],
    ['no id', '---\na: 1 # masthead-ignore\n---\n', []],
    ['a longer word', '---\na: 1 # masthead-ignored x\n---\n', []],
    ['the body', '---\na: 1\n---\n# masthead-ignore x\n', []],
    ['in double quotes', '---\na: "b # masthead-ignore x"\n---\n', []],
    ['in single quotes', "---\na: 'b # masthead-ignore x'\n---\n", []],
    ['in a quoted key', '---\n"a # masthead-ignore x": 1\n---\n', []],
    ['in a plain value', '---\na: b#masthead-ignore x\n---\n', []],
    ['in a block scalar', '---\na: |\n  b # masthead-ignore x\n  # masthead-ignore x\n---\n', []],
    ['beside broken YAML', '---\na: @b # masthead-ignore x\nc: 1\n---\n', [1]],
    ['no front matter', '# masthead-ignore x\n', []],
  ])('%s', (_, text, lines) => {
    expect(silencedLines(text)).toEqual(lines);
  });
});

test('every id has its span', () => {
  const text = '---\na: 1 # masthead-ignore one, two\n# masthead-ignore-file three\n---\n';
  const { rules } = suppressionsOf(parseArticle('a.md', text));
  expect(rules.map(({ ruleId, span }) => [ruleId, text.slice(span.start, span.end)])).toEqual([
    ['one', 'one'],
    ['two', 'two'],
    ['three', 'three'],
  ]);
});
