import { type Article, parseArticle } from '../article/articleDocument.ts';
import { type Entry, type FieldNode, isMerged, isSecured, type ScalarNode } from '../article/nodes.ts';
import {
  canBePlain,
  canBeSingle,
  coreType,
  escapeDouble,
  escapeSingle,
  isPlainToken,
  isTimestamp,
  writeLiteral,
  writeScalar,
} from '../article/scalars.ts';
import { blockIndent, type ScalarUnit, scalarUnits } from '../article/scalarUnits.ts';
import { yaml11Type } from '../article/yaml11.ts';
import { type Edit, edit, lineEnd, type Span } from '../text.ts';
import { isEditable, type Place, placeOf, within } from './editBounds.ts';
import { fileStyle } from './fileStyle.ts';
import { quoteHabit } from './quoteHabit.ts';

/**
 * Writes another value in place of a scalar. A string keeps the quotes of the old one, as far as they can hold it: a
 * plain one that cannot is double-quoted, a block scalar keeps its header and indentation. A moment
 * (`2022-05-11T21:00:00Z`) stays plain. Numbers, booleans and null are written plain. An empty value is filled in behind
 * its colon or dash, quoted as the file quotes its like.
 */
export function replaceValue(
  article: Article,
  node: ScalarNode,
  value: string | number | boolean | null,
): Edit | undefined {
  const place = isEditable(article, node) ? placeOf(article, node) : undefined;
  if (!place) return undefined;
  if (node.style === 'empty') return fillIn(article, node, place, value);
  if (node.style === 'literal' || node.style === 'folded') return replaceBlock(article, node, value);
  const token = typeof value === 'string' ? stringToken(article, node, place, value) : writeLiteral(value);
  return replaced(article, node, token);
}

/**
 * Writes another text in place of a scalar's and keeps the source of every character at its beginning and end that does
 * not change: from `"It\u2019s  new"` to the text `It’s new` one blank goes and the escape stays. The result is always
 * a string.
 */
export function replaceText(article: Article, node: ScalarNode, text: string): Edit | undefined {
  if (!isEditable(article, node) || (node.value === text && node.style !== 'empty')) return undefined;
  return replaceMiddle(article, node, text) ?? replaceValue(article, node, text);
}

/** Puts a plain scalar's own source into double quotes: `2022` becomes `"2022"`, `yes` becomes `"yes"`. */
export function quoteValue(article: Article, node: ScalarNode): Edit | undefined {
  if (node.style !== 'plain' || !isEditable(article, node)) return undefined;
  const source = article.text.slice(node.start, node.end);
  // A source of several lines folds between quotes as it does without them.
  return replaced(
    article,
    node,
    `"${source
      .split(/(\r?\n)/)
      .map(quotedLine)
      .join('')}"`,
  );
}

/**
 * Takes the quotes off a value that is none of a string: `"true"` becomes `true`. `undefined` when what is left would
 * still be a string, or would not be the same value to YAML 1.2 and to Ruby's YAML 1.1 (`"012"`, `"yes"`). A date or
 * moment, which only the latter knows, may lose its quotes.
 */
export function unquoteValue(article: Article, node: ScalarNode): Edit | undefined {
  if ((node.style !== 'single' && node.style !== 'double') || !isEditable(article, node)) return undefined;
  const place = placeOf(article, node);
  if (!place || !isPlainToken(node.text, place.flow) || !isSameLiteral(node.text)) return undefined;
  return replaced(article, node, node.text);
}

/** Gives a key another name, within its own quotes. A `secured` keeps its name; a misspelt one may become it. */
export function renameKey(article: Article, entry: Entry, name: string): Edit | undefined {
  // A value may stand without a key: `: x`.
  if (entry.key.start === entry.key.end || isMerged(entry)) return undefined;
  if (isSecured(entry.name) && name !== 'secured') return undefined;
  const source = article.text.slice(entry.key.start, entry.key.end);
  const style = source.startsWith('"') ? 'double' : source.startsWith("'") ? 'single' : 'plain';
  if (style === 'plain' ? source !== entry.name : source.length < 2 || source.includes('\n')) return undefined;
  return replaced(article, entry.key, writeScalar(name, style, { flow: isInFlow(article, entry) }));
}

/**
 * The token for a string that takes a scalar's place. Moments stay plain though Ruby reads them as times: that is how
 * articles write them.
 */
