import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createProject } from '../../server/src/core/config/project.ts';
import type { CheckedDocument } from '../../server/src/lsp/documents.ts';
import { createPractice } from '../../server/src/lsp/practice.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

const longPath = '_news/2026-05-13-much-related.md';
const texts = siteOf({
  [defaultPath]: harbourArticle,
  [longPath]: `---\ntitle: "Much"\nrelated:\n${'  - title: "A related item"\n'.repeat(400)}---\n`,
  'README.md': '# No article\n',
});

function documentOf(path: string): CheckedDocument {
  const options = { project: createProject(), now: 0, site: texts.site };
  const document = TextDocument.create(path, 'markdown', 1, texts.text(path));
  return { document, checked: texts.checked(path), options, others: undefined, resultId: '1' };
}

/** Practises on documents until it ends by itself or after some steps. */
async function practise(paths: readonly string[], mostSteps = Number.POSITIVE_INFINITY, isClosed = false) {
  let steps = 0;
  const told: string[] = [];
  const tasks: (() => void)[] = [];
  const step = () => {
    if (++steps === mostSteps) practice.dispose();
    return steps % 50 === 0 ? Promise.resolve() : undefined;
  };
  const practice = createPractice({
    pace: { noteClient: () => {}, step },
    log: text => told.push(text),
    check: async uri => (isClosed ? undefined : documentOf(uri)),
    delay: (_, task) => void tasks.push(task),
  });
  for (const path of paths) practice.checked(documentOf(path));
  for (const task of tasks) task();
  let before = -1;
  while (before !== steps) {
    before = steps;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return { steps, told, started: tasks.length };
}

test('practises on the first article only, in many small steps, and changes nothing of the site', async () => {
  const known = JSON.stringify(texts.site.get(defaultPath));
  const { steps, told, started } = await practise(['README.md', defaultPath, defaultPath]);
  expect(started).toBe(1);
  expect(steps).toBeGreaterThan(100);
  expect(told).toEqual([]);
  expect(JSON.stringify(texts.site.get(defaultPath))).toBe(known);
});

test('does nothing where there is no article', async () => {
  expect(await practise(['README.md'])).toEqual({ steps: 0, told: [], started: 0 });
});

test('an article so long that a keystroke would have to wait is passed over', async () => {
  expect(await practise([longPath])).toEqual({ steps: 0, told: [], started: 0 });
  expect((await practise([longPath, defaultPath])).started).toBe(1);
});

test('does nothing when the article was closed meanwhile', async () => {
  expect(await practise([defaultPath], Number.POSITIVE_INFINITY, true)).toEqual({ steps: 0, told: [], started: 1 });
});

test('ends with the session', async () => {
  expect((await practise([defaultPath], 20)).steps).toBe(20);
});
