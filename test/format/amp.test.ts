import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ampUrlOfCdn, cdnAmpUrl } from '../../server/src/core/format/amp.ts';
import { corpus, hasCorpus, valuesIn } from './corpus.ts';

test.each([
  ['https://gizmodo.com/x/amp', 'https://gizmodo-com.cdn.ampproject.org/c/s/gizmodo.com/x/amp'],
  ['http://gizmodo.com/x/amp', 'https://gizmodo-com.cdn.ampproject.org/c/gizmodo.com/x/amp'],
  ['https://www.my-site.co.uk/a?b=1', 'https://www-my--site-co-uk.cdn.ampproject.org/c/s/www.my-site.co.uk/a?b=1'],
  ['https://hello--world.com', 'https://hello----world-com.cdn.ampproject.org/c/s/hello--world.com'],
  ['https://a--b.org', 'https://0-a----b-org-0.cdn.ampproject.org/c/s/a--b.org'],
  ['https://en-us.a.org/b', 'https://0-en--us-a-org-0.cdn.ampproject.org/c/s/en-us.a.org/b'],
])('%s and back', (amp, cdn) => {
  expect(cdnAmpUrl(amp)).toBe(cdn);
  expect(ampUrlOfCdn(cdn)).toBe(amp);
});

test('host in lower case, without a fragment', () => {
  expect(cdnAmpUrl('HTTPS://WWW.A.org/B#c')).toBe('https://www-a-org.cdn.ampproject.org/c/s/www.a.org/B');
});

test.each([
  '',
  'a.org/x',
  'ftp://a.org/x',
  'https://localhost/x',
  'https://a.org:8080/x',
  'https://me@a.org/x',
  'https://a.org/x y',
  'https://xn--mnchen-3ya.de/x',
  'https://m.xn--mnchen-3ya.de/x',
  'https://münchen.de/x',
  'https://a..org/x',
  `https://${'a'.repeat(60)}.org/x`,
])('no cache address: %s', text => expect(cdnAmpUrl(text)).toBeUndefined());

test.each([
  '',
  'https://gizmodo.com/x/amp',
  'https://gizmodo-com.cdn.ampproject.org/v/s/gizmodo.com/x/amp',
  'http://gizmodo-com.cdn.ampproject.org/c/s/gizmodo.com/x/amp',
  'https://gizmodo-com.cdn.ampproject.org/c/s/vox.com/x/amp',
  'https://gizmodo-com.cdn.ampproject.org/c/s/',
  'https://cdn.ampproject.org/c/s/gizmodo.com/x',
])('no page of %s', text => expect(ampUrlOfCdn(text)).toBeUndefined());

test('the inverse is exact', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,5}(?:-{1,2}[a-z0-9]{1,5})?$/);
  const host = fc.array(label, { minLength: 2, maxLength: 4 }).map(labels => labels.join('.'));
  const rest = fc.constantFrom('', '/', '/s/a', '/a?b=c&d=%2C', '/c/s/x.org');
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), host, rest, (scheme, name, end) => {
      const cdn = cdnAmpUrl(`${scheme}://${name}${end}`);
      if (cdn !== undefined) expect(ampUrlOfCdn(cdn)).toBe(`${scheme}://${name}${end}`);
    }),
    { seed: 7, numRuns: 1000 },
  );
});

if (hasCorpus) {
  test('all real pairs obey', () => {
    const pairs = corpus.flatMap(file => {
      const cdn = valuesIn(file, 'cdnAmpWebUrl');
      return valuesIn(file, 'ampWebUrl').map((amp, index) => [amp, cdn[index]] as const);
    });
    expect(pairs).toHaveLength(27);
    expect(pairs.filter(([amp, cdn]) => cdnAmpUrl(amp) !== cdn || ampUrlOfCdn(cdn ?? '') !== amp)).toEqual([]);
  });
}
