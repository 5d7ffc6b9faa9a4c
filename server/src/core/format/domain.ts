import type { Span } from '../text.ts';
import { hostDefect } from './hostDefect.ts';
import { isPlainHost, plainHostOf } from './plainUrl.ts';
import { readUrl } from './url.ts';
import { urlParts } from './urlParts.ts';

/**
 * What can be wrong with the domain of a provider: an address in its place (`url`), a path, port or blank with it, `www.` before it
 * (no real file has that), capitals, a dot at its end, no dot (`without-dot`), an empty or overlong label, or another character.
 */
export type DomainDefect =
  | 'empty'
  | 'blank'
  | 'url'
  | 'path'
  | 'port'
  | 'www'
  | 'upper-case'
  | 'trailing-dot'
  | 'without-dot'
  | 'label'
  | 'character';

/** `span` is the part that is wrong; `repaired` is there when one right answer exists, and reads as `valid`. */
export type DomainReading =
  | { readonly kind: 'valid' }
  | { readonly kind: DomainDefect; readonly span: Span; readonly repaired?: string };

/** Reads a domain as the real files hold it: a host name (RFC 1123, or in any script) with a dot, in lower case, without `www.`. */
export function readDomain(text: string): DomainReading {
  if (isPlainDomain(text)) return { kind: 'valid' };
  const first = defectOf(text);
  if (first === undefined) return { kind: 'valid' };
  const { kind, span } = first;
  let next = first.next;
  for (let step = 0; next !== undefined && step < MOST_REPAIRS; step++) {
    const reading = defectOf(next);
    if (reading === undefined) return { kind, span, repaired: next };
    next = reading.next;
  }
  return { kind, span };
}

/** True only for a text that `readDomain` finds `valid`, as nearly all are: plain to see, and fast to tell. */
export function isPlainDomain(text: string): boolean {
  return isPlainHost(text) && !text.startsWith('www.');
}

/** True when a host is the domain or lies under it: `blog.vox.com` under `vox.com`. Case and a dot at the end do not matter. */
export function isSameOrSubdomain(host: string, domain: string): boolean {
  const lowerHost = bare(host);
  const lowerDomain = bare(domain);
  if (lowerDomain === '' || !lowerHost.endsWith(lowerDomain)) return false;
  return lowerHost.length === lowerDomain.length || lowerHost.at(-lowerDomain.length - 1) === '.';
}

/** The host of a web address in lower case, with its `www.` and without a dot at its end; `undefined` when the text is no web address. */
export function hostOf(url: string): string | undefined {
  const plain = plainHostOf(url);
  if (plain !== undefined) return plain;
  const parts = urlParts(url.trim());
  if (parts === undefined || !/^https?$/i.test(parts.scheme.text)) return undefined;
  const host = bare(parts.host.text);
  return host === '' || /\s/.test(host) ? undefined : host;
}

const MOST_REPAIRS = 8;

interface Defect {
  readonly kind: DomainDefect;
  readonly span: Span;
  readonly next?: string;
}

function defectOf(text: string): Defect | undefined {
  const whole = { start: 0, end: text.length };
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty', span: whole };
  if (trimmed !== text) {
    const start = text.length - text.trimStart().length;
    return {
      kind: 'blank',
      span: start > 0 ? { start: 0, end: start } : { start: trimmed.length, end: text.length },
      next: trimmed,
    };
  }
  const blank = /\s+/.exec(text);
  if (blank !== null) return { kind: 'blank', span: { start: blank.index, end: blank.index + blank[0].length } };
  return addressDefect(text) ?? nameDefect(text);
}

function addressDefect(text: string): Defect | undefined {
  const whole = { start: 0, end: text.length };
  if (/[:/\\]{2}|^https?[:/]/i.test(text)) {
    const reading = readUrl(text);
    const url = reading.kind === 'valid' ? text : reading.repaired;
    const host = url === undefined ? undefined : hostOf(url);
    return { kind: 'url', span: whole, ...(host !== undefined && { next: host }) };
  }
  const path = text.search(/[/?#\\]/);
  if (path !== -1) {
    const span = { start: path, end: text.length };
    return path === 0 ? { kind: 'path', span } : { kind: 'path', span, next: text.slice(0, path) };
  }
  const port = text.indexOf(':');
  if (port === -1) return undefined;
  const span = { start: port, end: text.length };
  const isPort = port > 0 && /^:\d{0,5}$/.test(text.slice(port));
  return isPort
    ? { kind: 'port', span, next: text.slice(0, port) }
    : { kind: 'character', span: { start: port, end: port + 1 } };
}

function nameDefect(text: string): Defect | undefined {
  const wrong = hostDefect(text);
  if (wrong !== undefined) {
    const kind = wrong.kind === 'address' ? 'character' : wrong.kind;
    return { kind, span: wrong.span, ...(wrong.repaired !== undefined && { next: wrong.repaired }) };
  }
  const lower = text.toLowerCase();
  if (lower.startsWith('www.') && text.includes('.', 4))
    return { kind: 'www', span: { start: 0, end: 4 }, next: text.slice(4) };
  if (lower === text) return undefined;
  let start = 0;
  while (lower.charAt(start) === text.charAt(start)) start++;
  let end = start + 1;
  while (end < text.length && lower.charAt(end) !== text.charAt(end)) end++;
  return { kind: 'upper-case', span: { start, end }, next: lower };
}

function bare(host: string): string {
  const lower = host.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
