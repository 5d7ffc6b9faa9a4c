import { expect, test } from 'vitest';
import { ownSummary } from '../../server/src/cli/ownSummary.ts';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { summarize } from '../../server/src/core/index/summarize.ts';
import { packCounts } from '../../server/src/core/index/summary.ts';

const project = createProject();
const counts = { error: 1, warning: 0, info: 2, hint: 0 };

const texts = {
  'an article':
    '---\ntype: learning-video\ntitle: "The mill’s wheel \\n turns 🙂"\noriginalUrl: "https://tidewater.example/mill"\nwebUrl: "https://tidewater.example/mill"\nquality: 3\nprovider:\n  domain: tidewater.example\ntopics:\n  - Sea Energy\n---\n',
  'one that silences a rule': '---\ntitle: "The mill"  # masthead-ignore same-title\ntype: article\n---\n',
  'one without anything': '---\n---\n',
  'a type that is empty': '---\ntype: ""\ntitle: T\n---\n',
  'no article': '# The mill\n',
};

test.each(Object.entries(texts))('says what the slow way says of %s', (_, text) => {
  const article = parseArticle('_news/2026-05-12-mill.md', text);
  const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 });
  const own = ownSummary(view, counts);
  // What is undefined the slow way leaves out.
  expect(own && JSON.parse(JSON.stringify(own))).toEqual(summarize(view, counts));
  expect(own?.findings).toBe(own && packCounts(counts));
});
