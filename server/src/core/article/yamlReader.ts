import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { say } from '../say.ts';
import { byPosition, edit, insertion, lineEnd, lineStart, type Span } from '../text.ts';
import type { Entry, FieldNode, Item, ScalarNode, ScalarStyle, ScalarValue } from './nodes.ts';
import { type Fix, quoted, type SyntaxCode, type SyntaxProblem } from './problem.ts';
import { quoteFix } from './quoteFix.ts';
import { seemsToLackQuote } from './scalars.ts';

/** Deeper nesting than this is a mistake or an attack: the deepest real article nests 5 levels. */
export const MAX_DEPTH = 64;

/** How many nodes all aliases of a file together may stand for, so that an alias bomb costs milliseconds. */
const MAX_ALIASED_NODES = 5_000;

/** What the `yaml` library makes of a stretch of text. */
export interface YamlReading {
  /** `undefined` when there is nothing but blanks and comments, and when there are errors. */
  readonly root: FieldNode | undefined;
  /** The library's own errors. Where there is one, its tree is not to be trusted: see `recover`. */
  readonly errors: readonly YamlError[];
  /** Where the document ends: before the end of the stretch when another one follows it. */
  readonly end: number;
}

export interface YamlError extends Span {
  readonly code: YAMLError['code'];
}

/**
 * Reads stretches of one file by the `yaml` library, as YAML 1.2, into nodes with spans of the whole file. Stretches are
 * read in the order of the file: an alias means an anchor of an earlier one.
 */
export class YamlReader {
  /** Problems of text that parses: aliases, tags, limits. */
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  /** Anchored nodes met so far; an alias means the last one before it. */
  readonly #anchors = new Map<string, FieldNode>();
  #aliasedNodes = 0;
  /** Keys such as `excerpt:"It opens` of `excerpt:"It opens: at last"`: valid, but a blank is missing. */
  #stuckKeys: Span[] = [];
  /** What to add to an offset of the library. */
  #base = 0;

  readonly #partial: boolean;

  /**
   * @param text the whole file
   * @param partial whether stretches are left out because they are broken: an alias may mean an anchor in one of these
   */
  constructor(text: string, partial = false) {
    this.#text = text;
    this.#partial = partial;
  }

