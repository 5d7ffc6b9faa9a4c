import { editDistance } from './spelling.ts';
import type { Defect } from './url.ts';

/** What is wrong before the host. `undefined` when the text starts with `http://` or `https://` and something follows. */
export function schemeDefect(text: string): Defect | undefined {
  const attempt = ATTEMPT.exec(text);
  const word = attempt?.[1] ?? '';
  const lower = word.toLowerCase();
  if (attempt !== null && !OTHER.has(lower)) {
    const rest = text.slice(attempt[0].length);
    const separator = attempt[2] ?? '';
    const exact = lower === 'http' || lower === 'https';
    const span = { start: 0, end: attempt[0].trimEnd().length };
    if (exact && separator === '://') {
      if (AGAIN.test(rest)) return { kind: 'doubled-scheme', span, next: rest };
      return undefined;
    }
    // `http/x.org` and `https:x.org` miss so much that a host has to follow.
    const clear = /[:;].*[/\\]|[/\\]{2}/.test(separator);
    const scheme = exact ? lower : 'https';
    if (exact && rest === '') return { kind: 'missing-host', span };
    if (exact ? clear || HOST.test(rest) : clear && isNear(lower)) {
      if (rest === '') return { kind: 'missing-host', span };
      return { kind: 'misspelt-scheme', span, next: `${scheme}://${rest}` };
    }
  }
  return withOtherScheme(text) ?? withoutScheme(text);
}

// A word and what stands for `://`: `https//`, `http;//`, `https:\\`, `https: //`, `https:`. Bounded, so that it is fast.
const ATTEMPT = /^([A-Za-z]{2,10})(\s?[:;.,]{0,3}\s?[/\\]{1,6}\s?|\s?[:;]{1,3}\s?)/;
const AGAIN = /^(?:https?(?:[:;]{1,3}[/\\]|[/\\]{2})|[a-z][a-z0-9+-]{1,10}:\/\/)/i;
const HOST =
  /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,10}\.(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})(?=[/?#:\\]|$)/u;

/** Schemes that are no slip of `http`. Source: the IANA registry of URI schemes, those that people paste. */
const OTHER = new Set(
  `ftp ftps sftp mailto tel sms fax ws wss git ssh svn gopher ldap ldaps news nntp irc ircs magnet urn doi about blob chrome edge
   feed webcal intent market whatsapp tg skype slack msteams onenote steam spotify zoommtg telnet smb nfs rtsp rtmp xmpp sip sips
   geo cid mid view resource data file javascript vbscript`.split(/\s+/),
);

/** `htps`, `hhttps`, `ttp`, `hxxps`: at most two slips from `https`, or one from `http`. */
function isNear(word: string): boolean {
  return editDistance(word, 'https', 2) <= 2 || editDistance(word, 'http', 1) <= 1;
}

function withOtherScheme(text: string): Defect | undefined {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]{0,62}(?=:)/.exec(text)?.[0];
  if (scheme === undefined) return undefined;
  const span = { start: 0, end: scheme.length + 1 };
  const after = text.slice(span.end);
  if (OTHER.has(scheme.toLowerCase())) return { kind: 'other-scheme', span };
  // `url: https://…`, `view-source:https://…`
  if (/^\s{0,3}https?:\/\//i.test(after)) return { kind: 'doubled-scheme', span, next: after.trimStart() };
  // `gizmodo.com:8080/x`
  if (/^\d{1,5}(?:[/?#]|$)/.test(after) || HOST.test(scheme)) return undefined;
  if (/^\s/.test(after)) return { kind: 'not-url', span: { start: 0, end: text.length } };
  return { kind: 'other-scheme', span };
}

const FILE_NAME =
  /\.(?:jpe?g|png|gif|webp|svg|avif|ico|html?|md|pdf|php|aspx?|jsx?|tsx?|css|txt|ya?ml|json|xml|docx?|xlsx?|pptx?|mp[34]|zip)$/i;

function withoutScheme(text: string): Defect | undefined {
  const whole = { start: 0, end: text.length };
  if (/^[/\\]{2}/.test(text) && HOST.test(text.slice(2))) {
    return { kind: 'missing-scheme', span: { start: 0, end: 2 }, next: `https://${text.slice(2)}` };
  }
  if (/^:?[/\\]{2}/.test(text) && HOST.test(text.slice(3))) {
    return { kind: 'missing-scheme', span: { start: 0, end: 3 }, next: `https://${text.slice(3)}` };
  }
  if (/^(?:\/|\.\.?\/|[#?])/.test(text)) return { kind: 'relative', span: whole };
  const host = HOST.exec(text)?.[0] ?? PORT_HOST.exec(text)?.[0];
  if (host !== undefined && !(host.length === text.length && FILE_NAME.test(host) && !/^www\./i.test(host))) {
    return { kind: 'missing-scheme', span: { start: 0, end: host.length }, next: `https://${text}` };
  }
  const relative = !/\s/.test(text) && FILE_NAME.test(text.split(/[?#]/, 1)[0] ?? '');
  return { kind: relative ? 'relative' : 'not-url', span: whole };
}

/** `localhost:3000/x`, `10.0.0.1:80`: a port makes a host of a word. */
const PORT_HOST = /^(?:[A-Za-z][A-Za-z0-9.-]{0,252}|\d{1,3}(?:\.\d{1,3}){3})(?=:\d{1,5}(?:[/?#]|$))/;
