import type { Span } from '../text.ts';

/** A part of an address as it stands there, with its place inside the address. */
export interface UrlPart extends Span {
  readonly text: string;
}

/** `scheme://userInfo@host:port/path?query#fragment`. Parts hold no delimiters, but `path` starts with its `/` or is empty. */
export interface UrlParts {
  readonly scheme: UrlPart;
  readonly userInfo?: UrlPart;
  readonly host: UrlPart;
  readonly port?: UrlPart;
  readonly path: UrlPart;
  readonly query?: UrlPart;
  readonly fragment?: UrlPart;
}

/**
 * Splits an absolute address (RFC 3986, section 3) without judging its parts: the host may be empty or wrong. A backslash ends the
 * host, as browsers read it (WHATWG URL). `undefined` when the text does not start with a scheme and `://`.
 */
export function urlParts(text: string): UrlParts | undefined {
  const scheme = SCHEME.exec(text)?.[1];
  if (scheme === undefined) return undefined;
  const part = (start: number, end: number): UrlPart => ({ start, end, text: text.slice(start, end) });
  const start = scheme.length + 3;
  let end = start;
  while (end < text.length && !AUTHORITY_END.has(text.charAt(end))) end++;
  const at = text.lastIndexOf('@', end - 1);
  const hostStart = at >= start ? at + 1 : start;
  const closing = text.lastIndexOf(']', end - 1);
  const colon = text.indexOf(':', Math.max(hostStart, closing));
  const hostEnd = colon >= hostStart && colon < end ? colon : end;

  const hash = indexOrEnd(text, '#', end);
  const question = Math.min(indexOrEnd(text, '?', end), hash);
  return {
    scheme: part(0, scheme.length),
    ...(at >= start && { userInfo: part(start, at) }),
    host: part(hostStart, hostEnd),
    ...(hostEnd < end && { port: part(hostEnd + 1, end) }),
    path: part(end, question),
    ...(question < hash && { query: part(question + 1, hash) }),
    ...(hash < text.length && { fragment: part(hash + 1, text.length) }),
  };
}

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//;
const AUTHORITY_END = new Set(['/', '?', '#', '\\']);

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index === -1 ? text.length : index;
}
