import { parseArticle } from '../../core/article/articleDocument.ts';
import { type FileKind, fileKindOf } from '../../core/article/frontMatter.ts';
import { type CheckedArticle, checkAlone, countFindings, isArticle } from '../../core/check/runRules.ts';
import type { Project } from '../../core/config/project.ts';
import { summarize } from '../../core/index/summarize.ts';
import type { ArticleSummary } from '../../core/index/summary.ts';

/** The kind of a file whose text a scan wants: one that can be an article of the project. */
export function articleKindOf(path: string, project: Project): FileKind | undefined {
  const kind = fileKindOf(path);
  return kind === undefined || project.ignores(path) || (kind === 'yaml' && !project.claims(path)) ? undefined : kind;
}

/** What the index keeps of an article that was checked by itself; `undefined` when it is none, or none of the project. */
export function summaryOfChecked({ view, findings }: CheckedArticle, project: Project): ArticleSummary | undefined {
  if (!isArticle(view) || articleKindOf(view.article.path, project) === undefined) return undefined;
  return summarize(view, countFindings(findings));
}

/** The same from the text of a file. */
export function summarizeText(path: string, text: string, project: Project, now: number): ArticleSummary | undefined {
  const kind = articleKindOf(path, project);
  if (kind === undefined) return undefined;
  return summaryOfChecked(checkAlone(parseArticle(path, text, kind), { project, now }), project);
}
