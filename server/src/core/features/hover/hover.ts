import { isSecured, nodeAt, textAt } from '../../article/nodes.ts';
import type { ArticleView, TextField } from '../../check/articleView.ts';
import { isTextField } from '../../check/articleView.ts';
import { isArticle } from '../../check/isArticle.ts';
import type { CheckedArticle } from '../../check/runRules.ts';
import { isHidden } from '../../check/visibility.ts';
import { readDateTime } from '../../format/dateTime.ts';
import { readDuration } from '../../format/duration.ts';
import { nameOf } from '../../index/paths.ts';
import { numberText, say, translated } from '../../say.ts';
import type { Span } from '../../text.ts';
import { articleCard } from '../cards/articleCard.ts';
import { articleList } from '../cards/articleLines.ts';
import type { CardHost } from '../cards/cardHost.ts';
import { dateCard } from '../cards/dateCard.ts';
import { fieldCard } from '../cards/fieldCard.ts';
import { findingCard } from '../cards/findingCard.ts';
import { imageCard } from '../cards/imageCard.ts';
import { providerCard } from '../cards/providerCard.ts';
import { rankCard } from '../cards/rankCard.ts';
import { relatedCard } from '../cards/relatedCard.ts';
import { securedCard } from '../cards/securedCard.ts';
import { registryNote, topicCard } from '../cards/topicCard.ts';
import { urlCard } from '../cards/urlCard.ts';
import { entityAt, entityOf } from '../entity.ts';
import { escapeMarkdown, inlineCode, paragraphs } from '../markdown.ts';
import { isInSecured, isOn, pathTo, type Step } from '../treePath.ts';

/** What an editor shows of a place in an article. */
export interface Hover extends Span {
  readonly markdown: string;
}

/**
 * What there is to say of an offset: of a key its documentation, of a value what it means, and below that why the findings there are
 * ones. `undefined`: nothing, as everywhere outside front matter.
 */
export function hoverAt({ view, findings }: CheckedArticle, offset: number, host: CardHost): Hover | undefined {
  if (!isArticle(view)) return undefined;
  const last = pathTo(view, offset).at(-1);
  const found = findings.filter(one => isOn(one, offset));
  const about = last && sayOf(view, last, offset, host);
  const rules = [...new Set(found.map(({ rule }) => rule))].slice(0, MOST_RULES);
  const markdown = paragraphs(
    about?.markdown,
    rules.length > 0 && about ? '---' : undefined,
    ...rules.map(rule => findingCard({ rule })),
  );
  if (markdown === '') return undefined;
  const span = about ?? found.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
  return { start: span.start, end: span.end, markdown };
}

/** Of a picture of this repository that the hover at an offset would show: its path, so that its bytes can be looked at before. */
export function pictureAt(view: ArticleView, offset: number): string | undefined {
  const entity = entityAt(view, offset)?.entity;
  return entity?.kind === 'image' && entity.path !== undefined && view.site?.hasFile(entity.path)
    ? entity.path
    : undefined;
}

/** More would hide the text. */
const MOST_RULES = 3;

function sayOf(view: ArticleView, step: Step, offset: number, host: CardHost): Hover | undefined {
  const { entry, node, name } = step;
  if (entry && isOn(entry.key, offset)) {
    const markdown = keyCard(step);
    return markdown === '' ? undefined : { ...spanOf(entry.key), markdown };
  }
  if (!isOn(node, offset)) return undefined;
  if (isSecured(name))
    return node.kind === 'scalar' ? { ...spanOf(node), markdown: securedCard(node.text) } : undefined;
  if (isInSecured(view, { start: offset, end: offset + 1 })) return undefined;
  if (node.kind !== 'scalar' || node.style === 'broken') return undefined;
  const field = view.fields.find(one => one.node === node);
  const value =
    field && isTextField(field) ? textCard(view, field, host) : rankOf(view, step, field?.parent === view.root);
  const markdown = value ?? meaningOf(step);
  return markdown === '' ? undefined : { ...spanOf(node), markdown };
}

/** What a key is for. Nothing is known of a key that the content type does not have. */
function keyCard({ name, shape, within }: Step): string {
  if (shape.kind === 'any' && shape.description === undefined) return '';
  return fieldCard(name, shape, within?.fields.get(name)?.required === true);
}

