// Rename, refactorings and reading aids in a repository of 20,000 articles.
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { codeLenses } from '../../server/src/core/features/codeLenses.ts';
import { planFileRename } from '../../server/src/core/features/fileRename.ts';
import { formatFrontMatter } from '../../server/src/core/features/format/formatFrontMatter.ts';
import { inlayHintKinds } from '../../server/src/core/features/inlayHintKinds.ts';
import { inlayHints } from '../../server/src/core/features/inlayHints.ts';
import { filesForRefactorings, refactoringsAt } from '../../server/src/core/features/refactor/refactorings.ts';
import { planRename, renameAll } from '../../server/src/core/features/rename.ts';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { summaryOfText } from '../../server/src/core/index/indexTexts.ts';
import { createSiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath, testNow } from '../support/rules.ts';

const COUNT = 20_000;
/** In ms: twice what is promised, for a machine that does other things too. */
const LIMIT = 20;
const project = createProject();

/** All share their topics, every fourth a provider, a few an address. */
function largeSite() {
  const site = createSiteIndex();
  const base = summaryOfText(defaultPath, harbourArticle, project)!;
  for (let i = 0; i < COUNT; i++) {
    site.update(`_news/${2000 + (i % 26)}-05-${10 + (i % 20)}-item-${i}.md`, {
      ...base,
      values: base.values.map((value, at) => {
        if (at === 0) return `Item ${i}`;
        if (value === 'harbourtimes.example') return i % 4 === 0 ? value : `site${i % 300}.example`;
        return value.startsWith('https:') ? `${value}/${i % 5000}` : value;
      }),
    });
  }
  for (let i = 0; i < 100; i++) {
    const path = `_data/topics/${i}-topic.yaml`;
    const parent = i % 2 === 0 ? 'parent: Harbours\n' : '';
    site.update(path, summaryOfText(path, `taxonomy: topic\n_id: a\nname: Topic ${i}\n${parent}`, project));
  }
  site.setFiles(site.paths());
  return site;
}

function fastest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('every answer comes in time', { timeout: 60_000 }, () => {
  const site = largeSite();
  const checked = checkArticle(parseArticle(defaultPath, harbourArticle), { project, now: testNow, site });
  const { view } = checked;
  const { text } = view.article;
  const whole = { start: 0, end: text.length };
  const times: Record<string, number> = {
    hints: fastest(() => inlayHints(view, whole, new Set(inlayHintKinds))),
    lenses: fastest(() => codeLenses(checked)),
    tokens: fastest(() => semanticTokens(view)),
    format: fastest(() => formatFrontMatter(view)),
  };
  const sources = { readArticle: () => undefined, imageInfo: () => undefined };
  for (const found of ['- Harbours', 'domain: harbourtimes', 'https://harbourtimes.example/harbour', 'The tide mill']) {
    const offset = text.indexOf(found) + found.length - 1;
    const here = { start: offset, end: offset };
    times[`refactorings at ${found}`] = fastest(() => [
      filesForRefactorings(checked, here),
      refactoringsAt(checked, here, sources),
    ]);
  }
  expect(Object.entries(times).filter(([, time]) => time > LIMIT)).toEqual([]);
});

test('a rename of what stands in all articles, and of a file, takes seconds at most', { timeout: 60_000 }, () => {
  const site = largeSite();
  const { view } = checkArticle(parseArticle(defaultPath, harbourArticle), { project, now: testNow, site });
  const plan = planRename(view, view.article.text.indexOf('- Harbours') + 4, 'Ports');
  if (!plan || 'refusal' in plan) throw new Error('no plan');
  const start = performance.now();
  const { edits } = renameAll(plan, project, path => parseArticle(path, harbourArticle));
  expect(edits.size).toBeGreaterThan(COUNT);
  planFileRename([{ from: '_news', to: '_old' }], site);
  expect(performance.now() - start).toBeLessThan(20_000);
});
