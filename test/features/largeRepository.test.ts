// Rename, refactorings and reading aids in a repository of 20,000 articles: what is asked with every move of the cursor looks at few of them.
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
import { countedSite } from '../support/countedSite.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { LARGE, largeSite } from '../support/largeSite.ts';
import { defaultPath, testNow } from '../support/rules.ts';

/** So many articles, or names of files, may be looked at for one answer. */
const FEW = 1000;
const project = createProject();

test('what counts is counted', () => {
  const { site, during } = countedSite(largeSite());
  expect(during(() => [...site.articles()])).toBeGreaterThanOrEqual(LARGE);
  expect(during(() => site.withTopic('Harbours').list())).toBeGreaterThanOrEqual(LARGE);
  expect(during(() => site.withTopic('Harbours').some(3))).toBe(3);
  expect(during(() => site.withTopic('Harbours').count)).toBe(0);
  expect(during(() => site.filesIn('_news'))).toBeGreaterThanOrEqual(LARGE);
});

test('every answer looks at few of them', () => {
  const { site, during } = countedSite(largeSite());
  const checked = checkArticle(parseArticle(defaultPath, harbourArticle), { project, now: testNow, site });
  const { view } = checked;
  const { text } = view.article;
  const whole = { start: 0, end: text.length };
  const looked: Record<string, number> = {
    check: during(() => checkArticle(view.article, { project, now: testNow, site })),
    hints: during(() => inlayHints(view, whole, new Set(inlayHintKinds))),
    lenses: during(() => codeLenses(checked)),
    tokens: during(() => semanticTokens(view)),
    format: during(() => formatFrontMatter(view)),
  };
  const sources = { readArticle: () => undefined, imageInfo: () => undefined };
  for (const found of ['- Harbours', 'domain: harbourtimes', 'https://harbourtimes.example/harbour', 'The tide mill']) {
    const offset = text.indexOf(found) + found.length - 1;
    const here = { start: offset, end: offset };
    looked[`refactorings at ${found}`] = during(() => [
      filesForRefactorings(checked, here),
      refactoringsAt(checked, here, sources),
    ]);
  }
  expect(Object.entries(looked).filter(([, count]) => count > FEW)).toEqual([]);
});

test('what stands in all articles is renamed in all of them', () => {
  const site = largeSite();
  const { view } = checkArticle(parseArticle(defaultPath, harbourArticle), { project, now: testNow, site });
  const plan = planRename(view, view.article.text.indexOf('- Harbours') + 4, 'Ports');
  if (!plan || 'refusal' in plan) throw new Error('no plan');
  const { edits } = renameAll(plan, project, path => parseArticle(path, harbourArticle));
  expect(edits.size).toBeGreaterThan(LARGE);
  expect(planFileRename([{ from: '_news', to: '_old' }], site)).toBeDefined();
});
