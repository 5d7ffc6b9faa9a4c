// Checks examples and fixtures against rules.
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { type CheckedArticle, checkArticle, type Finding } from '../../server/src/core/check/runRules.ts';
import { createProject, type Project } from '../../server/src/core/config/project.ts';
import { readConfig } from '../../server/src/core/config/readConfig.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import type { Example, Rule } from '../../server/src/core/rules/rule.ts';
import { applyEdits, type Span } from '../../server/src/core/text.ts';

/** The present moment in every test. */
export const testNow = Date.parse('2026-06-01T12:00:00Z');

export const defaultPath = '_news/2026-05-12-harbour-opens-again.md';

/** The text of an example as a whole file, and the spans that its marks enclose. */
export function fileOf({ text, path }: Example): { path: string; text: string; marked: Span[] } {
  const bare = /^(<\|)?---/.test(text) || /\.ya?ml$|\.json$/.test(path ?? '') ? text : `---\n${text}\n---\n`;
  const marked: Span[] = [];
  const open: number[] = [];
  let result = '';
  for (const part of bare.split(/(<\||\|>)/)) {
    if (part === '<|') open.push(result.length);
    else if (part === '|>') marked.push({ start: open.pop()!, end: result.length });
    else result += part;
  }
  return { path: path ?? defaultPath, text: result, marked: marked.sort((a, b) => a.start - b.start || a.end - b.end) };
}

const project = createProject();

/** The project that an example stands in. */
export function projectOf({ config }: Example): Project {
  return config === undefined ? project : createProject(readConfig(parseArticle('masthead.config.yaml', config)));
}

/** The little repository that an example stands in; `undefined` when it stands alone. */
export function siteOf(example: Example): SiteIndex | undefined {
  if (!example.files) return undefined;
  const { path, text } = fileOf(example);
  return indexTexts({ ...example.files, [path]: text }, projectOf(example));
}

/** Runs some rules, or all, over an example. */
export function checkExample(example: Example, rules?: readonly Rule[]): CheckedArticle {
  const { path, text } = fileOf(example);
  const options = { project: projectOf(example), now: testNow, site: siteOf(example), ...(rules && { rules }) };
  return checkArticle(parseArticle(path, text), options);
}

/** Runs some rules, or all, over a text. */
export function checkText(
  path: string,
  text: string,
  rules?: readonly Rule[],
  within: Project = project,
): CheckedArticle {
  const article = parseArticle(path, text);
  return checkArticle(article, { project: within, now: testNow, ...(rules && { rules }) });
}

/** A finding as tests compare it: the text that it stands on. */
export function shown(article: Article, { rule, start, end }: Finding): string {
  return `${rule} at ${start}-${end}: ${article.text.slice(start, end)}`;
}

/** The text after the first fix of every finding that has one. */
export function applyFirstFixes({ view, findings }: CheckedArticle): string {
  const edits = findings.flatMap(finding => finding.fixes().slice(0, 1)).flatMap(fix => fix.edits);
  return applyEdits(view.article.text, edits);
}
