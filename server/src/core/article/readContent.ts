import { numberText, say } from '../say.ts';
import { byPosition, lineEnd, nextLine, type Span } from '../text.ts';
import { readCommon, readFenced } from './commonReader.ts';
import { mask, maskConflicts } from './conflicts.ts';
import { type FieldNode, isSecured } from './nodes.ts';
import { quoted, type SyntaxProblem } from './problem.ts';
import { recover } from './recovery.ts';
import { loneWord } from './structureProblems.ts';
import { tooDeepMessage, type YamlError, YamlReader } from './yamlReader.ts';

/** Longer front matter is not read. The longest real one has 3,500 characters; an article with 1,000 related 864,000. */
export const MAX_LENGTH = 1_000_000;

export interface Content {
  readonly root: FieldNode | undefined;
  /** By position. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads the YAML between two offsets of a file: in one go when it is fine, else what can be read of it.
 *
 * @param opening where to say that it is too long to be read
 */
export function readContent(text: string, span: Span, opening: Span): Content {
  const length = span.end - span.start;
  if (length > MAX_LENGTH) {
    const message = say`The front matter is ${millions(length)} million characters long; only up to ${millions(MAX_LENGTH)} million are read.`;
    return { root: undefined, problems: [{ code: 'yaml-limit', start: opening.start, end: opening.end, message }] };
  }
  const root = readCommon(text, span);
  return root ? { root, problems: [] } : (readBesideWord(text, span) ?? readFully(text, span));
}

/**
 * Reads front matter of the common shape together with the fence that closes it. It gives what `findFrontMatter` and `readContent` give,
 * or abstains.
 *
 * @param start of the line behind the opening fence
 */
export function readFencedContent(text: string, start: number): { root: FieldNode; content: Span } | undefined {
  const fenced = readFenced(text, start);
  return fenced && fenced.closing - start <= MAX_LENGTH
    ? { root: fenced.root, content: { start, end: fenced.closing } }
    : undefined;
}

/**
 * Reads what is of the common shape but for one line with nothing but a word: a key that somebody is typing. Without it the library
 * would read everything only to say where that line is.
 */
function readBesideWord(text: string, span: Span): Content | undefined {
  const lines = text.slice(span.start, span.end).matchAll(/^[A-Za-z_][\w-]*(?=[ \t]*\r?$)/gm);
  const [line, another] = [lines.next().value, lines.next().value];
  if (!line || another) return undefined;
  const start = span.start + line.index;
  const word = { start, end: start + line[0].length };
  const beside = readCommon(mask(text, [word]), span);
  if (!beside) return undefined;
  if (standsApart(text, word, span, beside)) return { root: beside, problems: [loneWord(text, word)] };
  const { root, problems } = recover(text, span, [{ ...word, code: 'MISSING_CHAR' }]);
  return { root, problems: [...problems].sort(byPosition) };
}

/** Whether a word is surely no part of another entry, and no other line a part of it. Then nothing is left to find out about it. */
function standsApart(text: string, word: Span, span: Span, root: FieldNode): boolean {
  if (root.kind !== 'map') return false;
  const next = nextLine(text, word.end);
  if (next < span.end && !/[A-Za-z_]/.test(text.charAt(next))) return false;
  const before = root.entries.filter(entry => entry.start < word.start).at(-1);
  return !before || !isSecured(before.name);
}

/** Reads whatever the common reader leaves: by the `yaml` library, and where that finds errors, part by part. */
export function readFully(text: string, span: Span): Content {
  const length = span.end - span.start;
  const source = withLineFeeds(text, span);
  const deep = length > 100_000 ? tooDeepAt(source, span) : undefined;
  if (deep) return { root: undefined, problems: [{ code: 'yaml-limit', ...deep, message: tooDeepMessage() }] };
  const reader = new YamlReader(source);
  const { root, errors, end } = reader.read(span);
  if (errors.length === 0 && root?.kind !== 'scalar' && (end >= span.end || isLast(source, end, span.end))) {
    return { root, problems: [...reader.problems].sort(byPosition) };
  }
  return recoverContent(source, span, errors);
}

function recoverContent(source: string, span: Span, before: readonly YamlError[]): Content {
  const conflicts = maskConflicts(source, span);
  const documents = maskDocuments(conflicts.text, span);
  const masked = documents.text;
  const reader = new YamlReader(masked);
  const { root, errors } =
    masked === source && before.length > 0 ? { root: undefined, errors: before } : reader.read(span);
  const fine = errors.length === 0 && root?.kind !== 'scalar';
  const rest = fine ? { root, problems: reader.problems } : recover(masked, span, errors);
  return {
    root: rest.root,
    problems: [...conflicts.problems, ...documents.problems, ...rest.problems].sort(byPosition),
  };
}

/** Where a long text nests so deep that the library would take seconds to give up. */
function tooDeepAt(text: string, span: Span): Span | undefined {
  const dashes = /(?:[-?] ){200}/.exec(text.slice(span.start, span.end));
  if (dashes) return { start: span.start + dashes.index, end: span.start + dashes.index + 1 };
  let depth = 0;
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) {
      if (depth++ === 0) start = at;
      if (depth > 2_000) return { start, end: start + 1 };
    } else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return undefined;
}

/**
 * Blanks out the marker that begins the document, and everything from the marker that ends it. `---` can stand inside
 * front matter only with something behind it, but plain YAML files use both.
 */
function maskDocuments(text: string, span: Span): { text: string; problems: SyntaxProblem[] } {
  const content = text.slice(span.start, span.end);
  let from = 0;
  for (const match of content.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    const start = span.start + match.index;
    if (from === 0 && match[0] === '---' && everyLine(text, span.start, start, /^(?:%.*|[ \t]*(?:#.*)?)$/)) {
      from = start + 3;
      continue;
    }
    const masks = from === 0 ? [] : [{ start: span.start, end: from }];
    const masked = mask(text, [...masks, { start, end: span.end }]);
    if (isLast(text, start, span.end)) return { text: masked, problems: [] };
    const line = { start, end: Math.min(lineEnd(text, start), span.end) };
    const message = say`At ${quoted(text.slice(line.start, line.end))} a second document starts; only the first one is read.`;
    return { text: masked, problems: [{ code: 'yaml-syntax', start, end: start + 3, message }] };
  }
  return { text: from === 0 ? text : mask(text, [{ start: span.start, end: from }]), problems: [] };
}

/** Whether nothing but document markers, blanks and comments stands between two offsets. */
function isLast(text: string, start: number, end: number): boolean {
  return everyLine(text, start, end, /^(?:---|\.\.\.)?[ \t]*(?:#.*)?$/);
}

function everyLine(text: string, start: number, end: number, pattern: RegExp): boolean {
  for (let line = start; line < end; line = nextLine(text, line)) {
    if (!pattern.test(text.slice(line, Math.min(lineEnd(text, line), end)))) return false;
  }
  return true;
}

/** A lone carriage return ends a line in YAML 1.2, but not for the `yaml` library. */
function withLineFeeds(text: string, span: Span): string {
  const first = text.indexOf('\r', span.start);
  if (first < 0 || first >= span.end || !/\r(?!\n)/.test(text.slice(first, span.end + 1))) return text;
  return text.replace(/\r(?!\n)/g, '\n');
}

function millions(length: number): string {
  return numberText(Math.ceil(length / 100_000) / 10);
}
