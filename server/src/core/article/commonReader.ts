import type { Span } from '../text.ts';
import { unescaped } from './escapes.ts';
import { isFence } from './frontMatter.ts';
import { beforeAll, type KeyName, keyNamed } from './keyNames.ts';
import type { Entry, FieldNode, Item, ListNode, MapNode, ScalarNode, ScalarStyle } from './nodes.ts';
import { plainValue } from './plainValue.ts';

/** Nested deeper than real articles by far: the full reader decides. */
const MAX_DEPTH = 32;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const BACKSLASH = 92;

/**
 * Reads front matter of the common shape in one pass: mappings and lists in block style, scalars on one line, comments.
 * It gives exactly what the full reader gives (same tree, values, styles, spans) or abstains; it never guesses.
 *
 * @returns `undefined` when it abstains: at anything else, right or wrong
 */
export function readCommon(text: string, span: Span): MapNode | undefined {
  const reader = new CommonReader(text, span);
  const root = reader.root();
  return reader.abstains ? undefined : root;
}

/** Front matter as `readFenced` reads it. */
export interface Fenced {
  readonly root: MapNode;
  /** Where the closing fence starts. */
  readonly closing: number;
}

/**
 * As `readCommon`, up to the closing fence that it comes upon: nobody has to look for that before.
 *
 * @param start of the line behind the opening fence
 * @returns `undefined` when it abstains, or there is no closing fence of dashes
 */
export function readFenced(text: string, start: number): Fenced | undefined {
  const reader = new CommonReader(text, { start, end: text.length }, true);
  // A blank first line may be that of prose between two rules.
  const code = text.charCodeAt(start);
  if (code === LF || code === CR || code === SPACE || code === TAB) return undefined;
  const root = reader.root();
  return reader.abstains || !root || reader.closing === undefined ? undefined : { root, closing: reader.closing };
}

/** Stands at the content of one line at a time. Once it abstains, nothing it returns means anything. */
class CommonReader {
  abstains = false;
  /** Where the closing fence starts; `undefined` until it is met. */
  closing: number | undefined;
  readonly #text: string;
  readonly #fenced: boolean;
  #end: number;
  /** The key before. */
  #last: KeyName = beforeAll;
  /** Where the content of the line begins, behind its indentation. */
  #at: number;
  /** The column of that; -1 behind the last line. */
  #column = -1;
  /** Where the next line begins. */
  #next: number;

  /** @param fenced whether a line of three dashes ends what is read */
  constructor(text: string, span: Span, fenced = false) {
    this.#text = text;
    this.#fenced = fenced;
    this.#end = span.end;
    this.#at = span.start;
    this.#next = span.start;
    this.#advance();
  }

  root(): MapNode | undefined {
    if (this.#column < 0) return this.#abstain();
    const root = this.#map(this.#column, 0);
    if (this.#column >= 0) this.abstains = true;
    return root;
  }

  #abstain(): undefined {
    this.abstains = true;
    return undefined;
  }

  /** Goes to the next line that holds more than blanks and a comment. */
  #advance(): void {
    const text = this.#text;
    const end = this.#end;
    let line = this.#next;
    while (line < end) {
      let at = line;
      let code = text.charCodeAt(at);
      while (code === SPACE) code = text.charCodeAt(++at);
      if (at >= end) break;
      if (code === DASH && this.#fenced && at === line && isFence(text, line, DASH)) {
        this.closing = line;
        this.#end = line;
        break;
      }
      if (code !== LF && code !== HASH && !(code === CR && text.charCodeAt(at + 1) === LF)) {
        if (code === TAB || code === CR) this.abstains = true;
        this.#at = at;
        this.#column = at - line;
        this.#next = end; // until somebody has read the line
        return;
      }
      const feed = text.indexOf('\n', at);
      if (code === HASH && hasLoneReturn(text, at, feed < 0 ? end + 1 : feed)) this.abstains = true;
      line = feed < 0 ? end : feed + 1;
    }
    this.#column = -1;
    this.#next = this.#end;
    this.#at = this.#end;
  }

  /** The mapping whose first key stands here, at this column. */
  #map(column: number, depth: number): MapNode {
    const entries: Entry[] = [];
    const start = this.#at;
    let end = start;
    if (depth > MAX_DEPTH) this.abstains = true;
    while (!this.abstains && this.#column === column && !this.#isDash(this.#at)) {
      const entry = this.#entry(column, depth);
      if (!entry) break;
      entries.push(entry);
      end = entry.end;
    }
    if (this.#column > column || entries.length === 0) this.abstains = true;
    return { kind: 'map', flow: false, start, end, entries, aliased: false };
  }

