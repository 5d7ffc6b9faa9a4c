import { textAt } from '../article/nodes.ts';
import { type ArticleView, isMapField, type ListField, type MapField } from '../check/articleView.ts';
import { moveItem, removeItem } from '../edits/edits.ts';
import { shortened } from '../features/markdown.ts';
import { reorderItems } from '../features/refactor/lists.ts';
import type { NewFile } from '../features/refactor/refactoring.ts';
import {
  addRelated,
  appendRelated,
  articleFromRelated,
  otherArticleAt,
  relatedList,
} from '../features/refactor/related.ts';
import { type RelatedOrder, relatedOrder } from '../features/refactor/sortRelated.ts';
import { isShown, togglePublished } from '../features/refactor/togglePublished.ts';
import type { ReadArticle } from '../features/rename.ts';
import { normalizeUrl } from '../format/url.ts';
import { type ArticleSummary, markText, titleOf } from '../index/summary.ts';
import { say } from '../say.ts';
import type { Edit } from '../text.ts';
import type { CurationAction } from './curationAction.ts';
import { factsOfUrl, itemOfUrl } from './itemFromUrl.ts';
import { promoteRelated, promoteWarnings } from './promote.ts';
import { linesOf } from './said.ts';

export type Curated =
  | {
      readonly edits: readonly Edit[];
      /** A file that comes into being. */
      readonly newFile: NewFile | undefined;
      /** What was done, for a status bar: `related 2 → 1, 9 lines moved`. */
      readonly said: string;
      /** What to know before, in sentences. */
      readonly warnings: readonly string[];
    }
  /** One sentence: why it cannot be done. */
  | { readonly refused: string };

/**
 * What an action changes, as the fewest bytes.
 *
 * @param readArticle the articles that `articleNeeded` names, as they are in their files
 */
export function curate(view: ArticleView, action: CurationAction, readArticle: ReadArticle = () => undefined): Curated {
  switch (action.kind) {
    case 'move':
      return move(view, action.from, action.to);
    case 'remove':
      return remove(view, action.index);
    case 'sort':
      return sort(view, action.by);
    case 'add':
      return add(view, view.site?.get(action.path), readArticle);
    case 'addUrl':
      return addUrl(view, action.url, readArticle);
    case 'promote':
      return promote(view, action.index);
    case 'makeArticle':
      return makeArticle(view, action.index);
    case 'togglePublished':
      return toggle(view);
  }
}

/** Path of an article whose text the action needs. `undefined`: none. */
export function articleNeeded(view: ArticleView, action: CurationAction): string | undefined {
  if (action.kind === 'add') return action.path;
  return action.kind === 'addUrl' ? otherArticleAt(view, action.url)?.path : undefined;
}

function done(
  edits: readonly Edit[],
  said: string,
  more: { readonly newFile?: NewFile; readonly warnings?: readonly string[] } = {},
): Curated {
  return { edits, newFile: undefined, said, warnings: [], ...more };
}

const noSuchItem = (): Curated => ({ refused: say`There is no such related item.` });
const notHere = (): Curated => ({
  refused: say`The list is written in a way that this cannot be done in without changing more.`,
});

function move(view: ArticleView, from: number, to: number): Curated {
  const list = relatedList(view);
  if (!list || from === to || !list.node.items[from] || !list.node.items[to]) return noSuchItem();
  const edits = moveItem(view.article, list.node, from, to);
  return edits ? done(edits, say`related ${from + 1} → ${to + 1}, ${linesOf(view.article, edits)} moved`) : notHere();
}

function remove(view: ArticleView, index: number): Curated {
  const list = relatedList(view);
  if (!list?.node.items[index]) return noSuchItem();
  const edit = removeItem(view.article, list.node, index);
  return edit ? done([edit], say`related ${index + 1} removed, ${linesOf(view.article, [edit])}`) : notHere();
}

