import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import type { FieldNode } from '../../server/src/core/article/nodes.ts';
import { type Field, viewArticle } from '../../server/src/core/check/articleView.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import type { Shape } from '../../server/src/core/schema/shape.ts';
import { mutated, random } from '../support/mutations.ts';
import { readerTexts } from '../support/readerTexts.ts';

const project = createProject();
const path = '_news/2026-05-12-harbour-opens-again.md';
const text = readerTexts.article.startsWith('---') ? readerTexts.article : `---\n${readerTexts.article}\n---\n`;

describe('a view', () => {
  test('calls a mapping regular only when no rule on keys has a word on it', () => {
    const next = random(20261126);
    const maps = Array.from({ length: 300 }, () => fieldsOf(mutated(text, 4, text.length, next))).flat();
    const regular = maps.filter(field => field.regular);
    expect(regular.length).toBeGreaterThan(300);
    expect(regular.filter(({ node, shape }) => !isRegular(node, shape))).toEqual([]);
  });

  test('names the place of each value', () => {
    const paths = fieldsOf(
      '---\nprovider:\n  name: Harbour Times\nrelated:\n  - title: Ferry\n    images:\n      - url: /a.jpg\n---\n',
    );
    expect(paths.map(field => field.path)).toEqual([
      '',
      'provider',
      'provider.name',
      'related',
      'related[0]',
      'related[0].title',
      'related[0].images',
      'related[0].images[0]',
      'related[0].images[0].url',
    ]);
  });
});

test('front matter ends at the first fence, whatever ends its lines', () => {
  const next = random(20261127);
  const lines = ['---', '...', '--- ', '----', '--- x', '. . .', 'title: a', '  - b', '', 'c---', '...d'];
  const ends = ['\n', '\n', '\n', '\r\n', '\r'];
  const pick = <T>(from: readonly T[]) => from[next(from.length)] as T;
  for (let i = 0; i < 5000; i++) {
    let file = `---${pick(ends)}title: a`;
    let closing: number | undefined;
    for (let count = next(8); count > 0; count--) {
      file += pick(ends);
      // A line feed behind a carriage return would be one line end with it.
      const line = pick(lines);
      if (closing === undefined && /^(?:---|\.\.\.)\s*$/.test(line)) closing = file.length;
      file += line;
    }
    file += '\nbody\n';
    expect([file, findFrontMatter(file, 'markdown')?.closing?.start]).toEqual([file, closing]);
    expect([file, parseArticle('a.md', file).block?.closing?.start]).toEqual([file, closing]);
  }
});

function fieldsOf(text: string): readonly Field[] {
  const article = parseArticle(path, text);
  return viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 }).fields;
}

function isRegular(node: FieldNode, shape: Shape): boolean {
  if (node.kind !== 'map' || shape.kind !== 'map') return false;
  const names = node.entries.map(entry => entry.name);
  const known = [...shape.fields.values()].filter(one => names.includes(one.name));
  return known.length === names.length && [...shape.fields.values()].every(one => !one.required || known.includes(one));
}
