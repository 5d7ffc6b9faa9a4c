import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { cursorContext } from '../../server/src/core/features/cursorContext.ts';
import { fixture } from '../support/fixture.ts';
import { defaultPath } from '../support/rules.ts';

/** The cursor's place in a line: slot, path, the token in brackets, and what else is out of the ordinary. */
function shown(marked: string, path = defaultPath): string {
  const bare = /^---|^\ufeff/.test(marked) || /\.(ya?ml|json)$/.test(path) ? marked : `---\n${marked}\n---\n`;
  const { text, cursor } = fixture(bare);
  const context = cursorContext(parseArticle(path, text), cursor!);
  if (!context) return 'nothing';
  const token = `[${text.slice(context.token.start, context.token.end)}]`;
  if (context.slot === 'comment') return `comment ${token}`;
  const { slot, quote, closed, lead, tail, flow, column, indent, lacksDash, colon, keys, block } = context;
  const steps = context.path.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return [
    slot,
    steps === '' ? '.' : steps,
    token,
    ...(quote ? [`in ${quote}${closed ? '' : ' open'}`] : []),
    ...(lead ? ['lead'] : []),
    ...(tail ? ['tail'] : []),
    ...(flow ? ['flow'] : [`at ${column}`]),
    ...(indent ? [`indent ${indent.width}`] : []),
    ...(lacksDash ? ['dash'] : []),
    ...(colon ? ['colon'] : []),
    ...(keys.length > 0 ? [`with ${keys.join(',')}`] : []),
    ...(block ? [`over ${block}`] : []),
  ].join(' ');
}

