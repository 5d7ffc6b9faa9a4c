import { nextLine, type Span } from '../text.ts';
import { diagnoseValue } from './brokenValue.ts';
import { readCommon } from './commonReader.ts';
import { flowDepth, isNamedKey, isQuote, keyAt, skipBlanks } from './lexeme.ts';
import { type Entry, type FieldNode, type Item, isMerged } from './nodes.ts';
import {
  blockKind,
  inlineStart,
  isActive,
  isLoneSign,
  keyOf,
  lacksBlank,
  type Part,
  type Split,
  splitList,
  splitMap,
  startsBlock,
  startsItem,
} from './parts.ts';
import type { SyntaxProblem } from './problem.ts';
import { columnInFile, type Row, rowFrom, rowsOf } from './rows.ts';
import {
  blockBesideKey,
  loneSign,
  missingColon,
  missingDash,
  missingSpace,
  quoteBeforeKey,
  slipProblem,
  strayRow,
  tabBehindDash,
  tabProblems,
  unindentedLines,
  unknownCause,
} from './structureProblems.ts';
import { verified, withEdits } from './verifiedFixes.ts';
import { brokenAt, emptyAt, isYamlValue, MAX_DEPTH, tooDeepMessage, type YamlError, YamlReader } from './yamlReader.ts';

/** What could be read of a stretch of broken YAML. */
export interface Recovered {
  readonly root: FieldNode | undefined;
  /** Not sorted. */
  readonly problems: readonly SyntaxProblem[];
}

/** All tries together may read the stretch so many times, and so many characters more. */
const MAX_READINGS = 6;
const MIN_BUDGET = 200_000;

/** What it costs to call the library, in characters. */
const CALL_COST = 300;

/**
 * Reads a stretch of text that the `yaml` library refuses, or that it takes for a lone scalar. Lines and their
 * indentation give the structure; what reads cleanly keeps its nodes, level by level, down to the smallest part that
 * does not: that becomes a broken scalar, and one problem says why.
 *
 * @param errors what the library said of the whole stretch; none for a lone scalar
 */
export function recover(text: string, span: Span, errors: readonly YamlError[]): Recovered {
  const { root, problems, structural } = new Recovery(text, span).run(errors);
  return { root, problems: [...verified(text, span, root, structural), ...problems] };
}

interface Reading {
  readonly root: FieldNode | undefined;
  readonly errors: readonly YamlError[];
}

const nothing: Reading = { root: undefined, errors: [] };

