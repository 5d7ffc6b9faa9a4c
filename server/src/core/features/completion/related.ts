import type { Article } from '../../article/articleDocument.ts';
import { type MapNode, textAt, toValue, nodeAt as valueAt } from '../../article/nodes.ts';
import type { SiteView } from '../../check/siteView.ts';
import type { PlainValue } from '../../edits/edits.ts';
import { formatDateTime } from '../../format/dateTime.ts';
import { normalizeUrl } from '../../format/url.ts';
import { type ArticleSummary, markText, providersOf } from '../../index/summary.ts';
import type { MapShape } from '../../schema/shape.ts';
import { type Edit, edit, insertion } from '../../text.ts';
import type { CompletionItem, CompletionList } from './completionItem.ts';
import { insertLines, insertValue, lineBelow, type Place } from './place.ts';
import { keepBest, placeText, rankOf, ranks } from './ranking.ts';
import type { Writer } from './writer.ts';

/**
 * Articles of the repository to name as related items, by title or address, the newest first. Accepting one writes its title at
 * the cursor; the rest of the item comes in the lines below.
 *
 * @param field the field that the cursor's value belongs to; `undefined` where a whole item goes
 */
export function relatedArticles(place: Place, field: 'title' | 'webUrl' | undefined): CompletionList {
  const { site, context } = place;
  if (!site) return { items: [], isIncomplete: false };
  const whole = field === undefined || (context.keys.length === 0 && context.slot === 'value');
  const { best, more } = findArticles(place, site);
  const items = best.flatMap((article, i) => {
    const item = itemOf(place, article, field, whole, i);
    return item ? [item] : [];
  });
  return { items, isIncomplete: more };
}

/** What a summary, and nothing else, knows of the item that an article would be. */
export function relatedFromSummary(article: ArticleSummary): { readonly [name: string]: PlainValue } {
  const [provider] = providersOf(article);
  const webUrl = markText(article, 'webUrl') ?? markText(article, 'originalUrl');
  const [name, domain] = [provider?.name?.value, provider?.domain?.value];
  return {
    title: markText(article, 'title') ?? '',
    ...(article.date !== undefined && { publishedDateTime: formatDateTime(article.date) }),
    ...(webUrl !== undefined && { webUrl }),
    ...(article.type !== undefined && { type: article.type }),
    ...((name !== undefined || domain !== undefined) && {
      provider: { ...(name !== undefined && { name }), ...(domain !== undefined && { domain }) },
    }),
    ...(article.quality !== undefined && { quality: article.quality }),
  };
}

/** The related item that an article would be, as it says itself, in canonical order. */
export function relatedFromArticle({ root }: Article, shape: MapShape): { readonly [name: string]: PlainValue } {
  if (root?.kind !== 'map') return {};
  const item: Record<string, PlainValue> = {};
  for (const { name, shape: field } of shape.fields.values()) {
    const value = name === 'webUrl' ? (textAt(root, 'webUrl') ?? textAt(root, 'originalUrl')) : plainAt(root, name);
    if (value === undefined) continue;
    if (field.kind === 'map' && field.role === 'provider') {
      const provider = valueAt(root, name);
      const [own, domain] = [textAt(provider, 'name'), textAt(provider, 'domain')];
      item[name] = { ...(own !== undefined && { name: own }), ...(domain !== undefined && { domain }) };
    } else item[name] = value;
  }
  return item;
}

/** The lines of a related item below its title, for the start of a line. */
export function restOfItem(
  writer: Writer,
  item: { readonly [name: string]: PlainValue },
  column: number,
  except: string,
): string {
  const blanks = ' '.repeat(column);
  return Object.entries(item)
    .filter(([name]) => name !== except)
    .map(
      ([name, value]) =>
        blanks +
        writer
          .entry(name, value)
          .join('')
          .replaceAll('\n', writer.eol + blanks) +
        writer.eol,
    )
    .join('');
}

