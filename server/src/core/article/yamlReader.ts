import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../text.ts';
import type { Entry, FieldNode, Item, ScalarNode, ScalarStyle, ScalarValue } from './nodes.ts';
import type { SyntaxProblem } from './problem.ts';

/** Deeper nesting than this is a mistake or an attack: the deepest real article nests 5 levels. */
const MAX_DEPTH = 64;

/** How many nodes all aliases of a file together may stand for, so that an alias bomb costs milliseconds. */
const MAX_ALIASED_NODES = 5_000;

/** What the `yaml` library makes of a stretch of text. */
export interface YamlReading {
  /** `undefined` when there is nothing but blanks and comments. */
  readonly root: FieldNode | undefined;
  /** Problems of a document that parses: aliases, tags, limits. */
  readonly problems: readonly SyntaxProblem[];
  /** The library's own errors, by position in the file. Where there is one, the tree is not to be trusted. */
  readonly errors: readonly YamlError[];
}

export interface YamlError extends Span {
  readonly code: YAMLError['code'];
  readonly message: string;
}

/** Reads a stretch of text as one YAML 1.2 document by the `yaml` library, into nodes with spans of the whole file. */
export function readYaml(text: string, span: Span): YamlReading {
  // Duplicate keys are a rule's business: the library's own check is quadratic and marks the wrong place.
  const document = parseDocument(text.slice(span.start, span.end), {
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const errors = document.errors.map(error => errorAt(error, span));
  const reader = new Converter(text, span.start);
  const root = reader.root(document);
  for (const warning of document.warnings) {
    if (warning.code === 'TAG_RESOLVE_FAILED') reader.unknownTag(warning);
  }
  return { root, problems: reader.problems, errors };
}

function errorAt(error: YAMLError, span: Span): YamlError {
  const start = Math.min(span.start + error.pos[0], span.end);
  const end = Math.max(start, Math.min(span.start + error.pos[1], span.end));
  return { start, end, code: error.code, message: error.message };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Turns the library's nodes into ours. */
class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  readonly #base: number;
  /** Anchored nodes met so far; an alias means the last one before it. */
  readonly #anchors = new Map<string, FieldNode>();
  #aliasedNodes = 0;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  root(document: Document.Parsed): FieldNode | undefined {
    const contents = document.contents;
    if (contents === null) return undefined;
    if (isScalar(contents) && contents.range[0] === contents.range[1]) return undefined;
    return this.#node(contents, this.#base, 0);
  }

  unknownTag(warning: YAMLError): void {
    const start = this.#base + warning.pos[0];
    const end = this.#base + warning.pos[1];
    const message = `The tag ${this.#text.slice(start, end)} means nothing here; a value that starts with “!” needs quotes.`;
    this.problems.push({ code: 'yaml-tag', start, end, message });
  }

  /** @param empty where a value that is not there would stand */
  #node(node: ParsedNode | null, empty: number, depth: number): FieldNode {
    if (node === null) return emptyAt(empty);
    if (isAlias(node)) return this.#alias(node.source, spanOf(node.range, this.#base));
    if (depth >= MAX_DEPTH && !isScalar(node)) return this.#tooDeep(node.range);
    const result = isScalar(node)
      ? this.#scalar(node, empty)
      : isMap(node)
        ? this.#map(node, depth)
        : this.#list(node, depth);
    if (node.anchor) this.#anchors.set(node.anchor, result);
    return result;
  }

  #scalar(node: Scalar.Parsed, empty: number): ScalarNode {
    const start = this.#base + node.range[0];
    let end = this.#base + node.range[1];
    let style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    if (style === 'plain' && start === end) return emptyAt(empty);
    if (style === 'literal' || style === 'folded') end = start + this.#text.slice(start, end).trimEnd().length;
    const value = scalarValue(node.value);
    const text = typeof value === 'string' ? value : (node.source ?? String(value));
    if (typeof value === 'string' && typeof node.value !== 'string') style = 'plain';
    return { kind: 'scalar', start, end, style, value, text, aliased: false };
  }

  #map(node: YAMLMap.Parsed, depth: number): FieldNode {
    const flow = node.flow === true;
    const entries: Entry[] = [];
    for (const pair of node.items) {
      const key = this.#key(pair.key);
      const colon = flow ? key.end : this.#behind(key.end, 58);
      const value = this.#node(pair.value, colon, depth + 1);
      if (key.name === '<<' && key.plain && value.aliased) this.#merge(entries, value);
      else entries.push({ name: key.name, key: key.span, start: key.start, end: Math.max(value.end, key.end), value });
    }
    const [start, end] = flow ? [node.range[0], node.range[1]] : [undefined, undefined];
    return {
      kind: 'map',
      flow,
      start: start === undefined ? (entries[0]?.start ?? this.#base + node.range[0]) : this.#base + start,
      end: end === undefined ? (entries.at(-1)?.end ?? this.#base + node.range[0]) : this.#base + end,
      entries,
      aliased: false,
    };
  }

  #key(key: ParsedNode | null): Span & { name: string; span: Span; plain: boolean } {
    if (key === null) return { name: '', span: emptyAt(this.#base), start: this.#base, end: this.#base, plain: false };
    const span = spanOf(key.range, this.#base);
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
    return { name, span, ...span, plain: isScalar(key) && key.type === 'PLAIN' };
  }

  #list(node: YAMLSeq.Parsed, depth: number): FieldNode {
    const flow = node.flow === true;
    const items: Item[] = [];
    let from = this.#base + node.range[0];
    for (const one of node.items as ParsedNode[]) {
      const dash = flow ? from : this.#behind(from, 45) - 1;
      const value = this.#node(one, flow ? from : dash + 1, depth + 1);
      from = Math.max(value.end, dash + 1);
      items.push({ start: flow ? value.start : dash, end: from, value });
    }
    const start = flow ? this.#base + node.range[0] : (items[0]?.start ?? this.#base + node.range[0]);
    const end = flow ? this.#base + node.range[1] : (items.at(-1)?.end ?? start);
    return { kind: 'list', flow, start, end, items, aliased: false };
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
    if (target === undefined) {
      const message = `No “&${name}” stands before “*${name}”; a value that starts with “*” needs quotes.`;
      this.problems.push({ code: 'yaml-alias', ...span, message });
      return { kind: 'scalar', ...span, style: 'broken', value: null, text: '', aliased: true };
    }
    const copy = this.#copyOf(target, span);
    if (copy) return copy;
    if (!this.problems.some(problem => problem.code === 'yaml-limit')) {
      const message = `“*${name}” repeats too much: all aliases together stand for more than ${MAX_ALIASED_NODES} values.`;
      this.problems.push({ code: 'yaml-limit', ...span, message });
    }
    return { kind: 'scalar', ...span, style: 'broken', value: null, text: '', aliased: true };
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

  /** `<<: *base` adds the keys that the mapping does not have; Ruby's YAML, which Jekyll uses, knows merge keys. */
  #merge(entries: Entry[], value: FieldNode): void {
    const sources = value.kind === 'list' ? value.items.map(item => item.value) : [value];
    for (const source of sources) {
      if (source.kind !== 'map') continue;
      for (const entry of source.entries) {
        if (!entries.some(other => other.name === entry.name)) entries.unshift(entry);
      }
    }
  }

  #tooDeep(range: readonly [number, number, number]): FieldNode {
    const start = this.#base + range[0];
    const end = Math.min(start + 1, this.#base + range[1]);
    if (!this.problems.some(problem => problem.code === 'yaml-limit')) {
      const message = `The front matter nests more than ${MAX_DEPTH} levels deep; what is below is not checked.`;
      this.problems.push({ code: 'yaml-limit', start, end, message });
    }
    return { kind: 'scalar', start, end, style: 'broken', value: null, text: '', aliased: false };
  }
}

function emptyAt(offset: number): ScalarNode {
  return { kind: 'scalar', start: offset, end: offset, style: 'empty', value: null, text: '', aliased: false };
}

function spanOf(range: readonly [number, number, number], base: number): Span {
  return { start: base + range[0], end: base + range[1] };
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