function stringToken(article: Article, node: ScalarNode, place: Place, text: string): string {
  const { style } = node;
  const context = { flow: place.flow };
  if (style === 'single' || style === 'double') return writeScalar(text, style, context);
  if (fileStyle(article).json) return writeScalar(text, 'double');
  return staysPlain(article, node, place, text) ? text : writeScalar(text, 'double');
}

function staysPlain(article: Article, node: ScalarNode, place: Place, text: string): boolean {
  if (canBePlain(text, place.flow)) return true;
  if (!isPlainToken(text, place.flow) || coreType(text) !== 'string') return false;
  return isTimestamp(text) || (isTime(text) && isTime(article.text.slice(node.start, node.end)));
}

function isTime(source: string): boolean {
  const type = yaml11Type(source);
  return type === 'time' || type === 'date';
}

function isSameLiteral(source: string): boolean {
  const type = yaml11Type(source);
  switch (coreType(source)) {
    case 'null':
      return type === 'null';
    case 'boolean':
      return type === 'boolean';
    case 'number':
      return (type === 'integer' || type === 'float') && !/^[-+]?0\d/.test(source);
    case 'string':
      return type === 'time' || type === 'date';
  }
}

function quotedLine(part: string): string {
  return /^\r?\n$/.test(part) ? part : escapeDouble(part).replaceAll('\\t', '\t');
}

/** Fills in a value that is not there. */
function fillIn(
  article: Article,
  node: ScalarNode,
  place: Place,
  value: string | number | boolean | null,
): Edit | undefined {
  const site = emptySite(article.text, node, place);
  if (!site) return undefined;
  const token = typeof value === 'string' ? newToken(article, place, value) : writeLiteral(value);
  return within(article, edit(site, site.lead + token));
}

function newToken(article: Article, place: Place, text: string): string {
  const style = fileStyle(article).json ? 'double' : quoteHabit(article, text, place.name, place.parent);
  if (style === 'plain' && !place.flow && isTimestamp(text)) return text;
  return writeScalar(text, style, { flow: place.flow });
}

