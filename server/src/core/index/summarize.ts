import { type FieldNode, nodeAt, textOf } from '../article/nodes.ts';
import { suppressionsOf } from '../article/suppressions.ts';
import type { ArticleView, MapField, TextField } from '../check/articleView.ts';
import { isArticle } from '../check/isArticle.ts';
import { readDateTime } from '../format/dateTime.ts';
import { isBlank } from '../format/prose.ts';
import { normalizeUrl, siteRelative } from '../format/url.ts';
import type { TextRole } from '../schema/shape.ts';
import { type MarkKind, pack } from './marks.ts';
import { type ArticleSummary, type FindingCounts, packCounts, type RegistryName } from './summary.ts';

/**
 * What the index keeps of an article.
 *
 * @param counts the findings of the article's own text
 * @returns `undefined` when the file is no article
 */
export function summarize(view: ArticleView, counts: FindingCounts = noFindings): ArticleSummary | undefined {
  const summary = passingSummary(view, counts);
  // Parts of a file's text keep all of it in memory; through JSON they become strings of their own, faster than by any
  // other way that is left to pure code.
  return summary && (JSON.parse(JSON.stringify(summary)) as ArticleSummary);
}

/** As `summarize`, for passing use: its strings may be parts of the file's text. */
export function passingSummary(view: ArticleView, counts: FindingCounts): ArticleSummary | undefined {
  return isArticle(view) ? summaryOf(view, counts) : undefined;
}

/** The same of a view that is sure to be that of an article. */
export function summaryOf(view: ArticleView, counts: FindingCounts = noFindings): ArticleSummary {
  const { article, contentType, root } = view;
  const collector = new Marks();
  if (root) collectMarks(view, root, collector);
  const { silenced } = suppressionsOf(article);
  return {
    path: article.path,
    contentType: contentType?.id,
    registry: registries.find(name => contentType?.types.includes(name)),
    type: textOf(nodeAt(root?.node, 'type')),
    date: dateOf(view),
    quality: numberAt(root, 'quality'),
    heat: numberAt(root, 'heat'),
    published: publishedOf(root),
    findings: packCounts(counts),
    values: collector.values,
    marks: collector.marks,
    silenced: silenced.length > 0 ? silenced : undefined,
  };
}

const noFindings: FindingCounts = { error: 0, warning: 0, info: 0, hint: 0 };

const registries: readonly RegistryName[] = ['topic', 'organization'];

class Marks {
  readonly values: string[] = [];
  readonly marks: number[] = [];

  add(kind: MarkKind, { start, end }: FieldNode, value: string): void {
    this.values.push(value);
    this.marks.push(pack(kind, start, end));
  }
}

function collectMarks(view: ArticleView, root: MapField, marks: Marks): void {
  const normalized = lastOf(normalizeUrl);
  const own = (kind: MarkKind, name: string, read = trimmed) => {
    const node = nodeAt(root.node, name);
    const value = read(textOf(node) ?? '');
    if (node && !node.aliased && value !== '') marks.add(kind, node, value);
  };
  const isRegistry = view.contentType?.types.some(type => registries.some(name => name === type)) === true;
  own('title', isRegistry || textOf(nodeAt(root.node, 'title')) === undefined ? 'name' : 'title');
  for (const name of addresses) own(name, name, normalized);
  for (const name of ['published', 'removed']) {
    const node = nodeAt(root.node, name);
    if (node && scalarValue(node) === (name === 'removed')) marks.add('unpublished', node, name);
  }
  const isTopic = view.contentType?.types.includes('topic') === true;
  for (const field of texts(view, 'topic'))
    marks.add(field.index === undefined && isTopic ? 'parent' : 'topic', field.node, trimmed(field.node.text));
  for (const field of texts(view, 'item-path')) marks.add('item', field.node, trimmed(field.node.text));
  for (const field of texts(view, 'image-url')) addImage(field, marks);
  const providers = view.maps('provider').filter(({ node }) => !node.aliased);
  for (const provider of providers) if (!relatedAbove(provider)) addProvider(provider, marks);
  if (isRegistry) {
    own('id', '_id');
    own('shortname', 'shortname');
    own('ownDomain', 'domain');
    for (const [kind, name] of lists) {
      const list = nodeAt(root.node, name);
      if (list?.kind !== 'list') continue;
      for (const { value } of list.items) if (!value.aliased) marks.add(kind, value, trimmed(textOf(value) ?? ''));
    }
  }
  for (const item of view.maps('related-item')) {
    if (item.node.aliased) continue;
    const url = nodeAt(item.node, 'webUrl');
    const key = normalizeUrl(textOf(url) ?? '');
    marks.add('related', url && key !== '' ? url : { ...item.node, end: item.node.start }, key);
    const node = nodeAt(item.node, 'title');
    if (node && textOf(node)?.trim()) marks.add('relatedTitle', node, trimmed(textOf(node) ?? ''));
    for (const provider of providers) if (provider.parent === item) addProvider(provider, marks);
  }
}

