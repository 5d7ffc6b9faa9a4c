import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bullets,
  escapeMarkdown,
  fileLink,
  inlineCode,
  markdownImage,
  markdownLink,
  plainText,
  shortened,
} from '../../server/src/core/features/markdown.ts';

describe('escaping', () => {
  test.each([
    ['plain - text, (so) it is: 3.5 & more!', 'plain - text, (so) it is: 3.5 & more!'],
    [
      '*a* _b_ `c` ~~d~~ [e](f) ![g](h) <b> a|b',
      '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\[e\\](f) !\\[g\\](h) \\<b\\> a\\|b',
    ],
    ['&amp; &#60; AT&T', '\\&amp; \\&#60; AT&T'],
    ['https://a.example www.a.example a@b.example', 'https:\\//a.example www\\.a.example a\\@b.example'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['$(zap) \\', '\\$(zap) \\\\'],
    [' a\n\n---\n b\u202ec\u200b ', 'a --- bc'],
  ])('%s', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test('plain text is what it was', () => {
    const signs = fc.constantFrom(...'*_`[]()<>!#-+=~|\\&;@$ aB9.:/{}', 'https://a.b', 'www.a', '&amp;', '1.');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), parts => {
        const text = parts.join('');
        expect(plainText(`- ${escapeMarkdown(text)}`)).toBe(`- ${text.replace(/\s+/g, ' ').trim()}`);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a ``'],
  ['``', '``` `` ```'],
  ['a\n\tb', '`a b`'],
  ['', ''],
])('code of %j', (text, expected) => {
  expect(inlineCode(text)).toBe(expected);
});

describe('links and pictures', () => {
  test.each([
    ['https://a.example/(x) y', 'a'],
    ['https://a.example/(x)|"<b>\\c', '[a](https://a.example/%28x%29%7C%22%3Cb%3E%5Cc)'],
    ['HTTP://a.example/ü', '[a](HTTP://a.example/ü)'],
    ['javascript:alert(1)', 'a'],
    ['//a.example', 'a'],
    ['data:text/html,x', 'a'],
    ['https://', 'a'],
  ])('%s', (url, expected) => {
    expect(markdownLink('a', url)).toBe(expected);
  });

  test('a file', () => {
    expect(fileLink('a_b', undefined)).toBe('a\\_b');
    expect(fileLink('a]b', 'file:///a%20(b).md')).toBe('[a\\]b](file:///a%20%28b%29.md)');
  });

  test('a picture', () => {
    expect(markdownImage('x', 'file:///a b.png')).toBe('![x](file:///a%20b.png)');
    expect(markdownImage('](x)', 'https://a.example/b|c', { width: 320 })).toBe(
      '![\\](x)](https://a.example/b%7Cc|width=320)',
    );
  });
});

test('plain text of all that cards are made of', () => {
  expect(
    plainText('![a \\] b](file:///x.png)\n\n**Bold\\*** — `code`\n\n- [A \\[b\\]](https://c.example/%28d%29)'),
  ).toBe('Bold* — code\n\n- A [b] <https://c.example/%28d%29>');
});

test.each([
  ['one two three', 20, 'one two three'],
  ['one two three', 9, 'one two…'],
  ['onetwothree', 5, 'onet…'],
  ['abc\ud83d\ude00de', 5, 'abc…'],
])('%s in %i characters', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
});

test('lists without empty lines', () => {
  expect(bullets(['a', undefined, '', 'b'])).toBe('- a\n- b');
  expect(bullets([undefined])).toBeUndefined();
});
