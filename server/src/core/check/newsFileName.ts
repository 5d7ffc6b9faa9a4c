import { type FileNameParts, fileNameParts } from '../format/slug.ts';
import type { ArticleView } from './articleView.ts';
import { perView } from './perView.ts';

/** The parts of a news item's file name; `undefined` for another kind of file, or another form of name. */
export function newsFileName(view: ArticleView): FileNameParts | undefined {
  return named(view).parts;
}

const named = perView(({ article: { path }, contentType }) => ({
  parts: contentType?.id === 'news-article' ? fileNameParts(path) : undefined,
}));
