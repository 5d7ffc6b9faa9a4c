import { textAt } from '../../article/nodes.ts';
import { isArticle } from '../../check/isArticle.ts';
import type { CheckedArticle } from '../../check/runRules.ts';
import type { Project } from '../../config/project.ts';
import { rules } from '../../rules/index.generated.ts';
import type { MapShape, Shape, TextShape } from '../../schema/shape.ts';
import { edit } from '../../text.ts';
import { type CommentContext, type CursorContext, cursorContext } from '../cursorContext.ts';
import type { CompletionItem, CompletionList, CompletionOptions } from './completionItem.ts';
import { fieldNames, globSuggestions } from './configValues.ts';
import { dateSuggestions } from './dates.ts';
import { itemSuggestions } from './itemPaths.ts';
import { keyItems, wholeItem } from './keys.ts';
import { type Place, placeAt, rolesAbove } from './place.ts';
import { durationSuggestions, fromFileName, priceSuggestions } from './plainValues.ts';
import { providerBlocks, providerParts } from './providers.ts';
import { placeText } from './ranking.ts';
import { relatedArticles } from './related.ts';
import { picturePath, sizeSuggestions } from './sizes.ts';
import { wholeArticles, wholeFrontMatter } from './skeleton.ts';
import { type Suggestion, toList } from './suggestion.ts';
import { topicSuggestions, valuesBeside } from './topics.ts';
import { urlSuggestions } from './urls.ts';

export type {
  CardSource,
  CompletionItem,
  CompletionKind,
  CompletionList,
  CompletionOptions,
} from './completionItem.ts';

/**
 * What may be written at an offset of an article's front matter. Accepting an item leaves whole lines: its edit replaces the
 * half-typed word, keeps the quotes that it stands in, and brings the line to its column. `undefined` where there is nothing to say.
 *
 * @param known what `completionContext` says of the place
 */
export function complete(
  { view }: Pick<CheckedArticle, 'view'>,
  offset: number,
  project: Project,
  options: CompletionOptions,
  known?: CursorContext | CommentContext,
): CompletionList | undefined {
  const { article, contentType } = view;
  // A fence with nothing below it is no front matter yet, but will be.
  const starts = article.block === undefined && contentType !== undefined && article.kind !== 'yaml';
  if (!contentType || (!isArticle(view) && !starts) || project.ignores(article.path)) return undefined;
  const whole = starts ? wholeArticles(view, offset, project, options) : undefined;
  if (whole) return whole;
  const context = known ?? cursorContext(article, offset);
  if (!context) return undefined;
  const list = context.slot === 'comment' ? commentItems(context) : itemsAt(view, context, project, options);
  return list && list.items.length > 0 ? list : undefined;
}

/** Where an offset stands in an article whose kind is known, to be asked about more than once. `undefined`: nowhere. */
export function completionContext(
  { view }: Pick<CheckedArticle, 'view'>,
  offset: number,
): CursorContext | CommentContext | undefined {
  return view.contentType && cursorContext(view.article, offset);
}

/**
 * The picture of the repository whose size `complete` would ask `imageSize` for, as a path: the cursor is at its width or height.
 * `undefined`: none.
 *
 * @param context what `completionContext` says of the place
 */
export function pictureToMeasure(
  { view }: Pick<CheckedArticle, 'view'>,
  context: CursorContext | CommentContext | undefined,
): string | undefined {
  if (context?.slot !== 'value' || !/^(?:width|height)$/.test(String(context.path.at(-1)))) return undefined;
  const place = placeAt(view, context, { snippets: false, lazyEdits: false });
  return place?.mapShape?.role === 'image' ? picturePath(place, textAt(place.map, 'url')?.trim() ?? '') : undefined;
}

function itemsAt(
  view: CheckedArticle['view'],
  context: CursorContext,
  project: Project,
  options: CompletionOptions,
): CompletionList | undefined {
  const place = placeAt(view, context, options);
  if (!place) return undefined;
  const { shape } = place;
  if (shape.kind === 'map') return mapItems(place, shape, project);
  if (place.context.slot === 'key') return undefined;
  return valueItems(place, shape, project);
}

