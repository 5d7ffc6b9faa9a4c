import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { type FileKind, fileKindOf, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { contentOf } from './support.ts';

test.each<[string, FileKind | undefined]>([
  ['_news/a.md', 'markdown'],
  ['a.Markdown', 'markdown'],
  ['a.html', 'html'],
  ['a.htm', 'html'],
  ['_data/a.yml', 'yaml'],
  ['masthead.config.json', 'yaml'],
  ['a.txt', undefined],
  ['a.md/b', undefined],
  ['theguardian.com', undefined],
])('%s is %s', (path, kind) => {
  expect(fileKindOf(path)).toBe(kind);
});

describe('fences', () => {
  test.each<[string, string, string | undefined]>([
    ['plain', '---\na: 1\n---\nbody', 'a: 1\n'],
    ['dots close', '---\na: 1\n...\nbody', 'a: 1\n'],
    ['blanks after the dashes', '--- \t\na: 1\n---  \nbody', 'a: 1\n'],
    ['CRLF', '---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n'],
    ['lone CR', '---\ra: 1\r---\rbody', 'a: 1\r'],
    ['byte order mark', '\uFEFF---\na: 1\n---\n', 'a: 1\n'],
    ['at the end of the file', '---\na: 1\n---', 'a: 1\n'],
    ['empty', '---\n---\n', ''],
    ['dashes inside a value', '---\na: x --- y\nb: "---"\n---\n', 'a: x --- y\nb: "---"\n'],
    ['dashes that are indented', '---\na: |\n  ---\n---\n', 'a: |\n  ---\n'],
    ['four dashes', '---\na: 1\n----\nb: 2\n---\n', 'a: 1\n----\nb: 2\n'],
    ['the first fence closes', '---\na: 1\n---\nb: 2\n---\n', 'a: 1\n'],
    ['no fence', 'a: 1\n---\n', undefined],
    ['a blank line first', '\n---\na: 1\n---\n', undefined],
    ['indented', ' ---\na: 1\n---\n', undefined],
    ['text after the dashes', '---a\nb: 1\n---\n', undefined],
    ['a rule above prose', '---\n\nOnce upon a time\n', undefined],
    ['prose between two rules', '---\n\nOnce upon a time\n\n---\n', undefined],
    ['a key below a blank line', '---\n\ntitl\na: 1\n---\n', '\ntitl\na: 1\n'],
    ['a comment below a blank line', '---\n\n# c\n---\n', '\n# c\n'],
    ['a blank line alone', '---\n\n---\n', '\n'],
    ['a rule alone', '---', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, text, content) => {
    const block = findFrontMatter(text, 'markdown');
    expect(block && text.slice(block.content.start, block.content.end)).toBe(content);
    if (block?.closing) expect(text.slice(block.closing.start, block.closing.end)).toMatch(/^(?:---|\.\.\.)$/);
  });

  test('a plain YAML file is content from end to end', () => {
    expect(findFrontMatter('\uFEFFa: 1\n', 'yaml')).toEqual({
      opening: undefined,
      content: { start: 1, end: 6 },
      closing: undefined,
    });
  });
});

describe('never closed', () => {
  test.each<[string, string, string | undefined, boolean]>([
    ['YAML to the end', '---\na: 1\n', '---\na: 1\n---\n', true],
    ['no last line break', '---\na: 1', '---\na: 1\n---\n', true],
    ['CRLF', '---\r\na: 1\r\nb:\r\n  - x\r\n', '---\r\na: 1\r\nb:\r\n  - x\r\n---\r\n', true],
    ['blank lines at the end', '---\na: 1\n\n\n', '---\na: 1\n---\n\n\n', true],
    ['prose below', '---\na: 1\n\nOnce upon a time\n', '---\na: 1\n---\n\nOnce upon a time\n', false],
    ['a heading below', '---\na: 1\n\n# Title\n', '---\na: 1\n---\n\n# Title\n', false],
    ['HTML below', '---\na: 1\n<html>\n', '---\na: 1\n---\n<html>\n', false],
    ['a fence with two dashes', '---\na: 1\n--\nbody\n', '---\na: 1\n---\nbody\n', false],
    ['an indented fence', '---\na: 1\n ---\nbody\n', '---\na: 1\n---\nbody\n', false],
    ['a key half typed', '---\na: 1\npubli\n', '---\na: 1\n---\npubli\n', false],
    ['broken YAML', '---\na: "1\nb: @x\n', undefined, false],
  ])('%s', (_, text, closed, safe) => {
    const article = parseArticle('a.md', text);
    expect(article.problems.map(({ code, start, end }) => ({ code, start, end }))).toEqual([
      { code: 'front-matter-unclosed', start: 0, end: 3 },
    ]);
    const fix = article.problems[0]?.fix;
    expect(fix && applyEdits(text, fix.edits)).toBe(closed);
    expect(fix?.safe ?? false).toBe(safe);
    expect(contentOf(article)).toEqual(closed === undefined ? undefined : expect.objectContaining({ a: 1 }));
    if (closed !== undefined) expect(parseArticle('a.md', closed).problems).toEqual([]);
  });
});

describe('plain YAML files', () => {
  test.each<[string, unknown, string[]]>([
    ['a: 1\n', { a: 1 }, []],
    ['---\na: 1\n', { a: 1 }, []],
    ['# c\n---\na: 1\n---\n', { a: 1 }, []],
    ['a: 1\n...\n', { a: 1 }, []],
    ['%YAML 1.2\n---\na: 1\n', { a: 1 }, []],
    ['{"a": 1, "b": ["x"]}', { a: 1, b: ['x'] }, []],
    ['{\n  "a": 1\n}\n', { a: 1 }, []],
    ['', undefined, []],
    ['# only\n', undefined, []],
    ['a: 1\n---\nb: 2\n', { a: 1 }, ['yaml-syntax']],
    ['---\na: "1\n---\nb: 2\n', { a: null }, ['yaml-quote', 'yaml-syntax']],
    ['{"a": 1,\n "b": [}', null, ['yaml-flow']],
  ])('%j', (text, value, codes) => {
    const article = parseArticle('_data/a.yaml', text);
    expect(contentOf(article)).toEqual(value);
    expect(article.problems.map(problem => problem.code)).toEqual(codes);
  });
});
