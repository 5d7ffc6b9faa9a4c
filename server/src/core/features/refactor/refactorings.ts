import { textAt } from '../../article/nodes.ts';
import { type ArticleView, type Field, isListField, isMapField, type MapField } from '../../check/articleView.ts';
import type { CheckedArticle } from '../../check/runRules.ts';
import { promoteRelated, promoteWarnings } from '../../curation/promote.ts';
import { moveItem, removeItem } from '../../edits/edits.ts';
import { markText } from '../../index/summary.ts';
import { bareAddressActions, filesForBareAddress } from '../../paste/addressItem.ts';
import { say } from '../../say.ts';
import { type Edit, lineEnd, lineStart, type Span, touches } from '../../text.ts';
import type { ImageInfo } from '../cards/cardHost.ts';
import { entityAt } from '../entity.ts';
import { sortKeys } from '../format/keyOrder.ts';
import { shortened } from '../markdown.ts';
import type { ReadArticle } from '../rename.ts';
import { addAllMissing } from './addAllMissing.ts';
import { pictureFile, setImageSize } from './imageSize.ts';
import { blockToFlow, flowToBlock } from './lists.ts';
import type { Refactoring } from './refactoring.ts';
import { newRegistryFile, registrySample } from './registry.ts';
import {
  addRelated,
  articleFromRelated,
  articleOfRelated,
  fillRelated,
  relatedList,
  relatingArticles,
} from './related.ts';
import { sortRelated } from './sortRelated.ts';
import { togglePublished } from './togglePublished.ts';
import { addresses, tidyField } from './urls.ts';

/** What refactorings look at besides the article. Both may say `undefined` of what was not read. */
export interface RefactorSources {
  readArticle: ReadArticle;
  imageInfo(path: string): ImageInfo | undefined;
}

/** Files that `refactoringsAt` will ask for at a place, so that they can be read first. */
export interface NeededFiles {
  readonly articles: readonly string[];
  readonly images: readonly string[];
}

/** What may be changed at a place, though nothing is wrong there; the nearest first. Nothing outside front matter. */
export function refactoringsAt(
  { view }: Pick<CheckedArticle, 'view'>,
  span: Span,
  sources: RefactorSources,
): readonly Refactoring[] {
  const { block } = view.article;
  if (
    !block ||
    !touches({ start: block.opening?.start ?? block.content.start, end: block.closing?.end ?? block.content.end }, span)
  )
    return [];
  const here = fieldsAt(view, span.start);
  return [
    ...bareAddressActions(view, here[0], sources),
    ...urlActions(view, here),
    ...imageActions(view, here, sources),
    ...registryActions(view, span, sources),
    ...itemActions(view, here),
    ...relatedActions(view, here, sources),
    ...listActions(view, here),
    ...articleActions(view, sources),
  ];
}

export function filesForRefactorings({ view }: Pick<CheckedArticle, 'view'>, span: Span): NeededFiles {
  const { site } = view;
  if (!site) return { articles: [], images: [] };
  const here = fieldsAt(view, span.start);
  const image = imageAt(here);
  const picture = image && pictureFile(view, image);
  const item = relatedAt(here);
  const related = item && articleOfRelated(view, item);
  const entity = entityAt(view, span.start)?.entity;
  const sample =
    entity?.kind === 'topic'
      ? registrySample(view, site, 'topic')
      : entity?.kind === 'provider' || entity?.kind === 'domain'
        ? registrySample(view, site, 'organization')
        : undefined;
  const relating = relatingArticles(view, site).map(({ path }) => path);
  const bare = filesForBareAddress(view, here[0]);
  return {
    articles: [
      ...new Set([...(related ? [related.path] : []), ...(sample ? [sample] : []), ...bare.articles, ...relating]),
    ],
    images: [...(picture === undefined ? [] : [picture]), ...bare.images],
  };
}

/** The values around an offset, the innermost first. Before a dash and behind a value, the value of the line counts. */
function fieldsAt({ fields, article }: ArticleView, offset: number): readonly Field[] {
  const { text } = article;
  const [first, last] = [lineStart(text, offset), lineEnd(text, offset)];
  const startOf = ({ node, key }: Field) => key?.start ?? node.start;
  const own = fields.filter(({ node }) => !node.aliased);
  const around = own.filter(field => startOf(field) <= offset && offset <= field.node.end);
  const beside = own.filter(field => {
    const { node } = field;
    const start = startOf(field);
    if (node.kind !== 'scalar') return false;
    if (offset < start) return start <= last && /^[ \t-]*$/.test(text.slice(first, start));
    return node.end >= first && node.end < offset;
  });
  const innermost = around.filter(({ node }) => node.kind === 'scalar').at(-1) ?? beside.at(-1) ?? around.at(-1);
  const chain: Field[] = [];
  for (let field = innermost; field; field = field.parent) chain.push(field);
  return chain;
}

function urlActions(view: ArticleView, here: readonly Field[]): readonly Refactoring[] {
  const found: Refactoring[] = [];
  const field = addresses(view).find(one => one === here[0]);
  const add = (title: string, edits: readonly Edit[] | undefined) => {
    if (edits && edits.length > 0) found.push({ id: 'tidy-url', title, edits });
  };
  if (field) {
    const tidy = tidyField(view, field);
    add(say`Tidy this address: no tracking parameters, no fragment`, tidy);
    const bare = tidyField(view, field, true);
    if (bare && JSON.stringify(bare) !== JSON.stringify(tidy)) add(say`Tidy this address and take off “www.”`, bare);
  }
  const all = addresses(view).flatMap(one => tidyField(view, one) ?? []);
  if (all.length > 1) add(say`Tidy all addresses of this article`, all);
  return found;
}

