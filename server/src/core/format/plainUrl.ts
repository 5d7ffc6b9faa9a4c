// Nearly all addresses are good and plain. A pattern knows such a one many times faster than `readUrl` and its kin find out
// what is wrong with one. The patterns never guess: what they do not know is for the others to judge.

/** True only for an address that `readUrl` finds `valid`: `https`, a host as in `isPlainHost`, usual characters of ASCII. */
export function isPlainUrl(text: string): boolean {
  return URL_.test(text);
}

/** True only for an address as `isPlainUrl` knows it that has no query, fragment or escape. */
export function isPlainPageUrl(text: string): boolean {
  return PAGE_URL.test(text);
}

/** True only for an address that `readImageUrl` finds `valid`: as in `isPlainUrl`, or inside the site and without an escape. */
export function isPlainImageUrl(text: string): boolean {
  return URL_.test(text) || (INSIDE.test(text) && !text.includes('..'));
}

/** True only for a host name of two to four labels of small letters, digits and inner hyphens, the last one of letters. */
export function isPlainHost(text: string): boolean {
  return HOST_ONLY.test(text);
}

/** The host of an address as `isPlainUrl` knows it; `undefined` for any other text. */
export function plainHostOf(text: string): string | undefined {
  return URL_.exec(text)?.[1];
}

// Shorter than a host may be, so that no pattern has to count.
const HOST = '(?:[a-z0-9][a-z0-9-]{0,61}(?<!-)\\.){1,3}[a-z]{2,24}';
// Without `;`, which may end an entity, and without brackets, which may be stray.
const IN_PATH = "\\w\\-.~/:@!$'*+,&=";

const HOST_ONLY = new RegExp(`^${HOST}$`);
const URL_ = new RegExp(`^https://(${HOST})(?:/[${IN_PATH}?#%]*)?$`);
const PAGE_URL = new RegExp(`^https://${HOST}(?:/[${IN_PATH}]*)?$`);
const INSIDE = new RegExp(`^/(?!/)[${IN_PATH}?#]*$`);
