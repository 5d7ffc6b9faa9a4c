import { describe, expect, it } from 'vitest';
import { ask, labels } from './completing.ts';

/** A repository with one page of a host and its AMP page. */
function offered(known: string, amp: string, page: string): readonly string[] {
  const files = {
    '_news/2026-05-01-known.md': `---\nwebUrl: "${known}"\nampWebUrl: "${amp}"\nprovider:\n  name: A\n  domain: a.example\n---\n`,
  };
  return labels(ask(`webUrl: "${page}"\nampWebUrl: <|>`, { files }));
}

describe('the AMP page of an address, as other pages of the host have it', () => {
  it.each([
    [
      'behind the path',
      'https://a.example/x',
      'https://a.example/x/amp',
      'https://a.example/y/z',
      'https://a.example/y/z/amp',
    ],
    [
      'with a closing slash',
      'https://a.example/x/',
      'https://a.example/x/amp/',
      'https://a.example/y/',
      'https://a.example/y/amp/',
    ],
    [
      'before the path',
      'https://a.example/x',
      'https://a.example/amp/x',
      'https://a.example/y/z',
      'https://a.example/amp/y/z',
    ],
    [
      'in place of a folder',
      'https://a.example/news/x',
      'https://a.example/amp/x/',
      'https://a.example/news/y',
      'https://a.example/amp/y/',
    ],
    [
      'a host of its own',
      'https://www.a.example/x',
      'https://amp.a.example/x',
      'https://www.a.example/y',
      'https://amp.a.example/y',
    ],
    ['a query', 'https://a.example/x', 'https://a.example/x?amp', 'https://a.example/y', 'https://a.example/y?amp'],
    [
      'with www.',
      'https://www.a.example/x',
      'https://www.a.example/amp/x',
      'https://www.a.example/y',
      'https://www.a.example/amp/y',
    ],
  ])('%s', (_, known, amp, page, expected) => expect(offered(known, amp, page)).toEqual([expected]));

  it.each([
    ['another host', 'https://a.example/x', 'https://a.example/x/amp', 'https://b.example/y'],
    ['another folder', 'https://a.example/news/x', 'https://a.example/amp/x', 'https://a.example/blog/y'],
    ['no pattern', 'https://a.example/x', 'https://a.example/amp/x-123', 'https://a.example/y'],
    ['no address', 'https://a.example/x', 'https://a.example/x/amp', 'words'],
  ])('none for %s', (_, known, amp, page) => expect(offered(known, amp, page)).toEqual([]));

  it('is told by the related items of the article itself', () => {
    const asked = ask(
      'webUrl: "https://a.example/y"\nampWebUrl: <|>\nrelated:\n  - webUrl: "https://a.example/x"\n    ampWebUrl: "https://a.example/x/amp/"',
    );
    expect(labels(asked)).toEqual(['https://a.example/y/amp/']);
  });
});
