import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { contains } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { mutated, random } from '../support/mutations.ts';
import { defaultPath } from '../support/rules.ts';
import { acceptItem, askAt, expanded } from './completing.ts';
import { files } from './completingSite.ts';

const project = createProject();
const site = indexTexts({ ...files, [defaultPath]: harbourArticle }, project);

/** Accepts a few items at every wanted offset. Each must stay in the front matter and break no line. */
function sweep(text: string, path: string, within: SiteIndex | undefined, step = 1, most = 40): readonly string[] {
  const faults: string[] = [];
  const before = parseArticle(path, text);
  const content = before.block?.content ?? { start: 0, end: text.length };
  const body = before.block?.closing ? text.slice(before.block.closing.start) : '';
  for (let offset = 0; offset <= text.length; offset += step) {
    for (const snippets of [false, true]) {
      const asked = askAt(text, path, offset, within, files, { snippets, lazyEdits: snippets });
      const items = asked.list?.items ?? [];
      if (items.length > 0 && (offset < content.start || offset > content.end)) faults.push(`${offset}: outside`);
      const every = Math.max(1, Math.ceil(items.length / most));
      for (const [i, item] of items.entries()) {
        if (i % every > 0) continue;
        const edits = [item.edit, ...item.moreEdits];
        const where = `${offset} ${item.label}: `;
        if (item.edit.start > offset || item.edit.end < offset) faults.push(`${where}not at the cursor`);
        if (/[\r\n]/.test(text.slice(item.edit.start, item.edit.end))) faults.push(`${where}several lines`);
        if (before.block && edits.some(edit => !contains(content, edit))) faults.push(`${where}outside`);
        let after = acceptItem(asked, item);
        if (snippets && item.snippet)
          after = acceptItem(asked, { ...item, edit: { ...item.edit, newText: expanded(item.edit.newText) } });
        if (body !== '' && !after.endsWith(body)) faults.push(`${where}the body changed`);
        const problems = parseArticle(path, after).problems;
        if (problems.length > before.problems.length)
          faults.push(
            `${where}${problems.map(problem => problem.message).join(' ')}\n${after.slice(Math.max(0, offset - 80), offset + 80)}`,
          );
      }
    }
  }
  return faults;
}

// Slower on a busy machine than the usual limit.
describe('whatever is accepted leaves whole lines', { timeout: 60_000 }, () => {
  it('at every offset of an article', () => {
    expect(sweep(harbourArticle, defaultPath, site, 3, 3)).toEqual([]);
  });

  it('without an index, with CRLF', () => {
    expect(sweep(harbourArticle.replaceAll('\n', '\r\n'), defaultPath, undefined, 9, 2)).toEqual([]);
  });

  it('at the end of every line that was cut short', () => {
    const faults: string[] = [];
    const lines = harbourArticle.split('\n');
    for (const [i, line] of lines.entries()) {
      if (i === 0 || line.startsWith('---') || line.startsWith('secured') || line.length > 120) continue;
      for (let length = 0; length <= line.length; length += 4) {
        const cut = [...lines.slice(0, i), line.slice(0, length), ...lines.slice(i + 1)].join('\n');
        const offset = lines.slice(0, i).join('\n').length + 1 + length;
        const before = parseArticle(defaultPath, cut).problems.length;
        for (const snippets of [false, true]) {
          const asked = askAt(cut, defaultPath, offset, site, files, { snippets, lazyEdits: snippets });
          for (const item of (asked.list?.items ?? []).slice(0, 3)) {
            const newText = item.snippet ? expanded(item.edit.newText) : item.edit.newText;
            const after = acceptItem(asked, { ...item, edit: { ...item.edit, newText } });
            const { problems } = parseArticle(defaultPath, after);
            if (problems.length > before)
              faults.push(
                `${JSON.stringify(line.slice(0, length))} ${item.label}: ${problems.map(one => one.message)}\n${after.slice(Math.max(0, offset - 90), offset + 90)}`,
              );
          }
        }
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it('on broken YAML nothing throws and no edit leaves the front matter', () => {
    const next = random(7);
    for (let round = 0; round < 40; round++) {
      const text = mutated(harbourArticle, 4, harbourArticle.length - 5, next);
      const content = parseArticle(defaultPath, text).block?.content;
      for (let i = 0; i < 15; i++) {
        const offset = next(text.length + 1);
        const asked = askAt(text, defaultPath, offset, site, files, { snippets: true, lazyEdits: false });
        for (const item of asked.list?.items ?? [])
          for (const edit of [item.edit, ...item.moreEdits]) if (content) expect(contains(content, edit)).toBe(true);
      }
    }
  });

  const corpus = corpusFiles()
    .filter((_, i) => i % 7 === 0)
    .slice(0, 120);
  it.runIf(corpus.length > 0)('at some offsets of real articles', () => {
    for (const { path, text } of corpus) {
      const { block } = parseArticle(path, text);
      if (!block) continue;
      const head = text.slice(0, Math.min(text.length, block.content.end + 200));
      expect(sweep(head, path, undefined, Math.max(1, Math.floor(head.length / 5)), 2)).toEqual([]);
    }
  });
});
