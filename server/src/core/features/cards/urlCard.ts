import { nodeAt, textAt } from '../../article/nodes.ts';
import type { ArticleView, Field, TextField } from '../../check/articleView.ts';
import { urlFaultOf } from '../../check/urlFaults.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../../format/amp.ts';
import { hostOf, isSameOrSubdomain } from '../../format/domain.ts';
import { isTrackingParameter, normalizeUrl, type UrlParts, urlParts } from '../../format/url.ts';
import { markText } from '../../index/summary.ts';
import { numberText, say, translated } from '../../say.ts';
import { organizationsOf } from '../definition.ts';
import { bullets, escapeMarkdown, inlineCode, markdownLink, paragraphs } from '../markdown.ts';
import { articleLine, MOST_ARTICLES } from './articleLines.ts';
import type { CardHost } from './cardHost.ts';

/** A web address of an article, as Markdown: its parts, whose it is, how it goes with the article's other addresses, and who else has it. */
export function urlCard(view: ArticleView, field: TextField, host: CardHost): string | undefined {
  const url = field.node.text.trim();
  const parts = urlParts(url);
  if (!parts) return undefined;
  return paragraphs(
    `**${escapeMarkdown(parts.host.text)}**${whatItIs(field)}`,
    bullets([...partLines(parts), ownerLine(view, field, parts), ...kinLines(field)]),
    usesOf(view, url, host),
    urlFaultOf(view, field.node) === undefined ? markdownLink(say`Open`, url) : undefined,
  );
}

function whatItIs({ name, shape }: TextField): string {
  // What it follows from is a line of its own.
  const known = shape.description === undefined || name === 'cdnAmpWebUrl' ? '' : ` ${translated(shape.description)}`;
  return name === '' ? '' : ` — ${inlineCode(name)}.${known}`;
}

function partLines({ scheme, port, path, query, fragment }: UrlParts): readonly (string | undefined)[] {
  const parameters = (query?.text ?? '').split('&').filter(pair => pair !== '');
  const tracking = parameters.map(pair => pair.split('=', 1)[0] ?? '').filter(isTrackingParameter);
  return [
    scheme.text.toLowerCase() === 'https' ? undefined : say`Scheme: ${inlineCode(scheme.text)}`,
    port === undefined ? undefined : say`Port: ${inlineCode(port.text)}`,
    path.text.length > 1 ? say`Path: ${inlineCode(decoded(path.text))}` : undefined,
    parameters.length > 0 ? say`Query: ${parameters.map(pair => inlineCode(decoded(pair))).join(' ')}` : undefined,
    tracking.length > 0 ? say`${tracking.map(inlineCode).join(', ')} only tells where a visitor came from` : undefined,
    fragment === undefined ? undefined : say`Fragment: ${inlineCode(decoded(fragment.text))}`,
  ];
}

/** The publisher that the host belongs to: the one of the item, else one that the repository knows. */
function ownerLine({ site }: ArticleView, { parent, node }: TextField, parts: UrlParts): string | undefined {
  const host = hostOf(node.text) ?? parts.host.text.toLowerCase();
  const provider = nodeAt(parent?.node, 'provider');
  const domain = textAt(provider, 'domain')?.trim().toLowerCase();
  const name = textAt(provider, 'name')?.trim();
  if (domain !== undefined && isSameOrSubdomain(host, domain))
    return say`On the site of the provider, ${escapeMarkdown(name ?? domain)}`;
  if (/\.cdn\.ampproject\.org$/.test(host)) return undefined;
  const bare = host.replace(/^www\./, '');
  const [entry] = site ? organizationsOf(site, bare) : [];
  const known = (entry && markText(entry, 'title')) ?? site?.leadingName(bare)?.name;
  const whose = known === undefined ? undefined : say`the site of ${escapeMarkdown(known)}`;
  if (domain === undefined) return whose && say`On ${whose}`;
  return whose === undefined
    ? say`Not on the provider’s domain, ${inlineCode(domain)}`
    : say`Not on the provider’s domain, ${inlineCode(domain)}, but on ${whose}`;
}

/** How the address goes with the other ones of its article or related item. */
function kinLines(field: TextField): readonly string[] {
  const lines: string[] = [];
  for (const other of ['originalUrl', 'webUrl', 'ampWebUrl', 'cdnAmpWebUrl']) {
    const text = other === field.name ? undefined : textAt(field.parent?.node, other)?.trim();
    const line = text ? kinLine(field, other, text) : undefined;
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function kinLine({ name, node }: Field, other: string, otherText: string): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  const [text, code] = [node.text.trim(), inlineCode(other)];
  const isCache = name === 'cdnAmpWebUrl';
  if (isCache || other === 'cdnAmpWebUrl') {
    const [page, cache] = isCache ? [otherText, text] : [text, otherText];
    if ((isCache ? other : name) !== 'ampWebUrl') return undefined;
    const expected = cdnAmpUrl(page);
    if (expected === cache) return isCache ? say`Follows from ${code}` : say`${code} follows from it`;
    if (expected === undefined) return undefined;
    const needed = ampUrlOfCdn(cache);
    return isCache
      ? say`Contradicts ${code}: its address in the AMP cache is ${inlineCode(expected)}`
      : needed === undefined
        ? say`${code} contradicts it: that is no address of the AMP cache`
        : say`${code} contradicts it: that is the one of ${inlineCode(needed)}`;
  }
  if (text === otherText) return say`The same as ${code}`;
  if (normalizeUrl(text) === normalizeUrl(otherText)) return say`The same page as ${code}, written in another way`;
  const [a, b] = [hostOf(text), hostOf(otherText)];
  if (a === undefined || b === undefined || name === 'ampWebUrl') return undefined;
  if (other === 'ampWebUrl') return undefined;
  return a.replace(/^www\./, '') === b.replace(/^www\./, '')
    ? say`Another page than ${code}, on the same host`
    : say`On another host than ${code}, ${inlineCode(b)}`;
}

/** Articles of the repository that have the address as their own, and those that relate to it. */
function usesOf({ site, article }: ArticleView, url: string, host: CardHost): string | undefined {
  if (!site) return undefined;
  const key = normalizeUrl(url);
  const having = site
    .withUrl(key)
    .list()
    .filter(({ path }) => path !== article.path);
  const relating = site
    .withRelatedUrl(key)
    .list()
    .filter(({ path }) => path !== article.path);
  const all = [
    ...having.map(one => articleLine(one, host, say`its own address`)),
    ...relating.filter(one => !having.includes(one)).map(one => articleLine(one, host, say`a related item`)),
  ];
  if (all.length === 0) return undefined;
  const most = MOST_ARTICLES + 2;
  const more = all.length - most;
  const lines = bullets([...all.slice(0, most), more > 0 ? say`and ${numberText(more)} more` : undefined]);
  return `${say`Also in`}\n${lines ?? ''}`;
}

/** As readers see it; what would not decode stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
