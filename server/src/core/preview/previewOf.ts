import { type MapNode, nodeAt, textAt, toValue } from '../article/nodes.ts';
import type { ArticleView } from '../check/articleView.ts';
import type { CheckedArticle, Finding } from '../check/runRules.ts';
import { urlFaultOf } from '../check/urlFaults.ts';
import { otherArticleAt } from '../features/refactor/related.ts';
import { readSecured } from '../format/secured.ts';
import { translated } from '../say.ts';
import { badgesOf, type FirstSeen, firstSeen } from './badges.ts';
import { cardOf, shownText } from './card.ts';
import { brokenFinding, findingsByItem } from './previewFindings.ts';
import {
  type MainCard,
  mostRelated,
  type PreviewModel,
  type RelatedCard,
  type TopicChip,
  type UrlState,
} from './previewModel.ts';
import { type RelatedItem, relatedItems } from './relatedItems.ts';

/** What a checked article looks like to a reader, and what is wrong with each of its parts. */
export function previewOf(checked: CheckedArticle): PreviewModel {
  const { view, findings } = checked;
  const map = view.root?.node;
  const items = relatedItems(map);
  const { own, ofItems } = findingsByItem(findings, items);
  const main: MainCard = {
    ...cardOf(view, map, view.article.block?.content ?? { start: 0, end: 0 }, own),
    contentType: view.contentType && translated(view.contentType.name),
    published: isPublished(map),
    topics: topicsOf(view, map),
    urls: urlStates(view, map),
    secured: securedState(map),
  };
  return {
    main,
    related: relatedCards(view, firstSeen(main, map), main, items.slice(0, mostRelated), ofItems),
    relatedLeftOut: Math.max(0, items.length - mostRelated),
    broken: brokenFinding(checked),
  };
}

function relatedCards(
  view: ArticleView,
  seen: FirstSeen,
  main: MainCard,
  items: readonly RelatedItem[],
  findings: readonly (readonly Finding[])[],
): readonly RelatedCard[] {
  return items.map(({ index, item, map }) => {
    const card = cardOf(view, map, item, findings[index] ?? []);
    const url = textAt(map, 'webUrl')?.trim();
    const afterMain =
      card.date === undefined || main.date === undefined ? undefined : card.date.epochMs - main.date.epochMs;
    const here = url ? otherArticleAt(view, url)?.path : undefined;
    return { ...card, index, afterMain, here, badges: badgesOf({ ...card, index, afterMain, here }, url, seen) };
  });
}

function isPublished(root: MapNode | undefined): boolean {
  const [published, removed] = ['published', 'removed'].map(name => nodeAt(root, name));
  return !(published && toValue(published) === false) && !(removed && toValue(removed) === true);
}

function topicsOf({ site }: ArticleView, root: MapNode | undefined): readonly TopicChip[] {
  const list = nodeAt(root, 'topics');
  if (list?.kind !== 'list') return [];
  return list.items.slice(0, MOST_TOPICS).flatMap(({ value }) => {
    const name = value.kind === 'scalar' ? shownText(value.text, LONGEST_TOPIC) : undefined;
    if (name === undefined) return [];
    const [entry] = site?.topicEntries(name).some(1) ?? [];
    return [{ name, registryPath: entry?.path, count: site?.withTopic(name).count }];
  });
}

const MOST_TOPICS = 30;
/** In UTF-16 units. */
const LONGEST_TOPIC = 80;

function urlStates(view: ArticleView, root: MapNode | undefined): readonly UrlState[] {
  return ['originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl'].map(field => {
    const node = nodeAt(root, field);
    const value = textAt(root, field)?.trim();
    if (!node || !value) return { field, value: undefined, state: 'missing' };
    const isValid = /^https?:\/\//i.test(value) && !urlFaultOf(view, node);
    return { field, value: value.slice(0, LONGEST_URL), state: isValid ? 'valid' : 'invalid' };
  });
}

/** In UTF-16 units; longer ones are no addresses that a browser opens. */
const LONGEST_URL = 2000;

function securedState(root: MapNode | undefined): MainCard['secured'] {
  const node = nodeAt(root, 'secured');
  if (!node) return undefined;
  return node.kind === 'scalar' && readSecured(node.text).kind === 'valid' ? 'valid' : 'invalid';
}
