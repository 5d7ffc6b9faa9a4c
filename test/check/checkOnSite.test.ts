// An article that is checked by its own text first and on its site afterwards has the findings of one that is checked in one go.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import {
  type CheckOptions,
  checkAlone,
  checkArticle,
  checkOnSite,
  type Finding,
} from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import { summarize } from '../../server/src/core/index/summarize.ts';
import { byPosition } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { root } from '../support/root.ts';
import { testNow } from '../support/rules.ts';

const project = createProject();
const sample = path.join(root, 'sample');
const sampleTexts = fs
  .readdirSync(sample, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:md|html|ya?ml|json)$/.test(name))
  .map(name => ({ path: name, text: fs.readFileSync(path.join(sample, name), 'utf8') }));

const said = (findings: readonly Finding[]) =>
  [...findings]
    .sort((a, b) => byPosition(a, b) || (a.rule < b.rule ? -1 : 1))
    .map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() }));

/** How many findings there are that other files bring about. */
function compare(files: readonly { readonly path: string; readonly text: string }[]): number {
  const site = indexTexts(Object.fromEntries(files.map(file => [file.path, file.text])), project);
  const options: CheckOptions = { project, now: testNow };
  let count = 0;
  for (const file of files) {
    const article = parseArticle(file.path, file.text);
    const whole = said(checkArticle(article, { ...options, site }).findings);
    const alone = checkAlone(article, options);
    expect(said(checkOnSite(alone, { ...options, site }).findings)).toEqual(whole);
    expect(said(checkOnSite(alone, { ...options, site }, summarize(alone.view)).findings)).toEqual(whole);
    expect(checkOnSite(alone, { ...options, site }).view.site).toBe(site);
    expect(alone.view.site).toBeUndefined();
    count += whole.length - alone.findings.length;
  }
  return count;
}

test('in the sample site, with faults put in', () => {
  const faulty = sampleTexts.map(({ path, text }) => ({
    path,
    text: text.replace('  - Port Ellery', '  - Port Elery').replace(/^published: true$/m, "published: 'true'"),
  }));
  expect(compare(sampleTexts)).toBe(0);
  expect(compare(faulty)).toBeGreaterThan(10);
});

const real = corpusFiles();

test.runIf(real.length > 0)('in real articles', () => {
  expect(compare(real.slice(0, 300))).toBeGreaterThan(0);
});