const addresses = ['originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl'] as const satisfies readonly MarkKind[];

const lists = [
  ['keyword', 'keywords'],
  ['hashtag', 'hashtags'],
  ['otherName', 'otherNames'],
] as const satisfies readonly (readonly [MarkKind, string])[];

function texts(view: ArticleView, role: TextRole): readonly TextField[] {
  return view.texts(role).filter(({ node }) => !node.aliased && !isBlank(node.text));
}

/** Pictures of a related item are its publisher's, unless they stand in this site. */
function addImage(field: TextField, marks: Marks): void {
  const text = field.node.text.trim();
  const inside = siteRelative(text);
  const list = field.parent?.parent;
  const isCover = list?.name === 'images' && list.parent?.parent === undefined;
  if (inside === undefined && relatedAbove(field)) return;
  marks.add(isCover ? 'image' : 'picture', field.node, inside === undefined ? normalizeUrl(text) : `/${inside}`);
}

function addProvider({ node }: MapField, marks: Marks): void {
  const [name, domain] = [nodeAt(node, 'name'), nodeAt(node, 'domain')];
  const [named, under] = [trimmed(textOf(name) ?? ''), trimmed(textOf(domain) ?? '').toLowerCase()];
  if (named === '' && under === '') return;
  marks.add('provider', name ?? node, named);
  marks.add('domain', domain ?? node, under);
}

function relatedAbove(field: TextField | MapField): boolean {
  for (let above = field.parent; above; above = above.parent)
    if (above.shape.kind === 'map' && above.shape.role === 'related-item') return true;
  return false;
}

function dateOf(view: ArticleView): number | undefined {
  const text = textOf(nodeAt(view.root?.node, 'publishedDateTime'));
  const reading = text === undefined ? undefined : readDateTime(text.trim());
  return reading && 'epochMs' in reading ? reading.epochMs : undefined;
}

function publishedOf(root: MapField | undefined): boolean | undefined {
  if (scalarValue(nodeAt(root?.node, 'removed')) === true) return false;
  const published = scalarValue(nodeAt(root?.node, 'published'));
  return typeof published === 'boolean' ? published : undefined;
}

function numberAt(root: MapField | undefined, name: string): number | undefined {
  const value = scalarValue(nodeAt(root?.node, name));
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function scalarValue(node: FieldNode | undefined) {
  return node?.kind === 'scalar' && node.style !== 'broken' ? node.value : undefined;
}

/** A function that knows its last answer: most addresses of an article are the same one. */
function lastOf(read: (text: string) => string): (text: string) => string {
  let [asked, answer] = ['', read('')];
  return text => {
    if (text !== asked) [asked, answer] = [text, read(text)];
    return answer;
  };
}

/** Blanks are the business of rules on texts: here they tell no two names apart. */
function trimmed(text: string): string {
  let last = BLANK;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Nearly always there is none to take away. Unicode has blanks of its own.
    if (code <= BLANK ? code < BLANK || last === BLANK : code > 127) return withoutNeedlessBlanks(text);
    last = code;
  }
  return last === BLANK ? withoutNeedlessBlanks(text) : text;
}

const BLANK = 32;

function withoutNeedlessBlanks(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