  /**
   * @param column where the stretch begins in its line, so that its later lines are indented as in the file
   * @param depth how many levels stand around it
   */
  read(span: Span, column = 0, depth = 0): YamlReading {
    this.#base = span.start - column;
    const document = parse(this.#text.slice(span.start, span.end), column);
    if (!document) return { root: undefined, errors: [{ ...span, code: 'RESOURCE_EXHAUSTION' }], end: span.end };
    const end = Math.min(this.#base + document.range[2], span.end);
    const errors = document.errors.map(error => this.#error(error, span));
    if (errors.length > 0) return { root: undefined, errors, end };
    const before = this.problems.length;
    this.#stuckKeys = [];
    const root = this.#root(document, depth);
    if (this.#stuckKeys.length > 0) {
      this.problems.length = before;
      return { root: undefined, errors: this.#stuckKeys.map(key => ({ ...key, code: 'MISSING_CHAR' })), end };
    }
    for (const warning of document.warnings) {
      if (warning.code === 'TAG_RESOLVE_FAILED') this.#unknownTag(spanAt(warning.pos, this.#base));
    }
    return { root, errors, end };
  }

  /** Makes a node known under its anchor. */
  anchor(name: string, node: FieldNode): void {
    this.#anchors.set(name, node);
  }

  /** Reports a limit; once for a file is enough. */
  limit(span: Span, message: string): void {
    if (!this.problems.some(problem => problem.code === 'yaml-limit')) this.#report('yaml-limit', span, message);
  }

  #report(code: SyntaxCode, span: Span, message: string, fix?: Fix): void {
    this.problems.push({ code, start: span.start, end: span.end, message, ...(fix && { fix }) });
  }

  #error(error: YAMLError, span: Span): YamlError {
    const start = Math.max(span.start, Math.min(this.#base + error.pos[0], span.end));
    return { start, end: Math.max(start, Math.min(this.#base + error.pos[1], span.end)), code: error.code };
  }

  #root(document: Document.Parsed, depth: number): FieldNode | undefined {
    const contents = document.contents;
    if (contents === null) return undefined;
    if (isScalar(contents) && contents.range[0] === contents.range[1]) return undefined;
    return this.#node(contents, this.#base + contents.range[0], depth);
  }

  /** @param empty where a value that is not there would stand; @param flow whether it is part of a flow collection */
  #node(node: ParsedNode | null, empty: number, depth: number, flow = false): FieldNode {
    if (node === null) return emptyAt(empty);
    if (isAlias(node)) return this.#alias(node.source, spanAt(node.range, this.#base));
    if (depth >= MAX_DEPTH && !isScalar(node)) return this.#tooDeep(this.#base + node.range[0]);
    const result = isScalar(node)
      ? this.#scalar(node, empty, flow)
      : isMap(node)
        ? this.#map(node, depth)
        : this.#list(node, depth);
    if (node.anchor) this.#anchors.set(node.anchor, result);
    return result;
  }

  #scalar(node: Scalar.Parsed, empty: number, flow: boolean): ScalarNode {
    const { start, end } = spanAt(node.range, this.#base);
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    if (style === 'plain' && start === end)
      return (flow ? undefined : this.#lostValue(empty, node.anchor)) ?? emptyAt(empty);
    if (style === 'plain' && !flow) this.#lostQuote(start, end);
    const value = scalarValue(node.value);
    const text = typeof value === 'string' ? value : (node.source ?? String(value));
    const trimmed =
      style === 'literal' || style === 'folded' ? start + this.#text.slice(start, end).trimEnd().length : end;
    return { kind: 'scalar', start, end: trimmed, style, value, text, aliased: false };
  }

  /** `title: Tide turns"` is a text with a quote at its end, but the one at its start was lost. Behind a digit it means inches. */
  #lostQuote(start: number, end: number): void {
    const source = this.#text.slice(start, end);
    if (!seemsToLackQuote(source) || /[\r\n]/.test(source)) return;
    const message = say`The opening quote of ${quoted(source)} is missing.`;
    const fix = { title: say`Add the missing "`, safe: !source.includes('\\'), edits: [insertion(start, '"')] };
    this.#report('yaml-quote', { start: end - 1, end }, message, fix);
  }

  /** `- #AI` and `title: &more` hold nothing for YAML: one is a comment, the other an anchor. The writer meant a value. */
  #lostValue(empty: number, anchor: string | undefined): ScalarNode | undefined {
    const start = skipBlanks(this.#text, empty);
    const sign = this.#text[start];
    if (start === empty || !(sign === '#' || (anchor && sign === '&'))) return undefined;
    const span = { start, end: start + this.#text.slice(start, lineEnd(this.#text, start)).trimEnd().length };
    if (sign === '#' && !/^#[\p{L}\p{N}]/u.test(this.#text.slice(start, start + 3))) return undefined;
    const source = this.#text.slice(span.start, span.end);
    if (source.startsWith('#masthead-ignore')) return undefined;
    const what = sign === '#' ? say`a comment` : say`the name of an anchor`;
    const message = say`${quoted(source)} is read as ${what}, so nothing stands here; as a value it needs quotes.`;
    this.#report('yaml-unquoted', span, message, quoteFix(this.#text, span, false));
    return brokenAt(span);
  }

  #map(node: YAMLMap.Parsed, depth: number): FieldNode {
    const flow = node.flow === true;
    const range = spanAt(node.range, this.#base);
    if (flow && this.#text.startsWith('{{', range.start) && isMap(node.items[0]?.key)) return this.#template(range);
    const entries: Entry[] = [];
    const merged: FieldNode[] = [];
    let at = range.start + (flow ? 1 : 0);
    for (const pair of node.items) {
      const { name, key } = this.#key(pair, at);
      const value = this.#node(pair.value, this.#behind(key.end, 58), depth + 1, flow);
      at = Math.max(value.end, key.end);
      const entry = { name, key, start: key.start, end: at, value };
      if (name === '<<' && key.end - key.start === 2 && this.#isMergeable(value)) merged.push(value);
      else entries.push(entry);
    }
    const start = flow ? range.start : Math.min(entries[0]?.start ?? at, merged[0]?.start ?? at);
    const end = flow ? range.end : at;
    if (merged.length > 0) this.#merge(entries, merged);
    return { kind: 'map', flow, start, end, entries, aliased: false };
  }

  #key(pair: Pair<ParsedNode, ParsedNode | null>, at: number): { name: string; key: Span } {
    const key = pair.key;
    if (key === null || (isScalar(key) && key.range[0] === key.range[1])) {
      // `: value` and `? ` have a key of no width.
      const place = Math.max(at, key ? this.#base + key.range[0] : at);
      return { name: '', key: { start: place, end: place } };
    }
    const span = spanAt(key.range, this.#base);
    if (isScalar(key) && key.type === 'PLAIN' && STUCK.test(key.source ?? '')) this.#stuckKeys.push(span);
    if (isScalar(key)) return { name: typeof key.value === 'string' ? key.value : (key.source ?? ''), key: span };
    const name = this.#text.slice(span.start, span.end);
    this.#report('yaml-syntax', span, say`${quoted(name)} cannot be a key: a key is plain text.`);
    return { name, key: span };
  }

  #list(node: YAMLSeq.Parsed, depth: number): FieldNode {
    const flow = node.flow === true;
    const range = spanAt(node.range, this.#base);
    const items: Item[] = [];
    let from = range.start;
    for (const one of node.items as (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[]) {
      const dash = flow ? from : this.#behind(from, 45) - 1;
      const value = 'range' in one ? this.#node(one, flow ? from : dash + 1, depth + 1, flow) : emptyAt(from);
      from = Math.max(value.end, dash + 1);
      if (!flow) this.#swallowedItems(dash, value);
      items.push({ start: flow ? value.start : dash, end: from, value });
    }
    const start = flow ? range.start : (items[0]?.start ?? range.start);
    return { kind: 'list', flow, start, end: flow ? range.end : (items.at(-1)?.end ?? start), items, aliased: false };
  }

  /** `- a` above a deeper `- b` is one text for YAML, `a - b`: two items were meant. */
  #swallowedItems(dash: number, value: FieldNode): void {
    if (value.kind !== 'scalar' || value.style !== 'plain' || value.aliased) return;
    const column = dash - lineStart(this.#text, dash);
    for (const match of this.#text.slice(value.start, value.end).matchAll(/\n( *)-(?= )/g)) {
      const line = value.start + match.index + 1;
      const at = line + (match[1]?.length ?? 0);
      const message = say`This list item is indented by ${at - line} spaces, but what stands beside it by ${column}.`;
      const edits = [edit({ start: line, end: at }, ' '.repeat(column))];
      const fix = { title: say`Indent by ${column} spaces`, safe: true, edits };
      this.#report('yaml-indent', { start: at, end: at + 1 }, message, fix);
    }
  }

  /** The offset behind the next `code` (a colon or a dash), past blanks and comments; `from` when there is none. */
  #behind(from: number, code: number): number {
    for (let i = from; i < this.#text.length; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === code) return i + 1;
      if (c === 35) {
        while (i + 1 < this.#text.length && this.#text.charCodeAt(i + 1) !== 10) i++;
      } else if (c !== 32 && c !== 9 && c !== 10 && c !== 13) return from;
    }
    return from;
  }

  #alias(name: string, span: Span): FieldNode {
    const target = this.#anchors.get(name);
    if (target === undefined && this.#partial && this.#text.lastIndexOf(`&${name}`, span.start) >= 0) {
      return { ...brokenAt(span), aliased: true };
    }
    if (target === undefined) {
      const emphasis = name.endsWith('*');
      const message = emphasis
        ? say`${quoted('*' + name)} starts with “*” and needs quotes.`
        : say`No “&${name}” stands before “*${name}”; a text that starts with “*” needs quotes.`;
      const fix = quoteFix(this.#text, span, emphasis);
      this.#report(emphasis ? 'yaml-unquoted' : 'yaml-alias', span, message, fix);
      return { ...brokenAt(span), aliased: true };
    }
    const copy = this.#copyOf(target, span);
    if (copy) return copy;
    const message = say`“*${name}” repeats too much: all aliases together stand for more than ${MAX_ALIASED_NODES} values.`;
    this.limit(span, message);
    return { ...brokenAt(span), aliased: true };
  }

  /** A node as an alias shows it: every span is the alias. `undefined` when the budget is spent. */
  #copyOf(node: FieldNode, span: Span): FieldNode | undefined {
    if (++this.#aliasedNodes > MAX_ALIASED_NODES) return undefined;
    const { start, end } = span;
    if (node.kind === 'scalar') return { ...node, start, end, aliased: true };
    if (node.kind === 'list') {
      const items: Item[] = [];
      for (const item of node.items) {
        const value = this.#copyOf(item.value, span);
        if (!value) return undefined;
        items.push({ start, end, value });
      }
      return { ...node, start, end, items, aliased: true };
    }
    const entries: Entry[] = [];
    for (const entry of node.entries) {
      const value = this.#copyOf(entry.value, span);
      if (!value) return undefined;
      entries.push({ name: entry.name, key: span, start, end, value });
    }
    return { ...node, start, end, entries, aliased: true };
  }

  #isMergeable(value: FieldNode): boolean {
    if (value.kind === 'map') return true;
    if (value.kind === 'list' && value.items.every(item => item.value.kind === 'map')) return true;
    if (value.kind === 'scalar' && value.style === 'broken') return false;
    this.#report('yaml-alias', value, say`“<<” takes over the keys of another mapping: write “<<: *name”.`);
    return false;
  }

  /** `<<: *base` adds the keys that the mapping does not have itself; Ruby's YAML, which Jekyll uses, knows merge keys. */
  #merge(entries: Entry[], sources: readonly FieldNode[]): void {
    const names = new Set(entries.map(entry => entry.name));
    const maps = sources.flatMap(source => (source.kind === 'list' ? source.items.map(item => item.value) : [source]));
    for (const source of maps) {
      for (const entry of source.kind === 'map' ? source.entries : []) {
        if (names.has(entry.name)) continue;
        names.add(entry.name);
        entries.push(entry);
      }
    }
    entries.sort(byPosition);
  }

  #unknownTag(span: Span): void {
    const tag = this.#text.slice(span.start, span.end);
    // The library may say so twice in a row.
    const last = this.problems.at(-1);
    if (last?.code === 'yaml-tag' && last.start === span.start) return;
    const message = say`The tag ${quoted(tag)} means nothing here; a text that starts with “!” needs quotes.`;
    const rest = /^[^\r\n"'[\]{},#]*/.exec(this.#text.slice(span.end, lineEnd(this.#text, span.end)))?.[0] ?? '';
    const whole = { start: span.start, end: span.end + rest.trimEnd().length };
    const plain = !tag.startsWith('!!') && span.end + rest.length === lineEnd(this.#text, span.end);
    this.#report('yaml-tag', span, message, plain ? quoteFix(this.#text, whole, rest.trim() !== '') : undefined);
  }

  /** `{{ page.title }}` is a mapping as key of a mapping for YAML. */
  #template(span: Span): ScalarNode {
    const source = this.#text.slice(span.start, span.end);
    this.#report(
      'yaml-unquoted',
      span,
      say`${quoted(source)} starts with “{” and needs quotes.`,
      quoteFix(this.#text, span, true),
    );
    return brokenAt(span);
  }

  #tooDeep(start: number): FieldNode {
    this.limit({ start, end: start + 1 }, tooDeepMessage());
    return brokenAt({ start, end: start + 1 });
  }
}

export const tooDeepMessage = (): string =>
  say`The front matter nests more than ${MAX_DEPTH} levels deep; what stands deeper is not checked.`;

/** A key that has swallowed the quote of its value: `title:"A`, `title "A`, `title = "A`. */
const STUCK = /^[A-Za-z_][\w-]*(?::|[ \t]*=[ \t]*|[ \t]+)(?:"[^"]*|'[^']*)$/;

/** Whether a text is a scalar, alias or flow collection by itself: what can stand behind `key: `. */
export function isYamlValue(source: string): boolean {
  const document = parse(source, 0);
  if (!document || document.errors.length > 0) return false;
  const { contents, range } = document;
  if (contents === null || range[2] < source.trimEnd().length) return false;
  return isScalar(contents) || isAlias(contents) || contents.flow === true;
}

export function emptyAt(offset: number): ScalarNode {
  return { kind: 'scalar', start: offset, end: offset, style: 'empty', value: null, text: '', aliased: false };
}

export function brokenAt({ start, end }: Span): ScalarNode {
  return { kind: 'scalar', start, end, style: 'broken', value: null, text: '', aliased: false };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** `undefined` when the library gives up: it overflows the stack on some texts. */
function parse(source: string, column: number): Document.Parsed | undefined {
  // Each error of the library is an `Error`; on broken text most of its time goes into their stack traces.
  const traces = Error as { stackTraceLimit?: number };
  const limit = traces.stackTraceLimit;
  try {
    traces.stackTraceLimit = 0;
    // Duplicate keys are a rule's business: the library's own check is quadratic and marks the wrong place.
    return parseDocument(' '.repeat(column) + source, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  } catch {
    return undefined;
  } finally {
    if (limit !== undefined) traces.stackTraceLimit = limit;
  }
}

function spanAt(range: readonly number[], base: number): Span {
  const [start = 0, end = start] = range;
  return { start: base + start, end: base + end };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

function scalarValue(value: unknown): ScalarValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    default:
      return value === null || value === undefined ? null : String(value);
  }
}