  #entry(column: number, depth: number): Entry | undefined {
    const start = this.#at;
    const keyName = this.#keyName(start);
    if (!keyName) return this.#abstain();
    const { name } = keyName;
    const at = start + name.length;
    const key = { start, end: at };
    const value = this.#value(at + 1, column, depth, false);
    if (!value) return this.#abstain();
    return { name, key, start, end: Math.max(value.end, at), value };
  }

  /** The key that stands here, up to its colon. */
  #keyName(start: number): KeyName | undefined {
    const text = this.#text;
    const expected = this.#last.next;
    if (expected !== undefined && text.startsWith(expected.name, start)) {
      const end = start + expected.name.length;
      if (text.charCodeAt(end) === COLON && end < this.#end) {
        this.#last = expected;
        return expected;
      }
    }
    let at = start;
    let code = text.charCodeAt(at);
    if (!isKeyStart(code)) return undefined;
    while (isKeyPart(code)) code = text.charCodeAt(++at);
    if (code !== COLON || at >= this.#end) return undefined;
    const found = keyNamed(text.slice(start, at));
    if (found.kept) this.#last.next = found;
    this.#last = found;
    return found;
  }

  /**
   * The value behind a colon or dash: on the same line, on deeper lines below, or nowhere.
   *
   * @param column of the mapping or list that it belongs to
   */
  #value(behind: number, column: number, depth: number, inList: boolean): FieldNode | undefined {
    const text = this.#text;
    let at = behind;
    let code = text.charCodeAt(at);
    while (code === SPACE) code = text.charCodeAt(++at);
    if (at >= this.#end || code === LF || (code === CR && text.charCodeAt(at + 1) === LF)) {
      this.#next = at >= this.#end ? this.#end : code === CR ? at + 2 : at + 1;
      this.#advance();
      if (this.#column > column) return this.#block(depth + 1);
      if (!inList && this.#column === column && this.#isDash(this.#at)) return this.#list(column, depth + 1);
      return { kind: 'scalar', start: behind, end: behind, style: 'empty', value: null, text: '', aliased: false };
    }
    // A colon or dash stands apart from its value.
    if (at === behind) return this.#abstain();
    if (inList && this.#keyEnds(at)) return this.#inlineMap(at, column, depth);
    const scalar = code === QUOTE ? this.#double(at) : code === APOSTROPHE ? this.#single(at) : this.#plain(at, code);
    this.#advance();
    // A deeper line would go on with the scalar.
    if (this.#column > column) this.abstains = true;
    return scalar;
  }

  /** The mapping that begins on the line of its dash; its other keys stand in the column of the first. */
  #inlineMap(at: number, column: number, depth: number): MapNode {
    this.#column += at - this.#at;
    this.#at = at;
    if (this.#column <= column) this.abstains = true;
    return this.#map(this.#column, depth + 1);
  }

  #block(depth: number): FieldNode {
    return this.#isDash(this.#at) ? this.#list(this.#column, depth) : this.#map(this.#column, depth);
  }

  #list(column: number, depth: number): ListNode {
    const items: Item[] = [];
    const start = this.#at;
    let end = start;
    if (depth > MAX_DEPTH) this.abstains = true;
    while (!this.abstains && this.#column === column && this.#isDash(this.#at)) {
      const dash = this.#at;
      const value = this.#value(dash + 1, column, depth, true);
      if (!value) break;
      end = Math.max(value.end, dash + 1);
      items.push({ start: dash, end, value });
    }
    if (this.#column > column) this.abstains = true;
    return { kind: 'list', flow: false, start, end, items, aliased: false };
  }

  #isDash(at: number): boolean {
    if (this.#text.charCodeAt(at) !== DASH) return false;
    const code = this.#text.charCodeAt(at + 1);
    return code === SPACE || code === LF || code === CR || at + 1 >= this.#end;
  }

  /** Whether a key of the common shape stands here. */
  #keyEnds(start: number): boolean {
    const text = this.#text;
    let at = start;
    let code = text.charCodeAt(at);
    if (!isKeyStart(code)) return false;
    while (isKeyPart(code)) code = text.charCodeAt(++at);
    if (code !== COLON || at >= this.#end) return false;
    const after = text.charCodeAt(at + 1);
    return after === SPACE || after === LF || after === CR || at + 1 >= this.#end;
  }

  #plain(start: number, first: number): ScalarNode | undefined {
    const text = this.#text;
    const after = text.charCodeAt(start + 1);
    if (!isPlainStart(first, after)) return this.#abstain();
    let at = start;
    let end = start;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code > 58 && code < 127) end = at + 1;
      else if (code === LF || (code === CR && text.charCodeAt(at + 1) === LF)) break;
      else if (code === SPACE) {
        if (text.charCodeAt(at + 1) === HASH) {
          if (!this.#skipComment(at + 1)) return undefined;
          return this.#plainNode(start, end);
        }
      } else if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === LF || next === CR || next === TAB || at + 1 >= this.#end) return this.#abstain();
        end = at + 1;
      } else if (isOdd(code)) return this.#abstain();
      else end = at + 1;
    }
    this.#next = this.#lineAfter(at);
    return this.#plainNode(start, end);
  }

  #plainNode(start: number, end: number): ScalarNode | undefined {
    // The quote at its start may have been lost.
    if (this.#text.charCodeAt(end - 1) === QUOTE) return this.#abstain();
    const source = this.#text.slice(start, end);
    return { kind: 'scalar', start, end, style: 'plain', value: plainValue(source), text: source, aliased: false };
  }

  #double(start: number): ScalarNode | undefined {
    const text = this.#text;
    const usual = this.#usualText(start, '"');
    if (usual !== undefined) return this.#quotedNode(start, start + usual.length + 2, 'double', usual);
    let escaped = false;
    let at = start + 1;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (at >= this.#end || code === LF || code === CR) return this.#abstain();
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        escaped = true;
        at++;
        if (text.charCodeAt(at) === LF || text.charCodeAt(at) === CR) return this.#abstain();
      } else if (isOdd(code) && code !== TAB) return this.#abstain();
    }
    const source = text.slice(start + 1, at);
    const value = escaped ? unescaped(source) : source;
    if (value === undefined) return this.#abstain();
    return this.#quotedNode(start, at + 1, 'double', value);
  }

  #single(start: number): ScalarNode | undefined {
    const text = this.#text;
    const usual = this.#usualText(start, "'");
    if (usual !== undefined && text.charCodeAt(start + usual.length + 2) !== APOSTROPHE)
      return this.#quotedNode(start, start + usual.length + 2, 'single', usual);
    let doubled = false;
    let at = start + 1;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (at >= this.#end || code === LF || code === CR) return this.#abstain();
      if (code === APOSTROPHE) {
        if (text.charCodeAt(at + 1) !== APOSTROPHE) break;
        doubled = true;
        at++;
      } else if (isOdd(code) && code !== TAB) return this.#abstain();
    }
    const source = text.slice(start + 1, at);
    return this.#quotedNode(start, at + 1, 'single', doubled ? source.replaceAll("''", "'") : source);
  }

  /** What stands up to the closing quote, found much faster than character by character; `undefined` when it may hold more than text. */
  #usualText(start: number, quote: string): string | undefined {
    const close = this.#text.indexOf(quote, start + 1);
    if (close >= this.#end || close < 0) return undefined;
    const inner = this.#text.slice(start + 1, close);
    return UNUSUAL.test(inner) ? undefined : inner;
  }

  /** Behind a closing quote stand only blanks, and perhaps a comment. */
  #quotedNode(start: number, end: number, style: ScalarStyle, value: string): ScalarNode | undefined {
    const text = this.#text;
    let at = end;
    while (text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (at < this.#end && code === HASH && at > end) {
      if (!this.#skipComment(at)) return undefined;
    } else if (at >= this.#end || code === LF || (code === CR && text.charCodeAt(at + 1) === LF)) {
      this.#next = this.#lineAfter(at);
    } else return this.#abstain();
    return { kind: 'scalar', start, end, style, value, text: value, aliased: false };
  }

  #skipComment(at: number): boolean {
    const feed = this.#text.indexOf('\n', at);
    if (hasLoneReturn(this.#text, at, feed < 0 ? this.#end + 1 : feed)) this.abstains = true;
    this.#next = feed < 0 ? this.#end : feed + 1;
    return !this.abstains;
  }

  /** @param at the end of a line, before its line break */
  #lineAfter(at: number): number {
    if (at >= this.#end) return this.#end;
    return this.#text.charCodeAt(at) === CR ? at + 2 : at + 1;
  }
}

/** Letters, `_` and `$`. */
function isKeyStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;
}