/** Every article of the repository is looked at, and at no more of each than its place in the list needs. */
function findArticles(
  place: Place,
  site: SiteView,
): { readonly best: readonly ArticleSummary[]; readonly more: boolean } {
  const { context, article, shape, mapShape } = place;
  const typed = context.typed.trim();
  const typedUrl = /^(?:https?:\/\/)?(?:www\.)?[\w-]+\.[\w.-]+/.test(typed)
    ? normalizeUrl(typed).replace(/^https:\/\//, '')
    : undefined;
  const taken = takenAddresses(place);
  const types = allowedTypes(shape.kind === 'map' ? shape : mapShape);
  const best = keepBest<ArticleSummary>(MOST_ARTICLES);
  for (const value of site.articles()) {
    const weight = value.date ?? Number.NEGATIVE_INFINITY;
    if (!best.wants(ranks.prefix, weight) || value.path === article.path) continue;
    if (types && !types.includes(value.type ?? '')) continue;
    const title = markText(value, 'title');
    const named = title === undefined ? undefined : rankOf(typed, title);
    if (named === undefined && typedUrl === undefined) continue;
    const url = markText(value, 'webUrl') ?? markText(value, 'originalUrl');
    if (title === undefined || url === undefined || taken.has(url)) continue;
    const rank = typedUrl !== undefined && url.includes(typedUrl) ? ranks.prefix : named;
    if (rank !== undefined) best.add({ value, rank, weight });
  }
  return { best: best.list(), more: best.more };
}

/** Addresses that the article has itself, or names as related already, in normal form. */
function takenAddresses({ view, context }: Place): ReadonlySet<string> {
  const taken = new Set<string>();
  const add = (map: MapNode | undefined, name: string) => {
    const text = textAt(map, name);
    if (text !== undefined) taken.add(normalizeUrl(text));
  };
  for (const name of ['originalUrl', 'webUrl']) add(view.root?.node, name);
  for (const { node } of view.maps('related-item')) {
    const here = node.start <= context.token.end && context.token.start <= node.end;
    if (!here) add(node, 'webUrl');
  }
  return taken;
}

function allowedTypes(shape: MapShape | undefined): readonly string[] | undefined {
  const type = shape?.fields.get('type')?.shape;
  return type?.kind === 'text' ? type.values : undefined;
}

function itemOf(
  place: Place,
  summary: ArticleSummary,
  field: 'title' | 'webUrl' | undefined,
  whole: boolean,
  index: number,
): CompletionItem | undefined {
  const { context, writer, opens, options } = place;
  const title = markText(summary, 'title') ?? '';
  const url = markText(summary, 'webUrl') ?? markText(summary, 'originalUrl') ?? '';
  const [provider] = providersOf(summary);
  const shown = {
    label: title,
    kind: 'article' as const,
    detail: [summary.date === undefined ? undefined : formatDateTime(summary.date).slice(0, 10), provider?.name?.value]
      .filter(part => part !== undefined)
      .join(' · '),
    sortText: placeText(0, index),
    continues: false,
  };
  const card = { kind: 'article' as const, path: summary.path };
  if (field !== undefined && !whole) {
    const inserted = insertValue(place, field === 'title' ? title : url);
    const { typedQuote, ...insertion } = inserted;
    return { ...shown, ...insertion, filterText: `${typedQuote}${title} ${url}`, card };
  }
  const first = field ?? 'title';
  const column = opens === 'list' ? context.column + writer.dash + 2 : context.column;
  const inserted =
    field === undefined
      ? insertLines(
          place,
          [`${opens === 'list' || context.lacksDash ? '- ' : ''}${writer.entry('title', title).join('')}`],
          true,
        )
      : insertValue(place, first === 'title' ? title : url);
  const below = lineBelow(place);
  const common = { ...shown, snippet: inserted.snippet, filterText: `${title} ${url}` };
  const main: Edit = inserted.edit;
  if (below === undefined || context.flow) {
    if (context.flow) return undefined;
    const rest = restOfItem(writer, relatedFromSummary(summary), column, first);
    const newText = `${main.newText}${writer.eol}${rest}`.replace(/\r?\n$/, '');
    return { ...common, edit: edit(main, newText), moreEdits: inserted.moreEdits, card };
  }
  if (options.lazyEdits)
    return {
      ...common,
      edit: main,
      moreEdits: inserted.moreEdits,
      card: { ...card, insert: { offset: below, column } },
    };
  const rest = insertion(below, restOfItem(writer, relatedFromSummary(summary), column, first));
  return { ...common, edit: main, moreEdits: [...inserted.moreEdits, rest], card };
}

function plainAt(map: MapNode, name: string): PlainValue | undefined {
  const node = valueAt(map, name);
  if (!node || (node.kind === 'scalar' && (node.style === 'empty' || node.style === 'broken'))) return undefined;
  const value = toValue(node);
  return isPlain(value) ? value : undefined;
}

function isPlain(value: unknown): value is PlainValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return Array.isArray(value)
    ? value.every(isPlain)
    : typeof value === 'object' && Object.values(value as object).every(isPlain);
}

/** As many articles as a list shows: a word of the title finds the others. */
const MOST_ARTICLES = 100;
