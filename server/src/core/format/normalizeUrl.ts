import { isPlainPageUrl } from './plainUrl.ts';
import { urlParts } from './urlParts.ts';

/**
 * A key that two spellings of one web address share: `https` for `http`, scheme and host in lower case, no `www.`, default port,
 * closing slash, tracking parameters or fragment. A fragment that names a page (`#!/news`, `#/news`) stays. Order and case of the
 * path and of other parameters stay: servers may tell them apart. AMP addresses stay apart from the pages they stand for.
 * Idempotent. A text that is no web address comes back trimmed. The key is for comparing, not for writing into a file.
 */
export function normalizeUrl(text: string): string {
  if (isPlainPageUrl(text)) return bareUrl(text);
  const trimmed = text.trim();
  const parts = urlParts(trimmed);
  if (parts === undefined || !/^https?$/i.test(parts.scheme.text) || parts.host.text === '') return trimmed;
  if (/\s/.test(parts.host.text + (parts.port?.text ?? ''))) return trimmed;
  const host = bareHost(parts.host.text);
  const port = parts.port?.text ?? '';
  const defaultPort = port === '' || port === '443' || port === '80';
  const user = parts.userInfo === undefined ? '' : `${parts.userInfo.text}@`;
  const query = (parts.query?.text ?? '')
    .split('&')
    .filter(pair => pair !== '' && !isTrackingParameter(pair.split('=', 1)[0] ?? ''))
    .map(normalizeEscapes)
    .join('&')
    .trimEnd();
  const fragment = parts.fragment?.text ?? '';
  const path = withoutClosingSlashes(normalizeEscapes(parts.path.text));
  return [
    `https://${user}${host}${defaultPort ? '' : `:${port}`}${path}`,
    query === '' ? '' : `?${query}`,
    /^!?\//.test(fragment) ? `#${fragment.trimEnd()}` : '',
  ].join('');
}

/** True for query parameters that only tell where a visitor came from, so that an address is the same without them. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('utm_') || TRACKING.has(lower);
}

/** Click identifiers of ad and mail services. Names with other uses (`ref`, `source`, `si`) are left out. */
const TRACKING = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok _ga _gl
   _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid wickedid wt.mc_id ocid cmpid
   guccounter guce_referrer guce_referrer_sig`.split(/\s+/),
);

/** Of an address as `isPlainPageUrl` knows it: nothing else can be needless in it. */
function bareUrl(text: string): string {
  const slash = text.indexOf('/', START);
  const hostEnd = slash < 0 ? text.length : slash;
  let start = START;
  for (let dot: number; text.startsWith('www.', start); start += 4) {
    dot = text.indexOf('.', start + 4);
    if (dot < 0 || dot > hostEnd) break;
  }
  let end = text.length;
  while (end > hostEnd && text.charCodeAt(end - 1) === SLASH) end--;
  if (start === START) return end === text.length ? text : text.slice(0, end);
  return SCHEME + text.slice(start, end);
}

const SCHEME = 'https://';
const START = SCHEME.length;
const SLASH = 47;

function bareHost(host: string): string {
  let start = 0;
  const lower = host.toLowerCase();
  // `www.com` is a domain of its own, and the loop makes the function idempotent.
  while (lower.startsWith('www.', start) && lower.includes('.', start + 4)) start += 4;
  let end = lower.length;
  while (end > start && lower.charAt(end - 1) === '.') end--;
  return lower.slice(start, end);
}

/** RFC 3986, section 6.2.2: escapes in upper case, unreserved characters unescaped. */
function normalizeEscapes(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%[0-9a-f]{2}/gi, encoded => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

function withoutClosingSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && /[\s/]/.test(path.charAt(end - 1))) end--;
  return path.slice(0, end);
}
