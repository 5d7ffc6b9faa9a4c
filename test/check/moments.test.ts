import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { nextMoment } from '../../server/src/core/check/moments.ts';
import { checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { root } from '../support/root.ts';

const project = createProject();
const findingsAt = (name: string, text: string, now: number) =>
  checkArticle(parseArticle(name, text), { project, now }).findings.map(finding => ({
    ...finding,
    fixes: finding.fixes(),
  }));
const nextAt = (name: string, text: string, now: number): number => {
  const article = parseArticle(name, text);
  return nextMoment(viewArticle(article, { contentType: project.contentTypeOf(article), now }));
};

test('the first of the dates that are to come', () => {
  const text = `---
publishedDateTime: 2026-05-12T09:30:00Z
related:
  - publishedDateTime: 2026-06-01T00:00:00Z
  - publishedDateTime: 2026-05-20T00:00:00Z
---
`;
  const name = '_news/2026-05-12-a.md';
  const at = (date: string) => nextAt(name, text, Date.parse(date));
  expect(at('2026-01-01T00:00:00Z')).toBe(Date.parse('2026-05-12T09:30:00Z'));
  expect(at('2026-05-12T09:30:00Z')).toBe(Date.parse('2026-05-20T00:00:00Z'));
  expect(at('2026-05-20T00:00:00Z')).toBe(Date.parse('2026-06-01T00:00:00Z'));
  expect(at('2026-06-01T00:00:00Z')).toBe(Number.POSITIVE_INFINITY);
});

test('until then the same is found: in our sample, and where each rule has something to find', () => {
  const sample = path.join(root, 'sample');
  const articles = (fs.readdirSync(sample, { recursive: true }) as string[])
    .filter(name => /^_.*\.(md|html)$/.test(name))
    .map(name => [name, fs.readFileSync(path.join(sample, name), 'utf8')] as const);
  const examples = rules.flatMap(({ examples: { invalid } }) =>
    invalid.map(({ text, path: name }) => {
      const plain = text.replaceAll(/<\||\|>/g, '');
      return [name ?? '_news/2026-05-12-a.md', plain.startsWith('---') ? plain : `---\n${plain}\n---\n`] as const;
    }),
  );
  for (const [name, text] of [...articles, ...examples]) {
    for (let now = Date.parse('2025-01-01T00:00:00Z'); now < Date.parse('2080-01-01'); ) {
      const next = nextAt(name, text, now);
      const last = Math.min(next - 1, Date.parse('2081-01-01'));
      expect(findingsAt(name, text, last), name).toEqual(findingsAt(name, text, now));
      now = next;
    }
  }
});
