import type { SiteView } from '../check/siteView.ts';
import type { PlainValue } from '../edits/edits.ts';
import { organizationsOf } from '../features/definition.ts';
import { isWebAddress } from '../features/markdown.ts';
import { tidyUrl } from '../features/refactor/urls.ts';
import { readDateTime } from '../format/dateTime.ts';
import { hostOf } from '../format/domain.ts';
import { urlParts } from '../format/url.ts';
import { markText } from '../index/summary.ts';

/** What a web address tells of the article that stands there, without asking anybody. */
export interface UrlFacts {
  /** Without what only tells where a visitor came from. */
  readonly url: string;
  /** From the words of its path; its host where it has none. */
  readonly title: string;
  /** From its path, as `publishedDateTime` has it. `undefined`: it tells none. */
  readonly date: string | undefined;
  readonly type: 'article' | 'video';
  readonly provider: { readonly name: string; readonly domain: string };
}

/** @returns `undefined` for what is no web address */
export function factsOfUrl(text: string, site: SiteView | undefined): UrlFacts | undefined {
  const given = text.trim();
  if (!isWebAddress(given)) return undefined;
  const url = tidyUrl(given) ?? given;
  const host = hostOf(url)?.replace(/^www\./, '');
  if (host === undefined) return undefined;
  const path = decoded(urlParts(url)?.path.text ?? '');
  return {
    url,
    title: titleOfPath(path) ?? host,
    date: dateOfPath(path),
    type: VIDEO_HOSTS.test(host) ? 'video' : 'article',
    provider: providerOfHost(host, site),
  };
}

/** A related item of what an address tells, in canonical order. */
export function itemOfUrl({ url, title, date, type, provider }: UrlFacts): { readonly [name: string]: PlainValue } {
  return { title, ...(date !== undefined && { publishedDateTime: date }), webUrl: url, type, provider };
}

const VIDEO_HOSTS = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$/;

/** The registry's entry of the host, else what articles call it, else its domain. */
function providerOfHost(host: string, site: SiteView | undefined): UrlFacts['provider'] {
  const [entry] = site ? organizationsOf(site, host) : [];
  const registered = entry && markText(entry, 'ownDomain');
  if (entry && registered !== undefined) return { name: markText(entry, 'title') ?? registered, domain: registered };
  for (let domain = host; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    const [used] = [...(site?.providerNames(domain) ?? [])].sort((a, b) => b[1] - a[1]);
    if (used) return { name: used[0] || domain, domain };
  }
  return { name: host, domain: host };
}

/** `/news/2026/05/harbour-opens-again.html` is “Harbour opens again”. */
function titleOfPath(path: string): string | undefined {
  const parts = path
    .split('/')
    .map(part =>
      part
        .replace(/\.(?:html?|php|aspx?)$/i, '')
        .replace(/[-_+\s]+/g, ' ')
        .trim(),
    )
    .map(part => part.replace(/ [0-9a-f]{6,}$|^\d{5,} /i, ''))
    .filter(part => /\p{L}{2}/u.test(part));
  const words = parts.reduce((best, part) => (part.split(' ').length >= best.split(' ').length ? part : best), '');
  return words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

function dateOfPath(path: string): string | undefined {
  const [, year, month, day] = /(?:^|\/)(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)/.exec(path) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`;
  return 'epochMs' in readDateTime(text) ? text : undefined;
}

/** What would not decode stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
