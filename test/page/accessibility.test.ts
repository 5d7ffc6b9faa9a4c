// axe finds nothing in any view and theme.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harbourArticle } from '../support/harbourArticle.ts';
import { openPage, shownArticle, startPages, stopPages } from './previewPage.ts';
import type { ThemeName } from './themes.ts';

beforeAll(startPages);
afterAll(stopPages);

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faulty = harbourArticle.replace('quality: 41', 'quality: many').replace('published: true', 'published: false');

describe.each<ThemeName>(['dark', 'light', 'contrast', 'contrastLight'])('%s', theme => {
  test.each(['Cards', 'List', 'As readers see it', 'Compare'])('%s', async look => {
    const { page, post } = await openPage({ theme });
    const article = shownArticle(faulty);
    const items = [{ path: 'a.md', title: 'The quay', provider: 'A', date: 0, quality: 3, reason: 'same topic' }];
    await post(
      { type: 'show', article },
      { type: 'select', card: 1 },
      { type: 'suggestions', uri: article.uri, items },
    );
    await page.getByRole('button', { name: look, exact: true }).click();
    // Run by the browser’s own tools: the policy of the page lets no other script in.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe });
    const violations = await page.evaluate(`
      axe.run(document).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html.slice(0, 120) + ' ' + node.failureSummary).join(' | ')))`);
    expect(violations).toEqual([]);
    await page.close();
  });
});
