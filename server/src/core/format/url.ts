import type { Span } from '../text.ts';
import { findEntities } from './entities.ts';
import { hostDefect } from './hostDefect.ts';
import { schemeDefect } from './schemeDefect.ts';
import { type UrlParts, urlParts } from './urlParts.ts';
import { unwrapDefect } from './wrappedUrl.ts';

export { isTrackingParameter, normalizeUrl } from './normalizeUrl.ts';
export { type UrlPart, type UrlParts, urlParts } from './urlParts.ts';

/**
 * What can be wrong with a web address, in the order in which it is looked for.
 * - `empty`; `unsafe-scheme` (`javascript:`, `data:`, `vbscript:`, `file:`)
 * - `blank-around`; `invisible-character` (control characters, zero-width characters)
 * - `link-markup` (`[text](https://…)`, `<a href=…>`); `wrapped` (`<https://…>`, a closing bracket or quote without its opener)
 * - `entity` (`&amp;` for `&`)
 * - `relative` (`/x`, `../x`, `a/b.jpg`); `not-url` (words); `missing-scheme` (`gizmodo.com/x`, `//gizmodo.com/x`)
 * - `misspelt-scheme` (`htps://`, `http//`, `https:/x`); `doubled-scheme` (`https://https://x`); `other-scheme` (`ftp:`, `mailto:`)
 * - `missing-host`, `user-info` (`name:password@`), `host-character`, `host-label` (an empty, overlong or hyphen-bound one),
 *   `host-trailing-dot`, `host-without-dot`, `host-address` (no IP address), `port`
 * - `backslash`, `character` (`<`, `>` or `"`), `blank-inside`
 * - `insecure`: well-formed, but `http`
 */
export type UrlDefect =
  | 'empty'
  | 'unsafe-scheme'
  | 'blank-around'
  | 'invisible-character'
  | 'link-markup'
  | 'wrapped'
  | 'entity'
  | 'relative'
  | 'not-url'
  | 'missing-scheme'
  | 'misspelt-scheme'
  | 'doubled-scheme'
  | 'other-scheme'
  | 'missing-host'
  | 'user-info'
  | 'host-character'
  | 'host-label'
  | 'host-trailing-dot'
  | 'host-without-dot'
  | 'host-address'
  | 'port'
  | 'backslash'
  | 'character'
  | 'blank-inside'
  | 'insecure';

/** Either a good `https` address, or its first defect. `span` is the very part that is wrong, as offsets inside the text. */
export type UrlReading =
  | { readonly kind: 'valid'; readonly parts: UrlParts }
  /**
   * `repaired` is the whole address with all of its defects repaired but plain `http`; it is there when one right answer exists, and
   * reads as `valid` or `insecure`.
   */
  | { readonly kind: UrlDefect; readonly span: Span; readonly repaired?: string };

/**
 * Reads a web address as a browser does (WHATWG URL), but names what a browser repairs in silence. Lenient where real addresses
 * are odd and work: any characters but blanks, `<`, `>`, `"` and control characters in path and query, `//` in a path, Unicode
 * and Punycode hosts, IP addresses, ports.
 */
export function readUrl(text: string): UrlReading {
  const first = defectOf(text);
  if ('parts' in first) return { kind: 'valid', parts: first.parts };
  const { kind, span } = first;
  let next = first.next;
  for (let step = 0; next !== undefined && step < MOST_REPAIRS; step++) {
    const reading = defectOf(next);
    // Plain http is no more than a hint: repairing something else must not change it.
    if ('parts' in reading || (reading.kind === 'insecure' && kind !== 'insecure'))
      return { kind, span, repaired: next };
    next = reading.next;
  }
  return { kind, span };
}

/**
 * The path inside the site of a site-relative address, without its first slash, decoded, and without query and fragment:
 * `/assets/a%20b.jpg?v=2` gives `assets/a b.jpg`. `undefined` for anything else (`//host`, `a/b`, a blank, a way out by `..`).
 */