/** Of a value that says nothing by itself, such as a number or a word from a list, what its key is for. A text for readers needs none. */
function meaningOf({ name, shape }: Step): string {
  const isReadable = shape.kind === 'text' && shape.role !== undefined && readable.has(shape.role);
  return isReadable || shape.description === undefined ? '' : `${inlineCode(name)} — ${translated(shape.description)}`;
}

const readable: ReadonlySet<string> = new Set(['title', 'prose', 'name', 'keyword', 'html', 'topic', 'domain']);

function textCard(view: ArticleView, field: TextField, host: CardHost): string | undefined {
  const { site, now } = view;
  const { node, shape, parent, name } = field;
  if (shape.role === 'date-time') return dateCard(dateOf(view, field), now, host);
  if (shape.role === 'duration') return durationCard(node.text);
  if (shape.role === 'title' && parent?.shape.kind === 'map' && parent.shape.role === 'related-item')
    return parent.node.kind === 'map' ? relatedCard(view, parent.node, host) : undefined;
  if (shape.role === 'title' && parent === view.root) return sameTitleCard(view, node.text, host);
  const entity = entityOf(view, field);
  switch (entity?.kind) {
    case 'topic':
      return site && (topicCard(site, entity.name, host) ?? registryNote(site, entity.name));
    case 'domain':
    case 'provider':
      return site && entity.domain !== undefined ? providerCard(site, entity.domain, host) : undefined;
    case 'url':
      return urlCard(view, field, host);
    case 'image': {
      const image = parent?.node;
      const size = (key: string) => numberOf(image, key);
      return imageCard(
        {
          url: node.text,
          key: entity.key,
          path: entity.path,
          width: name === 'url' ? size('width') : undefined,
          height: name === 'url' ? size('height') : undefined,
          title: textAt(image, 'title'),
          within: view.article.path,
        },
        site,
        host,
      );
    }
    case 'item': {
      const path = site?.itemFile(entity.stem);
      const article = path === undefined ? undefined : site?.get(path);
      if (article) return articleCard(article, undefined, host, site);
      return site?.knowsFiles && path === undefined ? say`There is no file ${inlineCode(entity.stem)}` : undefined;
    }
    default:
      return undefined;
  }
}

function dateOf(view: ArticleView, { node, parent }: TextField): Parameters<typeof dateCard>[0] {
  return {
    text: node.text.trim(),
    reading: readDateTime(node.text),
    isQuoted: node.style !== 'plain',
    isOwn: parent === view.root,
    isHidden: isHidden(view) || removed(view),
    fileDay: /^\d{4}-\d\d-\d\d(?=-)/.exec(nameOf(view.article.path))?.[0],
  };
}

function removed({ root }: ArticleView): boolean {
  const node = nodeAt(root?.node, 'removed');
  return node?.kind === 'scalar' && node.value === true;
}

function durationCard(text: string): string | undefined {
  const reading = readDuration(text);
  if (reading.kind === 'repairable') return say`Probably ${inlineCode(reading.repaired)}`;
  if (reading.kind !== 'valid' || reading.seconds === undefined) return undefined;
  const total = Math.round(reading.seconds);
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const said = [
    hours === 0 ? '' : hours === 1 ? say`1 hour` : say`${numberText(hours)} hours`,
    minutes === 0 ? '' : minutes === 1 ? say`1 minute` : say`${minutes} minutes`,
    seconds === 0 ? '' : seconds === 1 ? say`1 second` : say`${seconds} seconds`,
  ];
  return `**${said.filter(part => part !== '').join(' ') || say`No time at all`}**`;
}

function sameTitleCard({ site, article }: ArticleView, title: string, host: CardHost): string | undefined {
  const others =
    site
      ?.withTitle(title)
      .list()
      .filter(({ path }) => path !== article.path) ?? [];
  return others.length === 0
    ? undefined
    : `${escapeMarkdown(say`Others with this title`)}\n${articleList(others, host) ?? ''}`;
}

function rankOf({ site }: ArticleView, { name, node }: Step, isOwn: boolean): string | undefined {
  if ((name !== 'quality' && name !== 'heat') || node.kind !== 'scalar' || typeof node.value !== 'number' || !site)
    return undefined;
  return rankCard(site, name, node.value, isOwn);
}

function numberOf(map: Parameters<typeof nodeAt>[0], key: string): number | undefined {
  const node = nodeAt(map, key);
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