function sort(view: ArticleView, by: RelatedOrder): Curated {
  const list = relatedList(view);
  if (!list || list.node.items.length < 2) return { refused: say`There are not two related items to sort.` };
  const order = relatedOrder(view, list, by);
  if (order.every((index, i) => index === i))
    return { refused: say`The related items are sorted by ${orderName(by)} already.` };
  const edits = reorderItems(view.article, list.node, order);
  return edits
    ? done(edits, say`related sorted by ${orderName(by)}, ${linesOf(view.article, edits)} moved`)
    : notHere();
}

function orderName(by: RelatedOrder): string {
  return { quality: say`quality`, date: say`date`, nearness: say`nearness` }[by];
}

function add(view: ArticleView, other: ArticleSummary | undefined, readArticle: ReadArticle): Curated {
  if (!other) return { refused: say`There is no such article in this repository.` };
  if (other.path === view.article.path) return { refused: say`An article is not related to itself.` };
  const urls = ['webUrl', 'originalUrl', 'ampWebUrl'] as const;
  const isRelated = urls.some(name => isNamed(view, markText(other, name)));
  if (isRelated) return { refused: say`“${shortTitle(other)}” is a related item already.` };
  return added(view, addRelated(view, other, readArticle), shortTitle(other));
}

function addUrl(view: ArticleView, url: string, readArticle: ReadArticle): Curated {
  const facts = factsOfUrl(url, view.site);
  if (!facts) return { refused: say`This is no web address.` };
  if (isNamed(view, normalizeUrl(facts.url))) return { refused: say`This address is a related item already.` };
  const own = ['webUrl', 'originalUrl'].map(name => normalizeUrl(textAt(view.root?.node, name) ?? ''));
  if (own.includes(normalizeUrl(facts.url))) return { refused: say`This is the address of the article itself.` };
  const here = otherArticleAt(view, facts.url);
  if (here) return add(view, here, readArticle);
  return added(view, appendRelated(view, itemOfUrl(facts)), facts.title);
}

function added(view: ArticleView, edit: Edit | undefined, title: string): Curated {
  if (!edit)
    return {
      refused: say`This article can have no related items, or they are written in a way that none can be added to.`,
    };
  const count = (relatedList(view)?.node.items.length ?? 0) + 1;
  return done([edit], say`related ${count}: “${shortened(title, LONGEST)}” added, ${linesOf(view.article, [edit])}`);
}

function promote(view: ArticleView, index: number): Curated {
  const item = itemAt(view, index);
  if (!item || !view.root) return noSuchItem();
  const title = textAt(item.node, 'title')?.trim();
  if (!title || !textAt(item.node, 'webUrl')?.trim())
    return { refused: say`A related item without a title or an address cannot be the article.` };
  const edits = promoteRelated(view, index);
  if (!edits || edits.length === 0) return notHere();
  const said = say`“${shortened(title, LONGEST)}” is the article now, ${linesOf(view.article, edits)} changed`;
  return done(edits, said, { warnings: promoteWarnings(view, item.node) });
}

function makeArticle(view: ArticleView, index: number): Curated {
  const item = itemAt(view, index);
  if (!item) return noSuchItem();
  const newFile = articleFromRelated(view, item, view.site);
  if (!newFile)
    return { refused: say`It needs a title, an address and a date that no article of the repository has yet.` };
  return done([], say`${newFile.path} made of related ${index + 1}`, { newFile });
}

function toggle(view: ArticleView): Curated {
  const toggled = togglePublished(view);
  if (!toggled) return { refused: say`Whether this file is shown cannot be changed here.` };
  return done(toggled.edits, isShown(view) ? say`hidden` : say`published`);
}

function itemAt(view: ArticleView, index: number): MapField | undefined {
  const list: ListField | undefined = relatedList(view);
  const node = list?.node.items[index]?.value;
  return view.fields.filter(isMapField).find(field => field.node === node);
}

/** @param key in normal form */
function isNamed(view: ArticleView, key: string | undefined): boolean {
  const items = relatedList(view)?.node.items ?? [];
  return key !== undefined && items.some(({ value }) => normalizeUrl(textAt(value, 'webUrl') ?? '') === key);
}

function shortTitle(article: ArticleSummary): string {
  return shortened(titleOf(article), LONGEST);
}

/** In UTF-16 units: what a status bar has room for. */
const LONGEST = 60;