/** Keys, and whole mappings where nothing stands yet. */
function mapItems(place: Place, shape: MapShape, project: Project): CompletionList | undefined {
  const { context, opens } = place;
  const fresh =
    context.slot !== 'key' &&
    context.keys.length === 0 &&
    !context.colon &&
    context.quote === undefined &&
    context.block === undefined;
  const keys = context.flow && context.slot === 'value' ? [] : keyItems(place, shape, keyNames(shape, place, project));
  const lists: CompletionList[] = [];
  if (fresh && shape.role === 'provider') lists.push(providerBlocks(place));
  if (fresh && shape.role === 'related-item') lists.push(relatedArticles(place, undefined));
  const item = fresh ? wholeItem(place, shape) : undefined;
  if (context.keys.length === 0 && !context.colon)
    lists.push({ items: wholeFrontMatter(place, project), isIncomplete: false });
  // Below its key a mapping shows its keys; on the key's own line they follow what is whole.
  lists.push({ items: [...(item ? [item] : []), ...(opens && item ? [] : keys)], isIncomplete: false });
  return joined(lists);
}

/** Names of keys that a mapping with keys of its own choice may well have. */
function keyNames(shape: MapShape, place: Place, project: Project): readonly string[] {
  if (shape.rest?.kind !== 'map' || shape.rest.role !== 'content-type') return [];
  return place.context.path.length === 1 ? project.contentTypes.map(({ id }) => id) : [];
}

function valueItems(place: Place, shape: Shape, project: Project): CompletionList | undefined {
  const { name, mapShape } = place;
  if (shape.kind === 'boolean')
    return toList(
      place,
      [true, false].map(value => ({ value, kind: 'value' })),
    );
  if (shape.kind === 'number') {
    const isSize = mapShape?.role === 'image' && (name === 'width' || name === 'height');
    return isSize ? toList(place, sizeSuggestions(place, name)) : undefined;
  }
  return shape.kind === 'text' ? textItems(place, shape, project) : undefined;
}

function textItems(place: Place, shape: TextShape, project: Project): CompletionList | undefined {
  const { name, mapShape, context } = place;
  if (shape.values) return toList(place, enumSuggestions(place, shape));
  if (mapShape?.role === 'provider' && context.slot === 'value' && (name === 'name' || name === 'domain')) {
    const { suggestions, more } = providerParts(place, name);
    return toList(place, suggestions, more);
  }
  if (mapShape?.role === 'related-item' && (name === 'title' || name === 'webUrl')) {
    const articles = relatedArticles(place, name);
    return name === 'title' ? articles : joined([toList(place, urlSuggestions(place)), articles]);
  }
  switch (shape.role) {
    case 'topic':
      return toList(place, topicSuggestions(place));
    case 'date-time':
      return toList(place, dateSuggestions(place), true);
    case 'url':
      return toList(place, urlSuggestions(place));
    case 'duration':
      return toList(place, durationSuggestions(place), true);
    case 'price':
      return toList(place, priceSuggestions(place), true);
    case 'item-path':
      return toList(place, itemSuggestions(place));
    case 'glob':
      return toList(place, globSuggestions(place));
    default:
      return toList(place, otherTexts(place, shape, project));
  }
}

function otherTexts(place: Place, shape: TextShape, project: Project): readonly Suggestion[] {
  if (place.view.contentType?.shape.role === 'config') return fieldNames(place, project.contentTypes);
  return rolesAbove(place).length === 1 ? fromFileName(place, shape.role ?? '') : [];
}

/** The allowed values; in a list of different ones, those that it lacks. */
function enumSuggestions(place: Place, shape: TextShape): readonly Suggestion[] {
  const isItem = typeof place.context.path.at(-1) === 'number';
  const taken = new Set(isItem ? valuesBeside(place) : []);
  return (shape.values ?? []).filter(value => !taken.has(value)).map(value => ({ value, kind: 'value' }));
}

/** Lists one after the other, in the order of their items. */
function joined(lists: readonly CompletionList[]): CompletionList {
  return { items: lists.flatMap(({ items }) => items), isIncomplete: lists.some(list => list.isIncomplete) };
}

/** Ids of rules in a suppression comment. */
function commentItems({ before, token }: CommentContext): CompletionList | undefined {
  if (!/^#\s*masthead-ignore(?:-file)?\s+(?:[\w-]+[,\s]+)*[\w-]*$/.test(before)) return undefined;
  const named = new Set(before.replace(/[\w-]*$/, '').match(/[\w-]+/g) ?? []);
  const items = rules
    .filter(({ id }) => !named.has(id))
    .map(
      ({ id, summary }, i): CompletionItem => ({
        label: id,
        kind: 'rule',
        detail: summary,
        edit: edit(token, id),
        snippet: false,
        moreEdits: [],
        sortText: placeText(0, i),
        card: { kind: 'rule', id },
        continues: false,
      }),
    );
  return { items, isIncomplete: false };
}
