import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import { defaultPath } from '../support/rules.ts';
import { inner, paste } from './pasting.ts';

const valuesOf = (text: string) => toValue(parseArticle(defaultPath, text).root!) as Record<string, unknown>;

describe('a text that would break its field is written as the field wants it', () => {
  test.each([
    ['a colon, where nothing stands', 'title: <|>', 'Ferries: all of them', 'title: "Ferries: all of them"'],
    ['right behind the colon', 'title:<|>', 'Ferries: all', 'title: "Ferries: all"'],
    ['in the quotes of the file', "name: 'A b'\ntitle: <|>", 'It: is', "name: 'A b'\ntitle: 'It: is'"],
    ['a hash', 'title: <|>', '#1 of #2 # yes', 'title: "#1 of #2 # yes"'],
    ['what is a number', 'title: <|>', '2026', 'title: "2026"'],
    ['what is a boolean to Jekyll', 'title: <|>', 'Yes', 'title: "Yes"'],
    ['what opens a list', 'title: <|>', '[Update] Ferries', 'title: "[Update] Ferries"'],
    ['quotes that are no quotes of its own', 'title: <|>', '"Ferries" and more', 'title: "\\"Ferries\\" and more"'],
    ['an apostrophe at the start', 'title: <|>', "'Tis: so", 'title: "\'Tis: so"'],
    ['an alias', 'title: <|>', '*Ferries* again', 'title: "*Ferries* again"'],
    ['an anchor', 'title: <|>', '&c. and so on', 'title: "&c. and so on"'],
    ['line breaks', 'title: <|>', ' \nFerries  \r\n  again\n', 'title: Ferries again'],
    ['behind a dash', 'otherNames:\n  - <|>', 'A: b', 'otherNames:\n  - "A: b"'],
    ['in a plain text', 'title: Ferries<|>', ': all', 'title: "Ferries: all"'],
    ['behind the blank of one', 'title: Ferries <|>', '# all', 'title: "Ferries # all"'],
    ['before it', 'title: <|>Ferries', 'All: ', 'title: "All: Ferries"'],
    ['in place of a part', 'title: All <|the|> ferries', 'a: ', 'title: "All a:  ferries"'],
    ['in place of all of it', 'title: <|Ferries|>', 'A: b', 'title: "A: b"'],
    ['in double quotes', 'title: "A <|> b"', 'x "y" \\', 'title: "A x \\"y\\" \\\\ b"'],
    ['in empty ones', 'title: "<|>"', '"Ferries"', 'title: "\\"Ferries\\""'],
    ['in place of a part in quotes', 'title: "A <|x|> b"', '"', 'title: "A \\" b"'],
    ['line breaks in quotes', 'title: "A <|>"', 'b\n\n  c\n', 'title: "A b c"'],
    ['in single quotes', "title: 'A <|> b'", "it's", "title: 'A it''s b'"],
    ['what single quotes cannot hold', "title: 'A<|>'", "'\u0007", 'title: "A\'\\u0007"'],
    [
      'lines in a text of lines',
      'excerpt: |\n  one\n  t<|>wo\nx: 1',
      'A\r\nB: ',
      'excerpt: |\n  one\n  tA\n  B: wo\nx: 1',
    ],
    ['lines in a folded text', 'excerpt: >-\n  one\n  two<|>\nx: 1', '\nA', 'excerpt: >-\n  one\n  two\n\n  A\nx: 1'],
    ['in a comment’s neighbour', 'title: Ferries<|> # yes', ': all', 'title: "Ferries: all" # yes'],
    ['a text with a list in it', 'excerpt: <|>', 'Intro\n- one\n- two', 'excerpt: Intro - one - two'],
    ['in a field of its own', 'motto: <|>', 'A: b', 'motto: "A: b"'],
    ['in a list in brackets', 'topics: ["A<|>"]', '"', 'topics: ["A\\""]'],
  ])('%s', (_, marked, pasted, expected) => {
    const { offer, after } = paste(marked, pasted);
    expect(offer).toMatchObject({ kind: 'text', count: 1 });
    expect(inner(after)).toBe(expected);
    expect(parseArticle(defaultPath, after).problems).toEqual([]);
  });

  test('the edit stands where the cursor does', () => {
    const { offer, span } = paste('title: <|>\nx: 1', 'A: b');
    expect(offer?.edits).toEqual([{ ...span, newText: '"A: b"' }]);
    const inQuotes = paste('title: "A <|> b"', 'x "y"');
    expect(inQuotes.offer?.edits).toEqual([{ ...inQuotes.span, newText: 'x \\"y\\"' }]);
  });

  test('and so with the line ends of Windows', () => {
    const { after } = paste('---\r\ntitle: <|>\r\nheat: 1\r\n---\r\n', 'A: b\r\nc');
    expect(after).toBe('---\r\ntitle: "A: b c"\r\nheat: 1\r\n---\r\n');
  });

  test('beside what is broken already', () => {
    const { after } = paste('excerpt: "open\ntitle: <|>\nheat: 1', 'A: b');
    expect(valuesOf(after)).toMatchObject({ title: 'A: b', heat: 1 });
  });
});

describe('a paste is a paste', () => {
  test.each([
    ['where it does no harm', 'title: <|>', 'Ferries again'],
    ['in quotes where it does no harm', 'title: "A <|> b"', "it's: # [fine]"],
    ['of a text in quotes of its own', 'title: <|>', '"Ferries: all"'],
    ['of a text in single quotes of its own', 'title: <|>', "'It''s: so'"],
    ['of some lines of front matter', 'title: <|>', '"A"\nexcerpt: "b: c"'],
    ['of some items', 'otherNames:\n  - <|>', 'A\n  - B'],
    ['of an escape in double quotes', 'title: "<|>"', 'It\\u2019s'],
    ['of a moment', 'publishedDateTime: <|>', '2026-05-12T09:30:00Z'],
    ['of an address', 'webUrl: <|>', 'https://a.example/?x=1&y=2#z'],
    ['of a number where one is meant', 'quality: <|>', '57'],
    ['of anything where a number is meant', 'quality: <|>', 'a: b'],
    ['of a mapping where one is meant', 'provider: <|>', '\n  name: A\n  domain: a.example'],
    ['in a key', 'ti<|>tle: A', 'a: b'],
    ['across quotes', 'title: <|"A|> b"', 'x: "'],
    ['across fields', 'title: <|A\nexcerpt|>: b', 'x: "'],
    ['in an escape', 'title: "A \\<|>u2019"', '"'],
    ['in a value that is broken', 'title: "A<|>\nheat: 1', '"x: '],
    ['in secured', 'secured: "a<|>b"', '"'],
    ['in an empty secured', 'secured: <|>', 'a: b'],
    ['in a second spelling of secured', 'Secured: <|>', 'a: b'],
    ['below an alias', 'a: &a b\ntitle: *a<|>', ': c'],
    ['in a list in brackets, where it may be two items', 'topics: [A<|>]', ', "b"'],
    ['in the body', '---\ntitle: A\n---\nBody: <|>', 'a: b'],
    ['of nothing', 'title: <|>', ' '],
    ['of more than a value can be', 'title: <|>', 'a: b '.repeat(30_000)],
  ])('%s', (_, marked, pasted) => {
    expect(paste(marked, pasted).offer).toBeUndefined();
  });
});
