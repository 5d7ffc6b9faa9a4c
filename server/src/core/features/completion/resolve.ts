import { type Article, parseArticle } from '../../article/articleDocument.ts';
import { textAt, nodeAt as valueAt } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import { anyShape, type MapShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Edit, insertion, lineStart } from '../../text.ts';
import { articleCard } from '../cards/articleCard.ts';
import { type CardHost, plainHost } from '../cards/cardHost.ts';
import { fieldCard } from '../cards/fieldCard.ts';
import { findingCard } from '../cards/findingCard.ts';
import { providerCard } from '../cards/providerCard.ts';
import { topicCard } from '../cards/topicCard.ts';
import type { CardSource } from './completionItem.ts';
import { relatedFromArticle, relatedFromSummary, restOfItem } from './related.ts';
import { writerOf } from './writer.ts';

/** What is worked out of an item only when a person looks at it, or takes it. */
export interface ResolvedItem {
  /** Markdown. */
  readonly documentation: string | undefined;
  /** To add to the item's other edits. */
  readonly moreEdits: readonly Edit[];
}

/** The file whose text `resolveItem` needs to tell all; `undefined` when it needs none. */
export function textNeeded(card: CardSource): string | undefined {
  return card.kind === 'article' ? card.path : undefined;
}

/**
 * The documentation of an item, and the lines of a related item that its article has to be read for.
 *
 * @param view the article that is being written, as it was when the item was offered
 * @param text of the file that `textNeeded` names; `undefined` when it cannot be read: then the index tells what it knows
 */
export function resolveItem(
  view: ArticleView,
  card: CardSource,
  text: string | undefined,
  host: CardHost = plainHost,
): ResolvedItem {
  const { site } = view;
  switch (card.kind) {
    case 'field':
      return { documentation: fieldDocumentation(view, card.path), moreEdits: [] };
    case 'topic':
      return { documentation: site && topicCard(site, card.name, host), moreEdits: [] };
    case 'provider':
      return { documentation: site && providerCard(site, card.domain, host), moreEdits: [] };
    case 'rule':
      return { documentation: findingCard({ rule: card.id }), moreEdits: [] };
    case 'article': {
      const other = text === undefined ? undefined : parseArticle(card.path, text);
      const summary = site?.get(card.path);
      const documentation = summary && articleCard(summary, textAt(other?.root, 'excerpt'), host, site);
      return { documentation, moreEdits: relatedEdits(view, card, other) };
    }
  }
}

function fieldDocumentation(view: ArticleView, path: readonly string[]): string | undefined {
  let shape: Shape = view.contentType?.shape ?? anyShape;
  let required = false;
  for (const name of path) {
    if (shape.kind === 'list') shape = shape.item;
    if (shape.kind !== 'map') return undefined;
    required = shape.fields.get(name)?.required === true;
    shape = shapeAt(shape, name) ?? anyShape;
  }
  const name = path.at(-1);
  return name === undefined ? undefined : fieldCard(name, shape, required);
}

function relatedEdits(
  view: ArticleView,
  card: CardSource & { readonly kind: 'article' },
  other: Article | undefined,
): readonly Edit[] {
  const { article, site, contentType } = view;
  const { insert, path } = card;
  const summary = site?.get(path);
  if (!insert || !contentType || !isLineOf(article, insert.offset)) return [];
  const shape = relatedShape(contentType.shape);
  const read = other && shape ? relatedFromArticle(other, shape) : {};
  const item = Object.keys(read).length > 0 ? read : summary ? relatedFromSummary(summary) : {};
  const list = valueAt(view.root?.node, 'related');
  const writer = writerOf(article, list?.kind === 'list' ? firstMap(list) : undefined, false);
  const lines = restOfItem(writer, item, insert.column, 'title');
  return lines === '' ? [] : [insertion(insert.offset, lines)];
}

function relatedShape(shape: MapShape): MapShape | undefined {
  for (const { shape: field } of shape.fields.values())
    if (field.kind === 'list' && field.item.kind === 'map' && field.item.role === 'related-item') return field.item;
  return undefined;
}

function firstMap(list: { readonly items: readonly { readonly value: unknown }[] }) {
  const value = list.items[0]?.value as ReturnType<typeof valueAt>;
  return value?.kind === 'map' ? value : undefined;
}

/** True for the start of a line of the front matter: nothing that came from outside is trusted to be one. */
function isLineOf({ text, block }: Article, offset: number): boolean {
  const content = block?.content;
  if (!content || !Number.isInteger(offset) || offset < content.start || offset > content.end) return false;
  return lineStart(text, offset) === offset;
}