/** Where the value that is not there has to stand, and what has to stand before it. */
function emptySite(text: string, node: ScalarNode, place: Place): (Span & { lead: string }) | undefined {
  if (place.flow) {
    if (!place.entry) return undefined;
    const colon = /^\s*:/.exec(text.slice(place.entry.key.end));
    const at = colon ? place.entry.key.end + colon[0].length : place.entry.key.end;
    return { start: at, end: at, lead: colon ? ' ' : ': ' };
  }
  const before = text.charCodeAt(node.start - 1);
  // An anchor or a tag would have to stay before the value.
  if ((before !== 58 && before !== 45) || /^(?:\s|#.*)*[&!]/.test(text.slice(node.start))) return undefined;
  const blanks = /^[ \t]*/.exec(text.slice(node.start))?.[0].length ?? 0;
  const last = node.start + blanks === lineEnd(text, node.start);
  return { start: node.start, end: last ? node.start + blanks : node.start, lead: ' ' };
}

/** Replaces the part of the token that stands for the part of the text that changes. */
function replaceMiddle(article: Article, node: ScalarNode, text: string): Edit | undefined {
  const place = placeOf(article, node);
  const units = scalarUnits(article.text, node);
  if (!place || !units || typeof node.value !== 'string') return undefined;
  // The line breaks of a plain scalar of several lines are empty lines in it.
  if (node.style === 'plain' && !staysPlain(article, node, place, text.replaceAll('\n', ' '))) return undefined;
  const block = node.style === 'literal' || node.style === 'folded';
  // The line breaks at the end of a block scalar follow from its header and must stay.
  const tail = block ? (/\n*$/.exec(node.text)?.[0] ?? '') : '';
  if (block && (/\n*$/.exec(text)?.[0] ?? '') !== tail) return undefined;
  const wanted = text.slice(0, text.length - tail.length);
  const { first, last, from, to } = middleOf(units, wanted);
  const middle = encoded(article, node, wanted.slice(from, to));
  if (middle === undefined) return undefined;
  const contentEnd = units.at(-1)?.end ?? (node.style === 'plain' ? node.end : node.end - 1);
  const start = units[first]?.start ?? contentEnd;
  const result = within(article, edit({ start, end: units[last - 1]?.end ?? start }, middle));
  const oneLine = !block && !article.text.slice(node.start, node.end).includes('\n');
  return result && (oneLine || readsAs(article, result, node, text)) ? result : undefined;
}

/** Which units have to go, `first` to before `last`, and which part of the new text comes in their place. */
function middleOf(
  units: readonly ScalarUnit[],
  text: string,
): { first: number; last: number; from: number; to: number } {
  let first = 0;
  let from = 0;
  for (let unit: ScalarUnit | undefined; (unit = units[first]) && text.startsWith(unit.text, from); first++) {
    from += unit.text.length;
  }
  let last = units.length;
  let to = text.length;
  for (let unit: ScalarUnit | undefined; last > first && (unit = units[last - 1]); last--) {
    if (to - unit.text.length < from || !text.endsWith(unit.text, to)) break;
    to -= unit.text.length;
  }
  return { first, last: Math.max(first, last), from, to };
}

/** A part of a text as it has to stand in a scalar's token; `undefined` when the style cannot hold it. */
function encoded(article: Article, node: ScalarNode, text: string): string | undefined {
  switch (node.style) {
    case 'double':
      return escapeDouble(text);
    case 'single':
      return canBeSingle(text) ? escapeSingle(text) : undefined;
    case 'plain':
      return text.includes('\n') ? undefined : text;
    case 'literal':
    case 'folded':
      return blockLines(article, node, text);
    default:
      return undefined;
  }
}

/** Lines of a block scalar, without the first one's indentation. */
function blockLines(article: Article, node: ScalarNode, text: string): string | undefined {
  const lines = text.split('\n');
  if (!lines.every(canBeSingle)) return undefined;
  const { eol } = fileStyle(article);
  const indent = blockIndent(article.text, node) ?? '';
  const between = node.style === 'folded' ? eol + eol : eol;
  return lines.map((line, i) => (i === 0 || line === '' ? line : indent + line)).join(between);
}

function replaceBlock(article: Article, node: ScalarNode, value: string | number | boolean | null): Edit | undefined {
  const span = { start: node.start, end: lineEnd(article.text, node.end) };
  if (typeof value === 'string') {
    const result = replaceBlockText(article, node, value);
    if (result) return result;
  }
  // The comment of the header stays at the end of the only line.
  const comment = /^[|>][-+\d]*([ \t]+#.*)/.exec(article.text.slice(node.start, node.end))?.[1] ?? '';
  const token = typeof value === 'string' ? writeScalar(value, 'double') : writeLiteral(value);
  return replaced(article, span, token + comment.trimEnd());
}

/** A text in place of a block scalar's own, under the same header, or under one that drops the last line break. */
function replaceBlockText(article: Article, node: ScalarNode, text: string): Edit | undefined {
  const { text: source } = article;
  const indent = blockIndent(source, node);
  const wanted = text.replace(/\n+$/, '');
  const lines = wanted === '' || indent === undefined ? undefined : blockLines(article, node, wanted);
  if (indent === undefined || lines === undefined) return undefined;
  const header = source.slice(node.start, source.indexOf('\n', node.start) + 1);
  const headers = wanted === text ? [header, header.replace(/^([|>]\d?)(?![-+\d])/, '$1-')] : [header];
  for (const one of headers) {
    const span = { start: node.start, end: lineEnd(source, node.end) };
    const result = replaced(article, span, one + indent + lines);
    if (result && readsAs(article, result, node, text)) return result;
  }
  return undefined;
}

/** True when a scalar, after an edit in it, has the text that it should have. For tokens of several lines. */
function readsAs(article: Article, change: Edit, node: ScalarNode, text: string): boolean {
  const after = article.text.slice(0, change.start) + change.newText + article.text.slice(change.end);
  const { root } = parseArticle(article.path, after, article.kind);
  const found = root && scalarAt(root, node.start);
  return found?.value === text;
}

function scalarAt(node: FieldNode, start: number): ScalarNode | undefined {
  if (node.kind === 'scalar') return node.start === start && !node.aliased ? node : undefined;
  const values = node.kind === 'map' ? node.entries : node.items;
  for (const one of values) {
    if (one.value.start > start || one.value.end < start) continue;
    const found = scalarAt(one.value, start);
    if (found) return found;
  }
  return undefined;
}

function isInFlow(article: Article, entry: Entry): boolean {
  return placeOf(article, entry.value)?.flow ?? false;
}

function replaced(article: Article, span: Span, newText: string): Edit | undefined {
  if (article.text.slice(span.start, span.end) === newText) return undefined;
  return within(article, edit(span, newText));
}
