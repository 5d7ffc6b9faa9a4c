// Hover and navigation in a repository of 20,000 articles: a place is found by a look at few of them; what counts, ranks or
// searches them looks at each once.
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { plainHost } from '../../server/src/core/features/cards/cardHost.ts';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover.ts';
import { referencesAt } from '../../server/src/core/features/references.ts';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols.ts';
import { countedSite } from '../support/countedSite.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { LARGE, largeSite } from '../support/largeSite.ts';
import { defaultPath, testNow } from '../support/rules.ts';

/** So many articles may be looked at for one answer. */
const FEW = 1000;
const project = createProject();

test('an answer about a place looks at few of them, or once at those that it counts', () => {
  const { site, during } = countedSite(largeSite());
  const checked = checkArticle(parseArticle(defaultPath, harbourArticle), { project, now: testNow, site });
  const { text } = checked.view.article;
  const at = (found: string) => text.indexOf(found) + found.length - 1;
  const looked: Record<string, number> = {};
  const values = {
    topic: '- Harbours',
    provider: 'name: Harbour Times',
    domain: 'domain: harbourtimes',
    url: 'https://harbourtimes.example/harbour',
    image: 'https://pictures',
    quality: 'quality: 59',
    related: 'The tide mill',
  };
  for (const [name, found] of Object.entries(values)) {
    const offset = at(found);
    expect(hoverAt(checked, offset, plainHost), name).toBeDefined();
    // A topic or provider is shown with its latest articles, a quality with its rank.
    expect(
      during(() => hoverAt(checked, offset, plainHost)),
      name,
    ).toBeLessThan(LARGE * 1.2);
    looked[`definition ${name}`] = during(() => definitionAt(checked.view, offset));
  }
  // Every article shows the picture.
  expect(during(() => referencesAt(checked.view, at(values.image)))).toBeLessThan(LARGE * 1.2);
  looked['references url'] = during(() => referencesAt(checked.view, at(values.url)));
  expect(Object.entries(looked).filter(([, count]) => count > FEW)).toEqual([]);
});

test('a search for symbols looks at each article once, and gives no more than can be shown', () => {
  const { site, during } = countedSite(largeSite());
  for (const query of ['', 't', 'tide harb', 'thf', 'kelp 19999', 'zzzz']) {
    let found: readonly unknown[] = [];
    const looked = during(() => {
      found = workspaceSymbols(site, query);
    });
    expect(looked, query).toBeLessThan(LARGE * 1.2);
    expect(found.length, query).toBeLessThanOrEqual(200);
  }
});
