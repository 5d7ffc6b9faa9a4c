import type { Article } from '../core/article/articleDocument.ts';
import type { ArticleView } from '../core/check/articleView.ts';
import { checkArticle, countFindings, isArticle } from '../core/check/runRules.ts';
import { summarize } from '../core/index/summarize.ts';
import type { ArticleSummary, FindingCounts } from '../core/index/summary.ts';
import type { ProjectFolder } from '../node/projects.ts';
import { readArticle } from '../node/repository.ts';
import { type Message, messagesOf, notUtf8 } from './fileResult.ts';
import { ownSummary } from './ownSummary.ts';
import type { Target } from './targets.ts';

/** What one file says by itself. */
export interface CheckedFile {
  /** For the index; `undefined` when the file is no article. */
  readonly summary?: ArticleSummary | undefined;
  /** `undefined` when nothing is to be said of the file: it is no article, or no target. */
  readonly messages?: readonly Message[] | undefined;
}

/** Checks the files of a project, each by itself. */
export interface FileChecker {
  /**
   * @param relative path in the project
   * @param target `undefined` for a file that only others want to know of: it gets no messages
   */
  check(relative: string, target: Target | undefined): CheckedFile;
}

/** What the index is to keep of an article. */
export type Summarize = (view: ArticleView, counts: FindingCounts) => ArticleSummary | undefined;

/** A checker that reads every file that it is asked for. */
export function fileChecker(folder: ProjectFolder, now: number, summary: Summarize = ownSummary): FileChecker {
  return {
    check(relative, target) {
      const read = readArticle(folder, relative, target?.named);
      if (read.kind === 'article') return checkedFile(folder, read.article, now, target !== undefined, summary)[0];
      return target && read.kind === 'not-utf8' ? { messages: [notUtf8] } : {};
    },
  };
}

/**
 * What an article says by itself, and the view of it.
 *
 * @param withMessages false: no rule runs
 */
export function checkedFile(
  { project }: ProjectFolder,
  article: Article,
  now: number,
  withMessages: boolean,
  summary: Summarize = summarize,
): readonly [CheckedFile, ArticleView] {
  const { view, findings } = checkArticle(article, { project, now, ...(withMessages ? {} : { rules: [] }) });
  const messages = withMessages && isArticle(view) ? messagesOf(article, findings) : undefined;
  return [{ summary: summary(view, countFindings(findings)), messages }, view];
}
