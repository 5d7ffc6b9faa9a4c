import type { ArticleView } from '../../check/articleView.ts';
import { globMatcher } from '../../config/glob.ts';
import type { Project } from '../../config/project.ts';
import { say, translated } from '../../say.ts';
import type { ContentType } from '../../schema/contentType.ts';
import type { MapShape } from '../../schema/shape.ts';
import { edit } from '../../text.ts';
import type { CompletionItem, CompletionList, CompletionOptions } from './completionItem.ts';
import { type Insertion, insertLines, type Place } from './place.ts';
import { placeText } from './ranking.ts';
import { hasHoles, render, type Template } from './template.ts';
import { type Writer, writerOf } from './writer.ts';

/** The lines of a whole front matter without its fences: what it must have, in canonical order, its sections set off. */
export function skeletonOf(writer: Writer, shape: MapShape): Template {
  const required = [...shape.fields.values()].filter(field => field.required);
  return required.flatMap((field, i) => [
    i === 0 ? '' : shape.sections.has(field.name) ? '\n\n' : '\n',
    ...writer.emptyEntry(field.name, field.shape),
  ]);
}

/**
 * A whole article of each kind that a file may be, where the file is empty or holds no more than the dashes of its first fence.
 * `undefined` where something stands in it.
 */
export function wholeArticles(
  { article }: ArticleView,
  offset: number,
  project: Project,
  options: CompletionOptions,
): CompletionList | undefined {
  const { text, kind, path } = article;
  const dashes = /^(\ufeff?)(-{0,3})\s*$/.exec(text);
  if (!dashes || kind === 'yaml') return undefined;
  const start = dashes[1]?.length ?? 0;
  const end = start + (dashes[2]?.length ?? 0);
  if (offset < start || offset > end) return undefined;
  const writer = writerOf(article, undefined, false);
  const items = typesOf(path, project).map((type, i) => {
    const body: Template = ['---\n', ...skeletonOf(writer, type.shape), '\n---\n'];
    const snippet = options.snippets && hasHoles(body);
    const newText = render(body, { snippets: snippet, eol: writer.eol, indent: 0 });
    return itemOf(
      type,
      i,
      { edit: edit({ start, end }, newText), snippet, moreEdits: [] },
      `--- ${translated(type.name)}`,
    );
  });
  return items.length > 0 ? { items, isIncomplete: false } : undefined;
}

/** The same between the fences, where nothing stands there yet. */
export function wholeFrontMatter(place: Place, project: Project): readonly CompletionItem[] {
  const { article, context, writer } = place;
  if (article.root?.kind === 'map' || context.path.length > 0 || context.flow || writer.json) return [];
  const closing: Template = article.block || article.kind === 'yaml' ? [] : ['\n---\n'];
  return typesOf(article.path, project).map((type, i) =>
    itemOf(type, i, insertLines(place, [...skeletonOf(writer, type.shape), ...closing])),
  );
}

/** The kinds of file that stand where a file does; those of Masthead's own configuration are none. */
function typesOf(path: string, project: Project): readonly ContentType[] {
  return project.contentTypes.filter(({ shape, include }) => shape.role === 'article' && globMatcher(include)(path));
}

function itemOf({ name }: ContentType, index: number, insertion: Insertion, filterText?: string): CompletionItem {
  return {
    label: translated(name),
    kind: 'content-type',
    detail: say`all that it must have`,
    ...insertion,
    ...(filterText !== undefined && { filterText }),
    sortText: placeText(1, index),
    continues: false,
  };
}
