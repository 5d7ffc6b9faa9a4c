import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { toValue } from '../../server/src/core/article/nodes.ts';
import type { SyntaxProblem } from '../../server/src/core/article/problem.ts';
import { applyEdits } from '../../server/src/core/text.ts';

/** Reads YAML as the front matter of an article. */
export function readFrontMatter(yaml: string): Article {
  return parseArticle('_news/2026-05-12-a.md', `---\n${yaml}${yaml.endsWith('\n') ? '' : '\n'}---\n`);
}

/** What the front matter says. */
export function contentOf(article: Article): unknown {
  return article.root && toValue(article.root);
}

/** The YAML of an article that `readFrontMatter` read, once some problems of it are repaired. */
export function repaired(article: Article, problems: readonly SyntaxProblem[]): string {
  const text = applyEdits(
    article.text,
    problems.flatMap(problem => problem.fix?.edits ?? []),
  );
  return text.slice(4, text.lastIndexOf('\n---') + 1);
}
