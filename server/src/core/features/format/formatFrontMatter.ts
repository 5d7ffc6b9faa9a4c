import { type Article, parseArticle } from '../../article/articleDocument.ts';
import { type ArticleView, viewArticle } from '../../check/articleView.ts';
import { isArticle } from '../../check/isArticle.ts';
import { blockParts } from '../../edits/blockLines.ts';
import { composeEdits } from '../../edits/composeEdits.ts';
import { applyEdits, contains, type Edit, type Span } from '../../text.ts';
import { keepingValues } from '../refactor/sameTree.ts';
import { canonicalBlankLines } from './blankLines.ts';
import { canonicalIndentation } from './indentation.ts';
import { sortKeys } from './keyOrder.ts';

/**
 * Writes front matter in its canonical form: order of keys, blank lines, indentation. No value changes by a byte, but for the blanks
 * before its further lines; `secured` is left alone, and nothing outside front matter is touched.
 *
 * @returns empty where nothing is to do, and where the YAML does not read well, so that lines cannot be told
 */
export function formatFrontMatter(view: ArticleView): readonly Edit[] {
  if (!isFormattable(view)) return [];
  const { article } = view;
  let edits = sortKeys(view);
  for (const step of [blankLines, indentation]) {
    const current = edits.length === 0 ? view : reread(view, applyEdits(article.text, edits));
    const next = keepingValues(current.article, step(current));
    if (next) edits = composeEdits(article.text.length, edits, next);
  }
  return edits;
}

/** As `formatFrontMatter`, of the fields of the top level that a span touches only; keys keep their places. */
export function formatRange(view: ArticleView, span: Span): readonly Edit[] {
  if (!isFormattable(view)) return [];
  const { article } = view;
  const root = article.root;
  const parts = root && root.kind !== 'scalar' ? blockParts(article, root) : undefined;
  const touched = parts?.filter(part => part.start <= span.end && span.start < part.end) ?? [];
  const [first, last] = [touched[0], touched.at(-1)];
  if (!parts || !first || !last) return [];
  const above = parts[parts.indexOf(first) - 1];
  const whole = { start: above?.end ?? first.start, end: last.end };
  let edits: readonly Edit[] = [];
  for (const step of [blankLines, indentation]) {
    const current = edits.length === 0 ? view : reread(view, applyEdits(article.text, edits));
    const grown = current.article.text.length - article.text.length;
    const within = { start: whole.start, end: whole.end + grown };
    const next = keepingValues(
      current.article,
      step(current).filter(one => contains(within, one)),
    );
    if (next) edits = composeEdits(article.text.length, edits, next);
  }
  return edits;
}

function isFormattable(view: ArticleView): boolean {
  const { article } = view;
  return isArticle(view) && article.problems.length === 0 && !/\.json$/i.test(article.path);
}

function blankLines(view: ArticleView): readonly Edit[] {
  return canonicalBlankLines(view);
}

function indentation({ article }: ArticleView): readonly Edit[] {
  return canonicalIndentation(article);
}

function reread(view: ArticleView, text: string): ArticleView {
  const { path, kind }: Article = view.article;
  return viewArticle(parseArticle(path, text, kind), view);
}