class Recovery {
  readonly #text: string;
  readonly #span: Span;
  readonly #reader: YamlReader;
  readonly #problems: SyntaxProblem[] = [];
  #budget: number;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#span = span;
    this.#reader = new YamlReader(text, true);
    this.#budget = (span.end - span.start) * MAX_READINGS + MIN_BUDGET;
  }

  run(errors: readonly YamlError[]): Recovered & { structural: readonly SyntaxProblem[] } {
    const rows = rowsOf(this.#text, this.#span);
    for (const problem of tabProblems(this.#text, rows)) this.#problems.push(problem);
    // Text that reads as one scalar is no article: mostly it is a key that somebody has begun to type.
    const root = errors.length > 0 ? this.#parts(rows, 0, errors) : this.#map(rows, 0, errors);
    return { root, problems: this.#reader.problems, structural: this.#problems };
  }

  /** What some rows hold: read in one go, or else part by part. `undefined` when they hold nothing but comments. */
  #block(rows: readonly Row[], depth: number): FieldNode | undefined {
    if (!rows.some(isActive)) return undefined;
    const { root, errors } = this.#read(rows, depth);
    return root ?? this.#parts(rows, depth, errors);
  }

  #parts(rows: readonly Row[], depth: number, errors: readonly YamlError[]): FieldNode | undefined {
    const active = rows.filter(isActive);
    const first = active[0];
    if (!first) return undefined;
    if (depth >= MAX_DEPTH) {
      this.#reader.limit({ start: first.start, end: first.end }, tooDeepMessage());
      return brokenAt(this.#extent(rows));
    }
    const before = this.#count();
    const node = this.#byKind(rows, active, depth, errors);
    if (this.#count() === before && !rows.some(row => row.tab)) this.#unknown(errors, this.#extent(rows));
    return node;
  }

  #byKind(rows: readonly Row[], active: readonly Row[], depth: number, errors: readonly YamlError[]): FieldNode {
    switch (blockKind(this.#text, active)) {
      case 'map':
        return this.#map(rows, depth, errors);
      case 'list':
        return this.#list(rows, depth, errors);
      case 'value':
        return this.#value(rows, (active[0]?.column ?? 0) - 1, false, errors);
    }
  }

  #map(rows: readonly Row[], depth: number, errors: readonly YamlError[]): FieldNode {
    const split = splitMap(this.#text, rows, this.#span.end);
    this.#reportSlips(split);
    const entries = withoutOverridden(this.#entries(split, split.parts, depth, errors));
    const first = entries[0];
    if (!first) return brokenAt(this.#extent(rows));
    const end = entries.at(-1)?.end ?? first.end;
    return { kind: 'map', flow: false, start: first.start, end, entries, aliased: false };
  }

  /** Entries without an error in them are read together, so that a long file with one mistake costs two readings. */
  #entries(split: Split, parts: readonly Part[], depth: number, errors: readonly YamlError[]): readonly Entry[] {
    const [first, second] = parts;
    if (!first) return [];
    if (!second) return this.#entry(first, split.column, depth);
    if (errors.length === 0) {
      const { root } = this.#read(parts.flatMap(rowsOfPart), depth);
      if (root?.kind === 'map' && !root.flow) return root.entries;
    }
    const [left, right, place] = halves(parts);
    return [
      ...this.#entries(
        split,
        left,
        depth,
        errors.filter(error => error.start < place),
      ),
      ...this.#entries(
        split,
        right,
        depth,
        errors.filter(error => error.start >= place),
      ),
    ];
  }

  #entry(part: Part, column: number, depth: number): readonly Entry[] {
    const { row, key } = part;
    const reading = key && !key.spaced ? nothing : this.#read(rowsOfPart(part), depth);
    if (reading.root?.kind === 'map' && !reading.root.flow) return reading.root.entries;
    if (!key) return this.#stray(part, depth);
    const { errors } = reading;
    if (!key.spaced && !this.#isMisplaced(part, column)) this.#problems.push(missingSpace(this.#text, key));
    const before = this.#count();
    const value = this.#entryValue(part, key.end, column, depth, !key.spaced, errors) ?? emptyAt(key.end);
    const end = Math.max(value.end, key.end);
    if (this.#count() === before && !row.tab) this.#unknown(errors, { start: key.span.start, end });
    return [{ name: key.name, key: key.span, start: key.span.start, end, value }];
  }

  /** @param from where the value may begin @param reported whether the row has a problem already */
  #entryValue(
    { row, rows }: Part,
    from: number,
    column: number,
    depth: number,
    reported: boolean,
    errors: readonly YamlError[],
  ): FieldNode | undefined {
    const start = skipBlanks(this.#text, from, row.end);
    if (start === row.end || this.#text.charAt(start) === '#') return this.#block(rows, depth + 1);
    const inline = rowFrom(row, start);
    const properties = /^(?:&(\S+)|!\S*)(?:\s+!\S*)?(?:\s+#.*)?$/.exec(this.#text.slice(start, row.end));
    if (properties && rows.some(isActive)) {
      const node = this.#block(rows, depth + 1);
      if (node && properties[1] !== undefined) this.#reader.anchor(properties[1], node);
      return node;
    }
    if (this.#hasLoneSign({ row, key: undefined, rows }, start)) {
      this.#problems.push(loneSign(this.#text, inline));
      return this.#block(rows, depth + 1);
    }
    const place = columnBeside(this.#text, inline, rows, column);
    if (place !== undefined || startsItem(this.#text, inline)) {
      this.#problems.push(blockBesideKey(this.#text, inline, from, place));
      return this.#block([rowFrom(row, start, place), ...rows], depth + 1);
    }
    return this.#value([inline, ...rows], column, reported, errors);
  }

  /** Whether what stands behind a key does not belong on its line, so that a space would not help. */
  #isMisplaced(part: Part, column: number): boolean {
    const start = inlineStart(this.#text, part);
    if (start === undefined) return false;
    const beside = columnBeside(this.#text, rowFrom(part.row, start), part.rows, column);
    return beside !== undefined || this.#hasLoneSign(part, start);
  }

  /** @param start where the value on the line of the key begins */
  #hasLoneSign(part: Pick<Part, 'row' | 'key' | 'rows'>, start = inlineStart(this.#text, part)): boolean {
    if (start === undefined || !isLoneSign(this.#text, rowFrom(part.row, start))) return false;
    const below = part.rows.find(isActive);
    return below !== undefined && (keyOf(this.#text, below) !== undefined || startsItem(this.#text, below));
  }

  /** Rows that are no entry. A run of them has one cause. */
  #stray({ row, rows }: Part, depth: number): readonly Entry[] {
    const source = this.#text.slice(row.start, row.end);
    const quoted = isQuote(this.#text, row.start) ? keyAt(this.#text, row.start + 1, row.end) : undefined;
    if (isNamedKey(quoted)) {
      this.#problems.push(quoteBeforeKey(this.#text, row, quoted));
      return this.#entry({ row: rowFrom(row, row.start + 1, row.column), key: quoted, rows }, row.column, depth);
    }
    const word = /^[A-Za-z_][\w-]*/.exec(source)?.[0] ?? '';
    const rest = source.slice(word.length);
    const assigned = /^\s*=\s*(?=\S)/.exec(rest)?.[0];
    const opensBlock = rest === '' && rows.length > 0 && rows.every(one => one.column > row.column || one.passive);
    if (word === '' || !(opensBlock || assigned !== undefined || /^\s+["']/.test(rest))) {
      this.#problems.push(strayRow(this.#text, row));
      return [];
    }
    const key = { start: row.start, end: row.start + word.length };
    const from = key.end + (assigned?.length ?? 0);
    this.#problems.push(
      missingColon(this.#text, key, assigned === undefined ? undefined : { start: key.end, end: from }),
    );
    const part = { row, key: undefined, rows };
    const value = this.#entryValue(part, from, row.column, depth, true, []) ?? emptyAt(key.end);
    return [{ name: word, key, start: row.start, end: Math.max(key.end, value.end), value }];
  }

  #list(rows: readonly Row[], depth: number, errors: readonly YamlError[]): FieldNode {
    const split = splitList(this.#text, rows);
    this.#reportSlips(split);
    const items = this.#items(split.parts, depth, errors);
    const extent = this.#extent(rows);
    const start = items[0]?.start ?? extent.start;
    return { kind: 'list', flow: false, start, end: items.at(-1)?.end ?? extent.end, items, aliased: false };
  }

  #items(parts: readonly Part[], depth: number, errors: readonly YamlError[]): readonly Item[] {
    const [first, second] = parts;
    if (!first) return [];
    if (!second) return this.#item(first, depth);
    if (errors.length === 0) {
      const { root } = this.#read(parts.flatMap(rowsOfPart), depth);
      if (root?.kind === 'list' && !root.flow) return root.items;
    }
    const [left, right, place] = halves(parts);
    return [
      ...this.#items(
        left,
        depth,
        errors.filter(error => error.start < place),
      ),
      ...this.#items(
        right,
        depth,
        errors.filter(error => error.start >= place),
      ),
    ];
  }

  #item(part: Part, depth: number): readonly Item[] {
    const { row } = part;
    if (!startsItem(this.#text, row)) {
      this.#problems.push(missingDash(this.#text, row));
      if (!lacksBlank(this.#text, row)) return [];
    }
    const value = this.#itemValue(part, depth) ?? emptyAt(row.start + 1);
    return [{ start: row.start, end: Math.max(value.end, row.start + 1), value }];
  }

  #itemValue(part: Part, depth: number): FieldNode | undefined {
    const { row, rows } = part;
    const start = inlineStart(this.#text, part);
    if (start === undefined) return this.#block(rows, depth + 1);
    const content = rowFrom(row, start);
    const gap = { start: row.start + 1, end: start };
    const structured = keyOf(this.#text, content) !== undefined || startsItem(this.#text, content);
    if (!structured || !this.#text.slice(gap.start, gap.end).includes('\t')) {
      return this.#block([content, ...rows], depth + 1);
    }
    this.#problems.push(tabBehindDash(this.#text, gap, content));
    return this.#block([rowFrom(row, start, row.column + 2), ...rows], depth + 1);
  }

  /**
   * A scalar or flow collection that may be broken.
   *
   * @param column of its key: a line of it that stands there is not indented
   * @param reported whether its rows have a problem already
   */
  #value(rows: readonly Row[], column: number, reported: boolean, errors: readonly YamlError[]): FieldNode {
    const span = this.#valueSpan(rows);
    if (flowDepth(this.#text, span.start, span.end) > MAX_DEPTH) {
      this.#reader.limit({ start: span.start, end: span.start + 1 }, tooDeepMessage());
      return brokenAt(span);
    }
    const active = rows.filter(isActive);
    const outside = active.slice(1).filter(row => row.column <= column);
    const alone = reported || outside.length > 0 || !isUniform(rows);
    const node = alone ? this.#readAlone(span) : undefined;
    if (node) {
      // The bracket that closes a collection may stand at the column of its key.
      if (outside.some(row => !']}'.includes(this.#text.charAt(row.start))))
        this.#problems.push(unindentedLines(this.#text, outside, column, span));
      return node;
    }
    const problems = diagnoseValue(this.#text, active);
    for (const problem of this.#tried(problems, span)) this.#problems.push(problem);
    if (problems.length === 0 && !alone) this.#unknown(errors, span);
    return brokenAt(span);
  }

  /** A value read for itself: a scalar or flow collection, nothing that would need a line of its own. */
  #readAlone(span: Span): FieldNode | undefined {
    this.#budget -= 2 * (span.end - span.start + CALL_COST);
    if (this.#budget < 0 || !isYamlValue(this.#text.slice(span.start, span.end))) return undefined;
    return this.#reader.read(span).root;
  }

  /** The problems of one value, with their fixes if it reads when all of them are applied. */
  #tried(problems: readonly SyntaxProblem[], span: Span): readonly SyntaxProblem[] {
    const edits = problems.flatMap(problem => problem.fix?.edits ?? []);
    if (edits.length === 0) return problems;
    const repaired = withEdits(this.#text, span, edits);
    this.#budget -= repaired.length + CALL_COST;
    if (this.#budget >= 0 && isYamlValue(repaired)) return problems;
    return problems.map(({ fix: _, ...rest }) => rest);
  }

  #reportSlips({ slips }: Split): void {
    for (const slip of slips) this.#problems.push(slipProblem(this.#text, slip));
  }

  #unknown(errors: readonly YamlError[], within: Span): void {
    const first = errors[0];
    if (!first) return;
    this.#problems.push(unknownCause(this.#text, first, within));
  }

  #read(rows: readonly Row[], depth: number): Reading {
    const first = rows.find(isActive);
    const last = rows.at(-1);
    if (!first || !last || !isUniform(rows)) return nothing;
    const end = Math.min(nextLine(this.#text, last.end), this.#span.end);
    const column = columnInFile(first);
    const cost = end - first.start + column + CALL_COST;
    this.#budget -= cost;
    if (this.#budget < 0) return nothing;
    // The parts without a mistake are of the common shape, nearly always.
    const common = depth === 0 && column === 0 ? readCommon(this.#text, { start: first.start, end }) : undefined;
    if (common) return { root: common, errors: [] };
    const reading = this.#reader.read({ start: first.start, end }, column, depth);
    // What overflows the stack is slow as well: each level less deep would be so again.
    if (reading.errors.some(error => error.code === 'RESOURCE_EXHAUSTION')) this.#budget -= 3 * cost;
    return reading;
  }

  #extent(rows: readonly Row[]): Span {
    const active = rows.filter(isActive);
    return { start: active[0]?.start ?? this.#span.start, end: active.at(-1)?.end ?? this.#span.start };
  }

  /** From the first to the last character of a value; the lines of a block scalar are part of it. */
  #valueSpan(rows: readonly Row[]): Span {
    const { start, end } = this.#extent(rows);
    return '|>'.includes(this.#text.charAt(start)) ? { start, end: rows.at(-1)?.end ?? end } : { start, end };
  }

  #count(): number {
    return this.#problems.length + this.#reader.problems.length;
  }
}

/**
 * The column where a list or mapping belongs that begins on the line of its key, by the lines below that are a part of it.
 *
 * @param column of the key
 */
function columnBeside(text: string, inline: Row, rows: readonly Row[], column: number): number | undefined {
  const below = rows.find(isActive);
  if (!below) return undefined;
  const content = inlineStart(text, { row: inline, key: undefined });
  if (startsItem(text, inline)) {
    if (startsItem(text, below)) return below.column;
    if (!keyOf(text, below)) return undefined;
    const place = below.column - (content === undefined ? 2 : content - inline.start);
    return place >= column ? place : undefined;
  }
  return startsBlock(text, inline) && isNamedKey(keyOf(text, below)) ? below.column : undefined;
}

function rowsOfPart(part: Part): readonly Row[] {
  return [part.row, ...part.rows];
}

/** The two halves of some parts, and where the second one begins. */
function halves(parts: readonly Part[]): [readonly Part[], readonly Part[], number] {
  const middle = parts.length >> 1;
  return [parts.slice(0, middle), parts.slice(middle), parts[middle]?.row.line ?? 0];
}

/** Leaves out keys that `<<` took over and that the mapping has itself: here entries were read apart. */
function withoutOverridden(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(isMerged)) return entries;
  const own = new Set(entries.filter(entry => !isMerged(entry)).map(entry => entry.name));
  return entries.filter(entry => !isMerged(entry) || !own.has(entry.name));
}

/** Whether rows stand to each other as in the file, without tabs, so that the library can read them in one go. */
function isUniform(rows: readonly Row[]): boolean {
  const active = rows.filter(isActive);
  return active.every((row, index) => row.shift === active[0]?.shift && (index === 0 || !row.tab));
}