function isKeyPart(code: number): boolean {
  return isKeyStart(code) || (code >= 48 && code <= 57) || code === DASH || code === 46;
}

/** YAML 1.2, rule 123 (ns-plain-first), without what a look at one more character does not settle. */
function isPlainStart(code: number, after: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return true;
  switch (code) {
    case 36: // $
    case 40: // (
    case 41: // )
    case 43: // +
    case 46: // .
    case 47: // /
    case 59: // ;
    case 60: // <
    case 92: // \
    case 95: // _
    case 126: // ~
      return true;
    case DASH:
      return (
        (after >= 48 && after <= 57) || (after >= 97 && after <= 122) || (after >= 65 && after <= 90) || after === 46
      );
    default:
      return code > 159 && !isOdd(code);
  }
}

/** Characters about which readers differ or that end a line somewhere: C0, C1, the line separators, a byte order mark. */
function isOdd(code: number): boolean {
  if (code < 32) return true;
  if (code < 127) return false;
  return code < 160 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

/** A backslash, and in a quoted token what `isOdd` knows but a tab. */
const UNUSUAL = /[\\\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/** @param end of the line, before its line feed; one more where it has none */
function hasLoneReturn(text: string, start: number, end: number): boolean {
  const at = text.indexOf('\r', start);
  return at >= 0 && at < end - 1;
}
