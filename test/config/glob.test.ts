import { describe, expect, test } from 'vitest';
import { globMatcher } from '../../server/src/core/config/glob.ts';

const cases: [glob: string, yes: string[], no: string[]][] = [
  ['_news/*.md', ['_news/a.md', '_news/.md'], ['_news/x/a.md', 'x/_news/a.md', '_news/a.md.txt', '_newsXa.md']],
  ['_news/2019-*', ['_news/2019-01-02-a.md'], ['_news/2020-01-02-a.md', 'x_news/2019-1']],
  ['**/_news/**', ['_news/a.md', 'site/_news/a.md', 'a/b/_news/c/d.md'], ['news/a.md', 'a_news/b.md', '_news']],
  ['**', ['a', 'a/b/c.md'], []],
  ['**/*.md', ['a.md', 'a/b/c.md'], ['a.html']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/xb', 'ab']],
  ['_drafts/', ['_drafts/a.md', '_drafts/a/b.md'], ['_drafts', 'x/_drafts/a.md']],
  ['/_news/a.md', ['_news/a.md'], ['/_news/a.md']],
  ['./_news/a.md', ['_news/a.md'], []],
  ['a?.md', ['ab.md', 'a🎈.md'], ['a.md', 'a/.md', 'abc.md']],
  ['*.{md,html}', ['a.md', 'a.html'], ['a.htm', 'a.md,html', 'x/a.md']],
  ['{_news,_learning/**}/*.md', ['_news/a.md', '_learning/x/a.md'], ['_people/a.md']],
  ['{**/a,b}.md', ['a.md', 'x/y/a.md', 'b.md'], ['x/b.md']],
  ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'd', '{a,{b,c}d}']],
  ['{a', ['{a'], ['a']],
  ['{a,{b}', ['{a,b'], ['a', 'b']],
  ['a}', ['a}'], ['a']],
  ['a,b', ['a,b'], ['a', 'b']],
  ['[ab]c', ['ac', 'bc'], ['cc', 'abc']],
  ['[!ab]c', ['cc', 'xc'], ['ac', '/c', 'c']],
  ['[^ab]c', ['cc'], ['ac']],
  ['a[b/]c', ['abc'], ['a/c']],
  ['[0-9][0-9]-*', ['12-x'], ['1-x', 'ab-x']],
  ['[]', ['[]'], ['', 'a']],
  ['[!]', ['!'], ['[!]', 'a']],
  ['[a', ['[a'], ['a']],
  ['[\\d]', ['d', '\\'], ['1']],
  ['[z-a]x', [], ['zx', '[z-a]x']],
  ['a.b+c(d)$^|e', ['a.b+c(d)$^|e'], ['axb+c(d)$^|e', 'e']],
  ['', [''], ['a']],
];

describe('globMatcher', () => {
  test.each(cases)('%s', (glob, yes, no) => {
    const matches = globMatcher([glob]);
    expect(yes.filter(path => !matches(path))).toEqual([]);
    expect(no.filter(path => matches(path))).toEqual([]);
  });

  test('takes any of several, and none matches nothing', () => {
    const matches = globMatcher(['_news/**', '[z-a]', '*.html']);
    expect(['_news/a.md', 'b.html', 'b.md'].map(matches)).toEqual([true, true, false]);
    expect(globMatcher([])('a')).toBe(false);
  });

  test('stays quick on a glob of many stars', () => {
    const matches = globMatcher(['**************/****q****', '**/**/**/*.x']);
    expect(matches(`${'abc/'.repeat(40)}${'b'.repeat(200)}`)).toBe(false);
  });
});
