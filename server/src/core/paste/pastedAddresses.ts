import { isWebAddress } from '../features/markdown.ts';
import { decodeEntities } from '../format/entities.ts';

/** What a clipboard holds: the same thing in one form or two. */
export interface Pasted {
  readonly text: string;
  /** As a browser copies a part of a page. */
  readonly html?: string | undefined;
}

/** An address that was pasted, with the words that it was a link on. */
export interface PastedAddress {
  /** A web address, or a path from the root of the site (`/assets/ferry.jpg`). */
  readonly url: string;
  /** One line; `undefined` when there are no words, or they are the address again. */
  readonly title: string | undefined;
}

/**
 * The addresses that a clipboard holds, when it holds nothing else: bare ones, one a line, also as a list (`- https://…`), in angle
 * brackets, as a list of URIs (RFC 2483), Markdown links, or links of a page. `undefined`: something else, or nothing.
 */
export function pastedAddresses({ text, html = '' }: Pasted): readonly PastedAddress[] | undefined {
  if (text.length > LONGEST) return undefined;
  const addresses = (text.trimStart().startsWith('<') ? onlyLinks(text) : undefined) ?? addressesOfLines(text);
  if (!addresses) return onlyLinks(html);
  if (addresses.length === 0) return undefined;
  const links = linksOf(html);
  // A browser gives the words of a link beside its bare address.
  return addresses.map(one => ({
    url: one.url,
    title: one.title ?? links.find(({ url }) => url === one.url)?.title,
  }));
}

/** In UTF-16 units: more than anybody pastes as addresses. */
const LONGEST = 100_000;
/** HTML is searched again from each tag on, so its length counts twice. */
const LONGEST_HTML = 20_000;

function addressesOfLines(text: string): readonly PastedAddress[] | undefined {
  const found: PastedAddress[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const bare = line.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, '').trim();
    if (bare === '' || /^#(?!\S*:\/\/)/.test(bare)) continue;
    const address = addressOf(bare);
    if (!address) return undefined;
    found.push(address);
  }
  return found;
}

/** `https://…`, `<https://…>`, `[words](https://…)`, `![words](https://… "title")`, `/assets/ferry.jpg`. */
function addressOf(text: string): PastedAddress | undefined {
  const link = /^!?\[([^\]]*(?:\][^\]]+)?)\]\(\s*<?([^\s<>]+?)>?(?:\s+["'(].*)?\s*\)$/.exec(text);
  const url = link?.[2] ?? /^<([^\s<>]+)>$/.exec(text)?.[1] ?? text;
  if (!isWebAddress(url) && !isSitePath(url)) return undefined;
  return { url, title: titleOf(link?.[1]?.replace(/\\([\\`*_[\]<>|~$&/.@#+=!()-])/g, '$1'), url) };
}

/** A path that can only be meant as an address: it names a file in a folder. */
function isSitePath(text: string): boolean {
  return /^\/[^\s/]+\/(?:[^\s/]+\/)*[^\s/]+\.[a-z\d]{2,5}$/i.test(text);
}

/** The links of a piece of HTML, when nothing but links stands in it. */
function onlyLinks(html: string): readonly PastedAddress[] | undefined {
  const links = linksOf(html);
  const rest = wordsOf(html.replace(LINK, ' ')).replace(/[\s\p{P}]/gu, '');
  return links.length > 0 && rest === '' ? links : undefined;
}

const LINK = /<a\s(?:[^>"']|"[^"]*"|'[^']*')*>([\s\S]*?)<\/a\s*>|<img\s(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

function linksOf(html: string): readonly PastedAddress[] {
  if (html.length > LONGEST_HTML) return [];
  return [...html.matchAll(LINK)].flatMap(([tag, words]) => {
    const url = decodeEntities(attribute(tag, words === undefined ? 'src' : 'href') ?? '').trim();
    if (!isWebAddress(url)) return [];
    return [{ url, title: titleOf(words === undefined ? attribute(tag, 'alt') : wordsOf(words), url) }];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag) ?? [];
  return double ?? single ?? bare;
}

function wordsOf(html: string): string {
  return decodeEntities(
    html
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<(style|script|title)\b[\s\S]*?<\/\1\s*>/gi, ' ')
      .replace(/<[^>]*>/g, ' '),
  );
}

function titleOf(words: string | undefined, url: string): string | undefined {
  const title = decodeEntities(words ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const bare = (text: string) => text.replace(/^https?:\/\/(?:www\.)?|\/+$/gi, '').toLowerCase();
  return title === '' || isWebAddress(title) || bare(url).startsWith(bare(title)) ? undefined : title;
}
