// A key that somebody begins to type: read by a way of its own, which must give what the full reader gives.
import { expect, test } from 'vitest';
import { fileKindOf, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
import { readContent, readFully } from '../../server/src/core/article/readContent.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { readerTexts } from '../support/readerTexts.ts';

/** What differs when a word is typed at the start of a line. */
function differences(
  path: string,
  text: string,
  everyLine: number,
  words = ['hea', 'secured', 'null', 'title', 'A-Key_2'],
): readonly string[] {
  const content = findFrontMatter(text, fileKindOf(path) ?? 'markdown')?.content;
  if (!content) return [];
  const found: string[] = [];
  const starts = [...text.matchAll(/^/gm)]
    .map(({ index }) => index)
    .filter(at => at >= content.start && at <= content.end);
  for (const [i, at] of starts.entries()) {
    if (i % everyLine > 0) continue;
    for (const word of words) {
      const typed = `${text.slice(0, at)}${word}\n${text.slice(at)}`;
      const block = findFrontMatter(typed, fileKindOf(path) ?? 'markdown');
      if (!block) continue;
      const got = readContent(typed, block.content, block.content);
      const wanted = readFully(typed, block.content);
      if (JSON.stringify(got) !== JSON.stringify(wanted)) found.push(`${path} at ${at}: ${word}`);
    }
  }
  return found;
}

test('in an article, with LF and CRLF', () => {
  expect(differences('a.md', harbourArticle, 1)).toEqual([]);
  expect(differences('a.md', harbourArticle.replaceAll('\n', '\r\n'), 1)).toEqual([]);
});

test('in texts of all kinds', () => {
  for (const text of [...readerTexts.common, ...readerTexts.uncommon])
    expect(differences('a.yaml', text, 1, ['hea'])).toEqual([]);
});

test('in real articles', () => {
  for (const { path, text } of corpusFiles().filter((_, i) => i % 3 === 0))
    expect(differences(path, text, 5, ['hea'])).toEqual([]);
});
