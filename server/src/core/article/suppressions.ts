import { lineEnd, lineStart, nextLine, type Span } from '../text.ts';
import type { Article } from './articleDocument.ts';
import type { FieldNode } from './nodes.ts';

/** A rule id in a suppression comment. */
export interface SuppressedRule {
  /** The id's token. */
  readonly span: Span;
  readonly ruleId: string;
}

/** A stretch of the file, as a rule one line, where one rule says nothing. */
export interface SilencedSpan extends Span {
  readonly ruleId: string;
}

/** What the comments of an article silence. */
export interface Suppressions {
  /** Every rule id that a comment names, known or not, by position. */
  readonly rules: readonly SuppressedRule[];
  /** Comments that name no rule and so silence nothing, from their `#` to the end of the word, by position. */
  readonly empty: readonly Span[];
  /** Where each named rule is silent; both ends count. In the order of the comments. */
  readonly silenced: readonly SilencedSpan[];
  /** Whether a finding of this rule that starts at this offset is silenced. */
  silences(ruleId: string, offset: number): boolean;
}

/**
 * Reads the suppression comments of an article's front matter:
 *
 * - `heat: 999  # masthead-ignore heat-range, other-rule` silences these rules for findings that start on its line;
 * - on a line of its own it means the next line that is neither empty nor a comment;
 * - `# masthead-ignore-file heat-range` means the whole file.
 *
 * Ids are separated by commas or blanks; what follows `--` explains them. A comment without an id silences nothing: a
 * file that is to be left alone is a matter of the configuration. `#` inside a value is no comment.
 */
export function suppressionsOf(article: Article): Suppressions {
  const { text, block } = article;
  if (!block) return none;
  let at = nextMarker(text, block.content.start, block.content.end);
  if (at < 0) return none;
  const rules: SuppressedRule[] = [];
  const empty: Span[] = [];
  const silenced: SilencedSpan[] = [];
  for (; at >= 0; at = nextMarker(text, at + MARKER.length, block.content.end)) {
    const comment = commentAt(article, at, block.content);
    if (!comment) continue;
    const where = comment.wholeFile ? { start: 0, end: text.length } : lineMeant(text, comment.start, block.content);
    const named = idsIn(text, comment.ids);
    if (named.length === 0) empty.push({ start: comment.start, end: comment.ids.start });
    for (const rule of named) {
      rules.push(rule);
      silenced.push({ ruleId: rule.ruleId, start: where.start, end: where.end });
    }
  }
  return {
    rules,
    empty,
    silenced,
    silences: (ruleId, offset) => isSilenced(silenced, ruleId, offset),
  };
}

/** False only for an article whose comments silence nothing, found without reading them. */
export function hasSuppressions({ text, block }: Article): boolean {
  return block !== undefined && nextMarker(text, block.content.start, block.content.end) >= 0;
}

/** Whether a finding of this rule that starts at this offset stands in one of the stretches. */
export function isSilenced(silenced: readonly SilencedSpan[], ruleId: string, offset: number): boolean {
  return silenced.some(span => span.ruleId === ruleId && span.start <= offset && offset <= span.end);
}

const MARKER = 'masthead-ignore';

const none: Suppressions = { rules: [], empty: [], silenced: [], silences: () => false };

/** Where the next marker stands behind a `#`. Few texts have a `#` at all, and that is the fastest to look for. */
function nextMarker(text: string, start: number, end: number): number {
  for (let hash = text.indexOf('#', start); hash >= 0 && hash < end; hash = text.indexOf('#', hash + 1)) {
    let at = hash + 1;
    while (isBlank(text.charCodeAt(at))) at++;
    if (at < end && text.startsWith(MARKER, at)) return at;
  }
  return -1;
}

interface Comment {
  /** The `#`. */
  readonly start: number;
  readonly wholeFile: boolean;
  /** Where the ids stand. */
  readonly ids: Span;
}

/** The comment that a marker at `at` makes; `undefined` when it is part of a value, or of another word. */
function commentAt(article: Article, at: number, content: Span): Comment | undefined {
  const { text } = article;
  let start = at - 1;
  while (isBlank(text.charCodeAt(start))) start--;
  if (start > content.start && !/\s/.test(text.charAt(start - 1))) return undefined;
  const end = lineEnd(text, at);
  const wholeFile = text.startsWith('-file', at + MARKER.length);
  const from = at + MARKER.length + (wholeFile ? 5 : 0);
  if (from < end && !isBlank(text.charCodeAt(from))) return undefined;
  if (isInsideScalar(text, article.root, start)) return undefined;
  return { start, wholeFile, ids: { start: from, end } };
}

function isInsideScalar(text: string, node: FieldNode | undefined, offset: number): boolean {
  if (!node || node.aliased || offset < node.start || offset >= node.end) return false;
  if (node.kind === 'list') return node.items.some(item => isInsideScalar(text, item.value, offset));
  if (node.kind === 'map') {
    return node.entries.some(
      entry => (offset > entry.key.start && offset < entry.key.end) || isInsideScalar(text, entry.value, offset),
    );
  }
  // `|  # comment`: the line with the sign of a block scalar may end in a comment.
  if (node.style === 'literal' || node.style === 'folded') return offset > lineEnd(text, node.start);
  return node.style !== 'broken' && node.style !== 'empty';
}

/** The line that a comment speaks of. */
function lineMeant(text: string, comment: number, content: Span): Span {
  let start = lineStart(text, comment);
  if (text.slice(Math.max(start, content.start), comment).trim() !== '') return { start, end: lineEnd(text, start) };
  do start = nextLine(text, start);
  while (start < content.end && /^\s*(?:#|$)/.test(text.slice(start, lineEnd(text, start))));
  return { start, end: lineEnd(text, start) };
}

function idsIn(text: string, { start, end }: Span): SuppressedRule[] {
  const source = text.slice(start, end);
  const explanation = /(?:^|[\s,])--(?:\s|$)/.exec(source)?.index ?? source.length;
  return [...source.slice(0, explanation).matchAll(/[^\s,]+/g)].map(match => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    ruleId: match[0],
  }));
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
