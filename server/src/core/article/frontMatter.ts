import { lineEnd, nextLine, type Span } from '../text.ts';

/** What a file's language makes of its text: front matter between fences, or YAML from end to end. */
export type FileKind = 'markdown' | 'html' | 'yaml';

/** Where the front matter of a file stands. In a plain YAML file there are no fences and the content is the whole file. */
export interface FrontMatterBlock {
  /** The opening `---`, without the rest of its line. `undefined` in a plain YAML file. */
  readonly opening: Span | undefined;
  /** What stands between the fences: from the line after the opening fence to the start of the closing one. */
  readonly content: Span;
  /** The closing `---` or `...`. `undefined` in a plain YAML file, and when the front matter is never closed. */
  readonly closing: Span | undefined;
}

/** The kind of file a path names; `undefined` for a file that cannot hold an article. */
export function fileKindOf(path: string): FileKind | undefined {
  if (path.endsWith('.md')) return 'markdown';
  const dot = path.lastIndexOf('.');
  if (dot < path.lastIndexOf('/')) return undefined;
  switch (path.slice(dot).toLowerCase()) {
    case '.md':
    case '.markdown':
      return 'markdown';
    case '.html':
    case '.htm':
      return 'html';
    case '.yaml':
    case '.yml':
    case '.json':
      return 'yaml';
    default:
      return undefined;
  }
}

/**
 * Finds the front matter as Jekyll does (`/\A---\s*\n.*?\n?^(---|\.\.\.)\s*$/m`): the opening fence is the very first
 * line, after a byte order mark at the most; the first later line that is `---` or `...` closes it, wherever it stands
 * in the YAML. Blanks may follow a fence.
 *
 * @returns `undefined` when the file has none, or only prose between two rules. A first line `---` that is never closed
 *   counts as front matter only when the next line that is not blank looks like YAML: in Markdown it may as well be a
 *   rule above prose.
 */
export function findFrontMatter(text: string, kind: FileKind): FrontMatterBlock | undefined {
  if (kind === 'yaml') {
    const start = text.charCodeAt(0) === BOM ? 1 : 0;
    return { opening: undefined, content: { start, end: text.length }, closing: undefined };
  }
  const opening = openingFence(text);
  if (!opening) return undefined;
  const start = nextLine(text, opening.start);
  const line = usualFence(text, start) ?? closingFence(text, start);
  if (line !== undefined && isProse(text, { start, end: line })) return undefined;
  if (line !== undefined) return { opening, content: { start, end: line }, closing: { start: line, end: line + 3 } };
  if (!looksLikeYaml(text, start)) return undefined;
  return { opening, content: { start, end: text.length }, closing: undefined };
}

/** The `---` of a first line that is a fence and has a line below it; `undefined` when the first line is none. */
export function openingFence(text: string): Span | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  if (!isFence(text, start, 45)) return undefined;
  const next = nextLine(text, start);
  return next === text.length && !endsLine(text, next) ? undefined : { start, end: start + 3 };
}

const BOM = 0xfeff;

/** The first line from `start` on that is a fence of either kind; `undefined` when there is none. */
function closingFence(text: string, start: number): number | undefined {
  for (let line = start; line < text.length; line = nextLine(text, line)) {
    const code = text.charCodeAt(line);
    if ((code === 45 || code === 46) && isFence(text, line, code)) return line;
  }
  return undefined;
}

/**
 * As `closingFence`, without a look at every line: `undefined` also where `...` or a lone CR stands before the first `---`.
 * Found in a tenth of the time.
 */
function usualFence(text: string, start: number): number | undefined {
  let feed = text.indexOf('\n---', start - 1);
  while (feed >= 0 && !isFence(text, feed + 1, 45)) feed = text.indexOf('\n---', feed + 1);
  if (feed < 0) return undefined;
  const before = text.slice(start - 1, feed + 1);
  const isUnusual = before.includes('\n...') || (before.includes('\r') && /\r(?!\n)/.test(before));
  return isUnusual ? undefined : feed + 1;
}

/** True for three times `code` (`-` or `.`) and then nothing but blanks up to the end of the line. */
export function isFence(text: string, at: number, code: number): boolean {
  for (let i = at; i < at + 3; i++) if (text.charCodeAt(i) !== code) return false;
  for (let i = at + 3; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return true;
    if (c !== 32 && c !== 9) return false;
  }
  return true;
}

function endsLine(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === 10 || before === 13;
}

/**
 * Whether two fences are rules in Markdown with prose between them: a blank line first, then words, and no key anywhere.
 * Jekyll takes it for front matter and fails; nobody meant it so.
 */
function isProse(text: string, content: Span): boolean {
  if (content.start === content.end || text.slice(content.start, lineEnd(text, content.start)).trim() !== '')
    return false;
  const source = text.slice(content.start, content.end);
  if (/^["']?[A-Za-z_][\w-]*["']?\s*:(?:\s|$)/m.test(source)) return false;
  const first = source.split(/\r\n?|\n/).find(line => line.trim() !== '' && !line.startsWith('#'));
  return first !== undefined && /^(?:[\p{L}\p{N}*_!(`]|<[A-Za-z!])/u.test(first);
}

function looksLikeYaml(text: string, start: number): boolean {
  for (let line = start; line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, lineEnd(text, line));
    if (content.trim() === '' || content.startsWith('#')) continue;
    return /^["']?[A-Za-z_][\w-]*["']?\s*:(\s|$)/.test(content);
  }
  return false;
}
