// A rule is not asked where none of its signs shows: then it must have nothing to say.
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { signsOf } from '../../server/src/core/check/firstLook.ts';
import { isArticle } from '../../server/src/core/check/isArticle.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import type { DocumentRule } from '../../server/src/core/rules/rule.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { mutated, random } from '../support/mutations.ts';
import { defaultPath, testNow } from '../support/rules.ts';

const project = createProject();
const documentRules = rules.filter((rule): rule is DocumentRule => rule.scope !== 'site');

/** The rules that would speak although they are not asked. */
function unheard(path: string, text: string): readonly string[] {
  const article = parseArticle(path, text);
  const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: testNow });
  if (!isArticle(view)) return [];
  const signs = signsOf(view);
  return documentRules
    .filter(rule => rule.signs !== undefined && (rule.signs & signs) === 0 && [...rule.check(view)].length > 0)
    .map(({ id }) => id);
}

test('in any text', () => {
  const next = random(20261130);
  const end = harbourArticle.indexOf('\n---\n', 4);
  for (let run = 0; run < 1200; run++) {
    const text = mutated(harbourArticle, 4, end, next);
    expect(unheard(defaultPath, text), text).toEqual([]);
  }
});

test('in the examples of all rules', () => {
  for (const { examples } of rules)
    for (const { path, text } of [...examples.valid, ...examples.invalid]) {
      const plain = text.replaceAll('<|', '').replaceAll('|>', '');
      expect(unheard(path ?? defaultPath, plain.startsWith('---') ? plain : `---\n${plain}\n---\n`)).toEqual([]);
    }
});

test('every rule that looks at one article says on which signs', () => {
  expect(documentRules.filter(({ signs }) => signs === undefined).map(({ id }) => id)).toEqual([]);
});

const real = corpusFiles();

test.runIf(real.length > 0)('in real articles', () => {
  expect(real.flatMap(({ path, text }) => unheard(path, text))).toEqual([]);
});
