import type { Defect } from './url.ts';

/** Markup, brackets or quotes around an address, or one of them left over at either end. The text is trimmed and not empty. */
export function unwrapDefect(text: string): Defect | undefined {
  return linkMarkup(text) ?? pair(text) ?? strayOpener(text) ?? strayCloser(text);
}

/** `[text](https://…)`, `![text](https://… "title")` and `<a href="https://…">text</a>`. */
function linkMarkup(text: string): Defect | undefined {
  const span = { start: 0, end: text.length };
  if (text.startsWith('[') || text.startsWith('![')) {
    const target = text.indexOf('](');
    if (target === -1) return undefined;
    if (!text.endsWith(')')) return { kind: 'link-markup', span };
    const inner = text.slice(target + 2, -1).trim();
    return { kind: 'link-markup', span, next: inner.split(/\s+["'(]/, 1)[0] ?? inner };
  }
  if (!/^<[a-z]/i.test(text) || /^<[a-z]{2,8}:/i.test(text)) return undefined;
  const attribute = /\s(?:href|src)\s{0,3}=\s{0,3}(["'])/i.exec(text);
  const start = attribute === null ? -1 : attribute.index + attribute[0].length;
  const end = attribute === null ? -1 : text.indexOf(attribute[1] ?? '"', start);
  if (start === -1 || end === -1) return /^<[a-z]+\s/i.test(text) ? { kind: 'link-markup', span } : undefined;
  return { kind: 'link-markup', span, next: text.slice(start, end) };
}

const PAIRS: Readonly<Record<string, string>> = {
  '<': '>',
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  "'": "'",
  '`': '`',
  '\u201c': '\u201d',
  '\u201e': '\u201c',
  '\u2018': '\u2019',
  '\u00ab': '\u00bb',
};

function pair(text: string): Defect | undefined {
  const closer = PAIRS[text.charAt(0)];
  if (closer === undefined || text.length < 2 || !text.endsWith(closer)) return undefined;
  return { kind: 'wrapped', span: { start: 0, end: 1 }, next: text.slice(1, -1).trim() };
}

/** No address starts with a bracket or quote. */
function strayOpener(text: string): Defect | undefined {
  if (PAIRS[text.charAt(0)] === undefined && !STRAY_CLOSERS.has(text.charAt(0)) && !text.startsWith('>'))
    return undefined;
  return { kind: 'wrapped', span: { start: 0, end: 1 }, next: text.slice(1).trim() };
}

const STRAY_CLOSERS = new Set(['"', '`', '\u201d', '\u201c', '\u00bb']);
const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '>': '<' };

/** Parentheses and square brackets are legal in an address, so one at its end is stray only when its opener is missing. A quote always is. */
function strayCloser(text: string): Defect | undefined {
  const last = text.charAt(text.length - 1);
  const opener = OPENERS[last];
  const stray = STRAY_CLOSERS.has(last) || (opener !== undefined && count(text, opener) < count(text, last));
  if (!stray || text.length < 2) return undefined;
  return { kind: 'wrapped', span: { start: text.length - 1, end: text.length }, next: text.slice(0, -1).trim() };
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