function imageActions(view: ArticleView, here: readonly Field[], sources: RefactorSources): readonly Refactoring[] {
  const image = imageAt(here);
  const file = image && pictureFile(view, image);
  const info = file === undefined ? undefined : sources.imageInfo(file);
  const edits = image ? setImageSize(view, image, info) : [];
  if (edits.length === 0) return [];
  return [
    { id: 'image-size', title: say`Set the size of the picture to ${`${info?.width} × ${info?.height}`}`, edits },
  ];
}

function registryActions(view: ArticleView, span: Span, { readArticle }: RefactorSources): readonly Refactoring[] {
  const entity = entityAt(view, span.start)?.entity;
  const newFile = entity && view.site && newRegistryFile(view, view.site, entity, readArticle);
  if (!newFile) return [];
  if (entity.kind === 'topic')
    return [{ id: 'new-topic', title: say`Add “${shown(entity.name)}” to the topic registry`, edits: [], newFile }];
  const name =
    entity.kind === 'provider' ? entity.name : newFile.path.slice(newFile.path.lastIndexOf('/') + 1, -'.md'.length);
  const title = say`Add “${shown(name)}” to the organization registry`;
  return [{ id: 'new-provider', title, edits: [], newFile }];
}

function itemActions({ article }: ArticleView, here: readonly Field[]): readonly Refactoring[] {
  const item = here.find(field => field.index !== undefined);
  const list = item?.parent;
  if (item?.index === undefined || !list || !isListField(list)) return [];
  const from = item.index;
  const name = nameOf(item);
  const move = (id: 'move-up' | 'move-down', to: number): readonly Refactoring[] => {
    const edits = moveItem(article, list.node, from, to);
    return edits ? [{ id, title: id === 'move-up' ? say`Move ${name} up` : say`Move ${name} down`, edits }] : [];
  };
  return [...move('move-up', from - 1), ...move('move-down', from + 1)];
}

function relatedActions(
  view: ArticleView,
  here: readonly Field[],
  { readArticle }: RefactorSources,
): readonly Refactoring[] {
  const { site } = view;
  const found: Refactoring[] = [];
  const item = relatedAt(here);
  const other = item && articleOfRelated(view, item);
  if (item && other) {
    const edits = fillRelated(view, item, other, readArticle);
    const title = shown(markText(other, 'title') ?? other.path);
    if (edits.length > 0) found.push({ id: 'fill-related', title: say`Fill in from the article “${title}”`, edits });
  } else if (item) {
    const newFile = articleFromRelated(view, item, site);
    if (newFile) found.push({ id: 'new-article', title: say`Make an article of ${nameOf(item)}`, edits: [], newFile });
  }
  const list = relatedList(view);
  if (item && list && item.parent === list && item.index !== undefined) {
    const promoted = promoteRelated(view, item.index);
    if (promoted && promoted.length > 0)
      found.push({
        id: 'promote',
        title: say`Make ${nameOf(item)} the article, and the article related`,
        edits: promoted,
        warnings: promoteWarnings(view, item.node),
      });
    const removed = removeItem(view.article, list.node, item.index);
    if (removed)
      found.push({ id: 'remove-related', title: say`Remove ${nameOf(item)} from the related items`, edits: [removed] });
  }
  if (list && here.includes(list)) found.push(...sortRelated(view, list));
  return found;
}

function listActions({ article }: ArticleView, here: readonly Field[]): readonly Refactoring[] {
  const list = here.find(isListField);
  if (!list || list.node.items.length === 0) return [];
  const block = flowToBlock(article, list.node);
  if (block)
    return [{ id: 'flow-to-block', title: say`Write “${list.name}” with one item on each line`, edits: block }];
  const flow = blockToFlow(article, list.node);
  return flow ? [{ id: 'block-to-flow', title: say`Write “${list.name}” on one line`, edits: flow }] : [];
}

function articleActions(view: ArticleView, { readArticle }: RefactorSources): readonly Refactoring[] {
  const found: Refactoring[] = [];
  const add = (id: Refactoring['id'], title: string, edits: readonly Edit[]) => {
    if (edits.length > 0) found.push({ id, title, edits });
  };
  for (const other of view.site ? relatingArticles(view, view.site) : []) {
    const edit = addRelated(view, other, readArticle);
    add(
      'relate-back',
      say`Relate to “${shown(markText(other, 'title') ?? other.path)}”, which relates to this article`,
      edit ? [edit] : [],
    );
  }
  const published = togglePublished(view);
  if (published) found.push(published);
  add('sort-keys', say`Sort keys into canonical order`, sortKeys(view));
  add('add-missing', say`Add all missing fields`, addAllMissing(view));
  return found;
}

function imageAt(here: readonly Field[]): MapField | undefined {
  return here.filter(isMapField).find(({ shape }) => shape.role === 'image');
}

function relatedAt(here: readonly Field[]): MapField | undefined {
  return here.filter(isMapField).find(({ shape }) => shape.role === 'related-item');
}

/** `“The tide mill turns again”`, or `item 2` for one without a name. */
function nameOf({ node, index = 0 }: Field): string {
  const text =
    node.kind === 'scalar' ? node.text : (textAt(node, 'title') ?? textAt(node, 'url') ?? textAt(node, 'name'));
  return text === undefined || text.trim() === '' ? say`item ${index + 1}` : say`“${shown(text)}”`;
}

function shown(text: string): string {
  return shortened(text, 40);
}
