// On texts that are nearly right: every fix can be worked out, stays in the front matter, and leaves `secured` alone.
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { mutated, random } from '../support/mutations.ts';
import { defaultPath, testNow } from '../support/rules.ts';

const options = { project: createProject(), now: testNow };

test('a fix that throws is not offered, and its finding stays', () => {
  const rule = {
    ...rules.find(each => each.id === 'date-zone')!,
    scope: undefined,
    signs: undefined,
    *check() {
      yield {
        start: 4,
        end: 9,
        message: 'Nothing.',
        fixes: () => {
          throw new RangeError('secret');
        },
      };
    },
  };
  const { findings } = checkArticle(parseArticle(defaultPath, harbourArticle), { ...options, rules: [rule] });
  expect(findings.map(finding => [finding.message, finding.fixes()])).toEqual([['Nothing.', []]]);
});

test('fixes of any text stay where they belong, and end', () => {
  const next = random(4);
  for (let run = 0; run < 400; run++) {
    const text = mutated(harbourArticle, 4, harbourArticle.indexOf('\n---\n', 4), next);
    const article = parseArticle(defaultPath, text);
    const { view, findings } = checkArticle(article, options);
    const { content, closing } = view.article.block ?? { content: { start: 0, end: 0 }, closing: undefined };
    for (const { edits } of findings.flatMap(finding => finding.fixes())) {
      for (const edit of edits) {
        expect(edit.start, text).toBeGreaterThanOrEqual(content.start);
        if (closing) expect(edit.end, text).toBeLessThanOrEqual(content.end);
      }
    }
    const fixed = fixArticle(article, options).text;
    expect(fixArticle(parseArticle(defaultPath, fixed), options).edits, text).toEqual([]);
  }
});
