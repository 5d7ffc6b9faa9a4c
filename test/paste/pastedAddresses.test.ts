import { expect, test } from 'vitest';
import { pastedAddresses } from '../../server/src/core/paste/pastedAddresses.ts';

const a = 'https://a.example/x?y=(1)';
const b = 'http://b.example/';

test.each([
  [a, [[a]]],
  [`  ${a}\r\n\n${b}\n`, [[a], [b]]],
  [`<${a}>`, [[a]]],
  [`- ${a}\n* ${b}\n1. ${a}`, [[a], [b], [a]]],
  [`# a list of URIs\r\n${a}\r\n`, [[a]]],
  [`[A ferry](${b})`, [[b, 'A ferry']]],
  [`[A \\[new\\] ferry](<${b}> "title")`, [[b, 'A [new] ferry']]],
  [`![A quay](${b})`, [[b, 'A quay']]],
  [`[${b}](${b})`, [[b]]],
  [`[b.example](${b})`, [[b]]],
  [`<a href="${b}" class='x>y'>A <b>new</b>\n ferry &amp; more</a>`, [[b, 'A new ferry & more']]],
  [
    `<ul><li><a href='${b}'>One</a>, <li><a title="x" href="${a}">Two</a></ul>`,
    [
      [b, 'One'],
      [a, 'Two'],
    ],
  ],
  [`<img alt="A quay" src="${b}">`, [[b, 'A quay']]],
  ['/assets/images/quay.jpg', [['/assets/images/quay.jpg']]],
] as const)('%j', (text, expected) => {
  expect(pastedAddresses({ text })).toEqual(expected.map(([url, title]) => ({ url, title })));
});

test.each([
  '',
  ' \n',
  'words',
  `words ${a}`,
  `${a} words`,
  `${a}\nwords`,
  `[words](${a}) and more`,
  '[words](javascript:alert)',
  `<a href="${b}">One</a> and words`,
  '<a href="javascript:alert(1)">One</a>',
  'ftp://a.example/',
  'a.example/x',
  '/',
  '/etc',
  '//a.example/x.jpg',
  '# words',
  '<'.repeat(5000),
  '<a '.repeat(5000),
])('not %j', text => {
  expect(pastedAddresses({ text })).toBeUndefined();
});

test('a browser gives the words of links as HTML', () => {
  const html = `<meta charset="utf-8"><!--StartFragment--><p><a href="${b}">A ferry</a></p><!--EndFragment-->`;
  expect(pastedAddresses({ text: b, html })).toEqual([{ url: b, title: 'A ferry' }]);
  // The plain text are the words then.
  expect(pastedAddresses({ text: 'A ferry', html })).toEqual([{ url: b, title: 'A ferry' }]);
  expect(pastedAddresses({ text: 'Read: A ferry', html: `Read: ${html}` })).toBeUndefined();
});
