import { type Article, parseArticle } from '../article/articleDocument.ts';
import { type FieldNode, nodeAt, textAt, textOf } from '../article/nodes.ts';
import { type ArticleView, type Field, isListField, type TextField, viewArticle } from '../check/articleView.ts';
import { removeListItem } from '../check/removeListItem.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import { replaceText } from '../edits/edits.ts';
import { cdnAmpUrl } from '../format/amp.ts';
import { applyEdits, type Edit } from '../text.ts';
import { type Entity, entitiesOf, isSameEntity, type NamedEntity, registryOf } from './entity.ts';

/** What is renamed, to what; and the registry files in which it keeps its name. */
export interface NewName {
  readonly entity: Entity;
  readonly newName: string;
  readonly kept: readonly string[];
}

/**
 * The edits of one article. Its places are found in the text that is given, so an index that lags behind cannot spoil a file.
 *
 * @param view of the article as it is now
 */
export function renameIn(view: ArticleView, { entity, newName, kept }: NewName): readonly Edit[] {
  const { article } = view;
  let edits: readonly Edit[] = [];
  let current = view;
  // One after the other: a name that is taken out changes the places of the others.
  for (let step = 0; step < MOST_PLACES; step++) {
    const next = nextEdits(current, entity, newName, kept.includes(article.path));
    if (next.length === 0) break;
    edits = composeEdits(article.text.length, edits, next);
    current = reread(current, applyEdits(current.article.text, next));
  }
  return edits;
}

const MOST_PLACES = 1000;

/** The next edits that do not touch one another. */
function nextEdits(view: ArticleView, entity: Entity, newName: string, isKept: boolean): readonly Edit[] {
  const { article } = view;
  const edits: Edit[] = [];
  const lists = new Set<Field>();
  for (const place of entitiesOf(view)) {
    const { field } = place;
    if (!isSameEntity(place.entity, entity) || field.node.aliased || (isKept && field.parent === view.root)) continue;
    if (isOwnParent(view, place, newName)) continue;
    const list = topicsAround(field);
    if (list && (lists.has(list) || holds(list, newName, field.node))) continue; // the second one is taken out below
    if (list) lists.add(list);
    const edit = replaceText(article, field.node, newName);
    if (edit) edits.push(edit, ...followers(view, place, newName));
  }
  if (edits.length > 0) return edits;
  return topicTwice(view, entity, newName) ?? nameTwice(view, entity, newName, isKept);
}

/** The topic above another one that takes its name: nothing is above itself. */
function isOwnParent(view: ArticleView, { field, entity }: NamedEntity, newName: string): boolean {
  return (
    entity.kind === 'topic' &&
    field.name === 'parent' &&
    field.parent === view.root &&
    registryOf(view) === 'topic' &&
    textAt(view.root?.node, 'name')?.trim() === newName
  );
}

/** The list that a topic is an item of. */
function topicsAround({ parent, index, shape }: TextField): Field | undefined {
  return index !== undefined && shape.role === 'topic' ? parent : undefined;
}

function holds({ node }: Field, name: string, except: FieldNode): boolean {
  return node.kind === 'list' && node.items.some(({ value }) => value !== except && textOf(value)?.trim() === name);
}

/** Takes a topic out of a list that holds its new name already. */
function topicTwice(view: ArticleView, entity: Entity, newName: string): readonly Edit[] | undefined {
  if (entity.kind !== 'topic') return undefined;
  for (const { entity: other, field } of entitiesOf(view)) {
    const list = isSameEntity(other, entity) ? topicsAround(field) : undefined;
    if (!list || !isListField(list) || field.index === undefined || !holds(list, newName, field.node)) continue;
    const edit = removeListItem(view.article, list, field.index);
    if (edit) return [edit];
  }
  return undefined;
}

/** What a place takes with it: the `_id` of an organization is its domain, and an address of the AMP cache follows from the page’s. */
function followers(view: ArticleView, { field, entity }: NamedEntity, newName: string): readonly Edit[] {
  const { article, root } = view;
  if (entity.kind === 'domain' && field.parent === root && registryOf(view) === 'organization')
    return rewritten(article, nodeAt(root?.node, '_id'), entity.domain, newName);
  if (entity.kind === 'url' && field.name === 'ampWebUrl') return ampFollower(article, field, newName);
  return [];
}

/** The cache’s address of an AMP page that gets another one; none where it does not follow from the page’s now. */
export function ampFollower(article: Article, { node, parent }: TextField, newUrl: string): readonly Edit[] {
  const [old, next] = [cdnAmpUrl(node.text), cdnAmpUrl(newUrl)];
  if (old === undefined || next === undefined) return [];
  return rewritten(article, nodeAt(parent?.node, 'cdnAmpWebUrl'), old, next);
}

function rewritten(article: Article, node: FieldNode | undefined, old: string, text: string): readonly Edit[] {
  if (node?.kind !== 'scalar' || node.text.trim() !== old) return [];
  const edit = replaceText(article, node, text);
  return edit ? [edit] : [];
}

/** A registry entry that has taken one of its other names as its name has it twice. */
function nameTwice(view: ArticleView, entity: Entity, newName: string, isKept: boolean): readonly Edit[] {
  if (entity.kind !== 'provider' || isKept || registryOf(view) !== 'organization') return [];
  const { root, fields, article } = view;
  if (textAt(root?.node, 'name')?.trim() !== newName) return [];
  if (textAt(root?.node, 'domain')?.trim().toLowerCase() !== entity.domain) return [];
  const list = fields.filter(isListField).find(field => field.name === 'otherNames' && field.parent === root);
  const index = list?.node.items.findIndex(({ value }) => textOf(value)?.trim() === newName) ?? -1;
  const edit = list && index >= 0 ? removeListItem(article, list, index) : undefined;
  return edit ? [edit] : [];
}

function reread(view: ArticleView, text: string): ArticleView {
  const { path, kind } = view.article;
  return viewArticle(parseArticle(path, text, kind), view);
}