export function siteRelative(text: string): string | undefined {
  if (!text.startsWith('/') || text.startsWith('//')) return undefined;
  if (PLAIN_PATH.test(text) && !text.includes('..')) return text.slice(1);
  if (/[\s\\<>"\u0000-\u001f\u007f]/.test(text)) return undefined;
  const path = text.slice(1).split(/[?#]/, 1)[0] ?? '';
  const decoded = decodePath(path);
  return decoded.split('/').includes('..') ? undefined : decoded;
}

/** Nothing to decode or cut off, as in nearly all. */
const PLAIN_PATH = /^[/\w\-.~]+$/;

/** More defects than this in one address leave no trust in a repair. */
const MOST_REPAIRS = 8;

/** A defect, and the text with that one defect repaired when there is one way to do it. */
export interface Defect {
  readonly kind: UrlDefect;
  readonly span: Span;
  readonly next?: string;
}

function defectOf(text: string): Defect | { readonly parts: UrlParts } {
  const defect =
    emptyDefect(text) ??
    unsafeDefect(text) ??
    blankAroundDefect(text) ??
    invisibleDefect(text) ??
    unwrapDefect(text) ??
    entityDefect(text) ??
    schemeDefect(text);
  if (defect !== undefined) return defect;
  const parts = urlParts(text);
  if (parts === undefined) return { kind: 'not-url', span: whole(text) };
  return authorityDefect(text, parts) ?? restDefect(text, parts) ?? insecureDefect(text, parts) ?? { parts };
}

function emptyDefect(text: string): Defect | undefined {
  return text.trim() === '' ? { kind: 'empty', span: whole(text) } : undefined;
}

/** Browsers skip blanks and control characters before and inside a scheme, and so does this check. */
function unsafeDefect(text: string): Defect | undefined {
  const match =
    /^[\s\u0000-\u0020\u200b-\u200d<("'[{]{0,20}((?:[a-z][\s\u0000-\u001f\u200b-\u200d]{0,4}){4,10}):/i.exec(text);
  const scheme = match?.[1]?.replace(/[^a-z]/gi, '').toLowerCase();
  if (!match || scheme === undefined || !UNSAFE.has(scheme)) return undefined;
  return {
    kind: 'unsafe-scheme',
    span: { start: match[0].length - (match[1]?.length ?? 0) - 1, end: match[0].length },
  };
}

const UNSAFE = new Set(['javascript', 'vbscript', 'data', 'file']);

function blankAroundDefect(text: string): Defect | undefined {
  const next = text.trim();
  if (next.length === text.length) return undefined;
  const start = text.length - text.trimStart().length;
  const span = start > 0 ? { start: 0, end: start } : { start: next.length, end: text.length };
  return { kind: 'blank-around', span, next };
}

// C0 and C1 controls but tab and line breaks, which are blanks; soft hyphen; zero-width and direction marks; BOM; U+FFFD stays.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/;

function invisibleDefect(text: string): Defect | undefined {
  const match = INVISIBLE.exec(text);
  if (match === null) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return { kind: 'invisible-character', span, next: text.replace(new RegExp(INVISIBLE, 'g'), '') };
}

/** Only entities for `&`: nothing else that looks like one is certain in a query. */
function entityDefect(text: string): Defect | undefined {
  const entities = findEntities(text).filter(entity => entity.decoded === '&');
  const [first] = entities;
  if (first === undefined) return undefined;
  let next = '';
  let at = 0;
  for (const entity of entities) {
    next += text.slice(at, entity.start) + entity.decoded;
    at = entity.end;
  }
  return { kind: 'entity', span: { start: first.start, end: first.end }, next: next + text.slice(at) };
}

function authorityDefect(text: string, parts: UrlParts): Defect | undefined {
  const { host, userInfo, port } = parts;
  if (userInfo) return { kind: 'user-info', span: { start: userInfo.start, end: userInfo.end + 1 } };
  if (host.text === '') return { kind: 'missing-host', span: { start: 0, end: host.start } };
  const blank = /\s+/.exec(host.text);
  if (blank !== null)
    return { kind: 'blank-inside', span: shifted({ start: blank.index, end: blank.index + blank[0].length }, host) };
  const bracketed = /^\[[0-9A-Fa-f:.]{2,45}\]$/.test(host.text);
  const wrong = bracketed ? undefined : hostDefect(host.text);
  if (wrong !== undefined) {
    const next = wrong.repaired === undefined ? undefined : replaced(text, host, wrong.repaired);
    return { kind: `host-${wrong.kind}`, span: shifted(wrong.span, host), ...(next !== undefined && { next }) };
  }
  if (port === undefined) return undefined;
  const number = /^\d{1,5}$/.test(port.text) ? Number(port.text) : 0;
  if (number >= 1 && number <= 65_535) return undefined;
  const span = { start: port.start - 1, end: port.end };
  return port.text === '' ? { kind: 'port', span, next: replaced(text, span, '') } : { kind: 'port', span };
}

function restDefect(text: string, parts: UrlParts): Defect | undefined {
  const { path } = parts;
  const backslash = path.text.indexOf('\\');
  if (backslash !== -1) {
    const start = path.start + backslash;
    const next = replaced(text, path, path.text.replace(/\\/g, '/'));
    return { kind: 'backslash', span: { start, end: start + 1 }, next };
  }
  const rest = text.slice(path.start);
  const mark = rest.search(/[<>"]/);
  if (mark !== -1) {
    const start = path.start + mark;
    const onlyQuotes = !/[<>]/.test(rest);
    const next = text.slice(0, path.start) + rest.replace(/"/g, '%22');
    return { kind: 'character', span: { start, end: start + 1 }, ...(onlyQuotes && { next }) };
  }
  const blank = /\s+/.exec(rest);
  if (blank === null) return undefined;
  const start = path.start + blank.index;
  const span = { start, end: start + blank[0].length };
  // Two addresses in one value.
  if (/\shttps?:\/\//i.test(rest)) return { kind: 'blank-inside', span };
  // An address broken over lines goes together again, as browsers read it.
  const joined = rest.replace(/\s+/g, run => (/[\t\r\n]/.test(run) ? '' : '%20'.repeat(run.length)));
  return { kind: 'blank-inside', span, next: text.slice(0, path.start) + joined };
}

function insecureDefect(text: string, parts: UrlParts): Defect | undefined {
  const { scheme, port } = parts;
  if (scheme.text.toLowerCase() !== 'http') return undefined;
  const span = { start: scheme.start, end: scheme.end };
  // The secure server of another port cannot be guessed.
  if (port && port.text !== '80') return { kind: 'insecure', span };
  const withoutPort = port ? replaced(text, { start: port.start - 1, end: port.end }, '') : text;
  return { kind: 'insecure', span, next: replaced(withoutPort, span, 'https') };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function replaced(text: string, span: Span, by: string): string {
  return text.slice(0, span.start) + by + text.slice(span.end);
}

function shifted(span: Span, by: Span): Span {
  return { start: by.start + span.start, end: by.start + span.end };
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}