describe('cursorContext', () => {
  it.each([
    ['an empty line', '<|>', 'start . [] at 0'],
    ['a word at the top', 'tit<|>le', 'start . [title] at 0'],
    ['among other keys', 'a: 1\n<|>\nb: 2', 'key . [] at 0 with a,b'],
    ['a key with its colon', 'a: 1\nti<|>t: x\nb: 2', 'key . [tit] at 0 colon with a,b'],
    ['a quoted key', '"ti<|>t": x', 'key . [tit] in " at 0 colon'],
    ['right behind a colon', 'title:<|>', 'value .title [] lead at 0'],
    ['a blank behind a colon', 'title: <|>', 'value .title [] at 0'],
    ['blanks behind the cursor', 'title: <|>  ', 'value .title [  ] at 0'],
    ['before a comment', 'type: <|> # c', 'value .type [] at 0'],
    ['right before a comment', 'type: <|># c', 'value .type [] tail at 0'],
    ['a plain value', 'type: art<|>icle # c', 'value .type [article] at 0'],
    ['a blank behind a plain value', 'type: Sea <|>', 'value .type [Sea ] at 0'],
    ['in quotes', 'title: "ab<|>c" # c', 'value .title [abc] in " at 0'],
    ['in single quotes', "title: 'it''s <|>c'", "value .title [it''s c] in ' at 0"],
    ['in a quote that is open', 'title: "ab<|>\ntype: x', 'value .title [ab] in " open at 0 with type'],
    ['behind a closing quote', 'title: "ab"<|>', 'nothing'],
    ['before a quote', 'title: <|>"ab"', 'nothing'],
    ['between key and colon', 'title <|>: x', 'nothing'],
    ['in a block scalar', 'excerpt: |\n  some: text<|>\ntype: x', 'nothing'],
    ['below a block scalar', 'excerpt: |\n  some: text\n<|>\ntype: x', 'key . [] at 0 with excerpt,type'],
    ['in a quoted text of two lines', 'title: "one\n  two: <|>three"', 'nothing'],
    ['a nested mapping', 'provider:\n  name: x\n  <|>\ntopics:\n  - a', 'key .provider [] at 2 with name'],
    ['the first line of a mapping', 'provider:\n  <|>\ntopics:\n  - a', 'start .provider [] at 2'],
    ['above the first line of a mapping', 'provider:\n  <|>\n  name: x', 'key .provider [] at 2 with name'],
    ['too far to the left in a mapping', 'provider:\n<|>\n  name: x', 'key .provider [] at 2 indent 2 with name'],
    [
      'too far to the right in a mapping',
      'provider:\n  name: "x"\n      <|>',
      'key .provider [] at 2 indent 2 with name',
    ],
    ['a word that has a block', 'title: x\nrel<|>\n  - title: y', 'key . [rel] at 0 with title over list'],
    ['behind a dash', 'topics:\n  - a\n  - <|>\n', 'start .topics[1] [] at 4'],
    ['right behind a dash', 'topics:\n  -<|>\n', 'start .topics[0] [] lead at 4'],
    ['a word behind a dash', 'topics:\n  - a\n  - Sea <|>En', 'start .topics[1] [Sea En] at 4'],
    ['dashes at the column of their key', 'topics:\n- a\n- b<|>', 'start .topics[1] [b] at 2'],
    ['below dashes at the column of their key', 'topics:\n- a\n<|>', 'key . [] at 0 with topics'],
    ['an item without its dash', 'topics:\n  - a\n  b<|>', 'start .topics[1] [b] at 4 dash'],
    ['the first item without its dash', 'topics:\n  <|>', 'start .topics [] at 2'],
    ['a dash too far to the right', 'topics:\n  - a\n     - <|>', 'start .topics[1] [] at 4 indent 2'],
    ['a mapping in a list', 'images:\n  - url: x\n    <|>\n  - url: y', 'key .images[0] [] at 4 with url'],
    [
      'the second mapping of a list',
      'images:\n  - url: x\n  - ur<|>\n    width: 1',
      'key .images[1] [ur] at 4 with width',
    ],
    [
      'a value in a mapping in a list',
      'images:\n  - url: x\n    width: <|>',
      'value .images[0].width [] at 4 with url',
    ],
    ['deep inside', 'related:\n  - title: x\n    provider:\n      na<|>', 'start .related[0].provider [na] at 6'],
    [
      'out of a deep place',
      'related:\n  - title: x\n    provider:\n      name: y\n    q<|>',
      'key .related[0] [q] at 4 with title,provider',
    ],
    ['a flow list', 'topics: [a, <|>]', 'value .topics[1] [] flow'],
    ['a word in a flow list', 'topics: [a, Sea E<|>n, b]', 'value .topics[1] [Sea En] flow'],
    ['right behind a comma', 'topics: [a,<|>]', 'value .topics[1] [] lead flow'],
    ['quotes in a flow list', 'topics: ["a", "b<|>"]', 'value .topics[1] [b] in " flow'],
    ['an open flow list', 'topics: [a, b<|>\ntype: x', 'value .topics[1] [b] flow'],
    ['a flow list of several lines', 'topics: [\n  a,\n  <|>\n]\ntype: x', 'value .topics[1] [] flow'],
    ['a flow mapping', 'provider: {name: x, <|>}', 'key .provider [] flow with name'],
    ['a key before others in a flow mapping', 'provider: {do<|>, name: x}', 'key .provider [do] flow with name'],
    ['a value in a flow mapping', 'provider: {name: <|>, domain: y}', 'value .provider.name [] flow with domain'],
    ['behind a flow list', 'topics: [a]<|>', 'nothing'],
    ['a comment', 'title: x # masthead-ignore text-<|>', 'comment [text-]'],
    ['a number sign in a text', 'title: C#<|>', 'value .title [C#] at 0'],
    ['secured', 'secured: "abc<|>def"', 'nothing'],
  ])('%s', (_, marked, expected) => expect(shown(marked)).toBe(expected));

  it.each([
    ['the opening fence', '--<|>-\ntitle: x\n---\n', 'nothing'],
    ['the closing fence', '---\ntitle: x\n<|>---\n', 'nothing'],
    ['the body', '---\ntitle: x\n---\n<|>', 'nothing'],
    ['a fence that is never closed', '---\ntitle: x\nty<|>', 'key . [ty] at 0 with title'],
    ['a fence with half a word', '---\nti<|>', 'start . [ti] at 0'],
    ['a byte order mark', '\ufeff---\ntitle: x\n<|>\n---\n', 'key . [] at 0 with title'],
    ['CRLF', '---\r\ntitle: x\r\n<|>\r\n---\r\n', 'key . [] at 0 with title'],
  ])('%s', (_, marked, expected) => expect(shown(marked)).toBe(expected));

  it('says nothing in a file without front matter', () => {
    const text = '# Heading\n\ntitle: x\n';
    for (let at = 0; at <= text.length; at++)
      expect(cursorContext(parseArticle(defaultPath, text), at)).toBeUndefined();
  });

  it.each([
    ['a plain YAML file', 'name: x\n<|>', '_data/topics/01-x.yaml', 'key . [] at 0 with name'],
    ['a key in JSON', '{"rules": {"<|>"}}', 'masthead.config.json', 'key .rules [] in " flow'],
    ['a value in JSON', '{"rules": {"a": "<|>"}}', 'masthead.config.json', 'value .rules.a [] in " flow'],
  ])('%s', (_, marked, path, expected) => expect(shown(marked, path)).toBe(expected));
});
