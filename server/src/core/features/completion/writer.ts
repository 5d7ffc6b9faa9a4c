import type { Article } from '../../article/articleDocument.ts';
import type { FieldNode, ListNode, MapNode } from '../../article/nodes.ts';
import { writeScalar } from '../../article/scalars.ts';
import type { PlainValue } from '../../edits/edits.ts';
import { entryLines, flowEntry, flowValue, type Site, siteOf } from '../../edits/writeValue.ts';
import type { MapShape, Shape, TextShape } from '../../schema/shape.ts';
import type { Template } from './template.ts';

/**
 * Writes what a completion inserts, in the way of one file: its quotes, its indentation. Block templates are lines from the
 * column of their first; the caller knows where that is.
 */
export interface Writer {
  readonly eol: string;
  readonly indent: number;
  readonly dash: number;
  readonly json: boolean;
  /** The token of a value on one line. */
  token(name: string, value: PlainValue): string;
  /** `name: value` with a value that is known. */
  entry(name: string, value: PlainValue): Template;
  /** A list item with a value that is known, from its dash. */
  item(name: string, value: PlainValue): Template;
  /** The lines of `name:` for a value that is not known: its required parts with a hole in each. */
  emptyEntry(name: string, shape: Shape, known?: Known): Template;
  /** A list item from its dash. */
  emptyItem(name: string, shape: Shape, known?: Known): Template;
  /** The entries of a mapping, line by line. */
  emptyMap(shape: MapShape, known?: Known): Template;
}

/** What a field that is about to be written holds for sure, by its name; `undefined` where nobody knows. */
export type Known = (name: string) => PlainValue | undefined;

/**
 * @param parent the mapping or list that the text becomes a part of, when it is there already
 * @param flow it stands in `[…]` or `{…}`
 */
export function writerOf(article: Article, parent: MapNode | ListNode | undefined, flow: boolean): Writer {
  const site = siteOf(article, parent);
  const one = written(site, flow || site.style.json);
  const { eol, indent, dash, json } = site.style;
  return {
    eol,
    indent,
    dash,
    json,
    token: (name, value) => tokenOf(one, name, value),
    entry: (name, value) => [one.flow ? flowKnown(one, name, value) : knownLines(one, name, value).join('\n')],
    item: (name, value) => [one.flow ? flowPart(one, name, value) : knownItem(one, name, value).join('\n')],
    emptyEntry: (name, shape, known = unknown) => entryOf(one, name, shape, known),
    emptyItem: (name, shape, known = unknown) => itemOf(one, name, shape, known),
    emptyMap: (shape, known = unknown) => mapOf(one, shape, known),
  };
}

interface Written {
  readonly site: Site;
  readonly flow: boolean;
  /** The habit of each name, found once: it takes a walk over the file. */
  readonly quotes: Map<string, 'plain' | 'single' | 'double'>;
  /** Whether the file writes addresses, and running text, without quotes. */
  readonly plain: Map<'url' | 'prose', boolean>;
  /** For what stands in a mapping or list that is new. */
  inner(): Written;
}

function written(site: Site, flow: boolean): Written {
  let inside: Written | undefined;
  const inner = (): Written => {
    inside ??= site.parent === undefined ? one : written({ ...site, parent: undefined }, flow);
    return inside;
  };
  const one: Written = { site, flow, quotes: new Map(), plain: new Map(), inner };
  return one;
}

const unknown: Known = () => undefined;

/** Many values of one name are quoted alike. */
function tokenOf(one: Written, name: string, value: PlainValue): string {
  if (typeof value !== 'string') return flowValue(one.site, name, value, one.flow);
  const kind = /^[a-z]+:\/\//i.test(value)
    ? 'url'
    : /^\d{4}-\d\d-\d\dT/.test(value)
      ? 'time'
      : /^[\w./-]+$/.test(value)
        ? 'word'
        : 'text';
  const key = `${name} ${kind}`;
  const style = one.quotes.get(key);
  if (style !== undefined && kind !== 'time') return writeScalar(value, style, { flow: one.flow });
  const role = kind === 'url' ? 'url' : proseNames.has(name) ? 'prose' : undefined;
  if (role !== undefined && !writesPlain(one, role)) {
    // In the quotes that the file uses, double ones where it uses none.
    const quotes = flowValue(one.site, name, value, one.flow).startsWith("'") ? 'single' : 'double';
    one.quotes.set(key, quotes);
    return writeScalar(value, quotes, { flow: one.flow });
  }
  const token = flowValue(one.site, name, value, one.flow);
  const plain = token === value;
  // What needs its quotes says nothing about the others.
  if (plain || writeScalar(value, 'plain', { flow: one.flow }) === value)
    one.quotes.set(key, plain ? 'plain' : token.startsWith("'") ? 'single' : 'double');
  return token;
}

function knownLines(one: Written, name: string, value: PlainValue): readonly string[] {
  const key = keyOf(one, name);
  const { indent, dash } = one.site.style;
  if (isList(value) && value.length > 0)
    return [
      `${key}:`,
      ...shift(
        value.flatMap(item => knownItem(one.inner(), name, item)),
        dash,
      ),
    ];
  if (isMap(value) && Object.keys(value).length > 0)
    return [
      `${key}:`,
      ...shift(
        Object.entries(value).flatMap(([inner, part]) => knownLines(one.inner(), inner, part)),
        indent,
      ),
    ];
  return [`${key}: ${tokenOf(one, name, value)}`];
}

function knownItem(one: Written, name: string, value: PlainValue): readonly string[] {
  const lines = isMap(value)
    ? Object.entries(value).flatMap(([inner, part]) => knownLines(one.inner(), inner, part))
    : [tokenOf(one, name, value)];
  return shift(lines, 2).map((line, i) => (i === 0 ? `-${line.slice(1)}` : line));
}

function flowKnown(one: Written, name: string, value: PlainValue): string {
  return `${keyOf(one, name)}: ${flowPart(one, name, value)}`;
}

function flowPart(one: Written, name: string, value: PlainValue): string {
  if (isList(value)) return `[${value.map(item => flowPart(one.inner(), name, item)).join(', ')}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([inner, part]) => flowKnown(one.inner(), inner, part))
      .join(', ')}}`;
  return tokenOf(one, name, value);
}

function keyOf(one: Written, name: string): string {
  return one.flow ? flowEntry(one.site, name, 0).slice(0, -3) : (entryLines(one.site, name, 0)[0] ?? '').slice(0, -3);
}

function shift(lines: readonly string[], width: number): readonly string[] {
  return lines.map(line => ' '.repeat(width) + line);
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function isMap(value: PlainValue): value is { readonly [name: string]: PlainValue } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function entryOf(one: Written, name: string, shape: Shape, known: Known): Template {
  const value = known(name);
  if (value !== undefined) return [one.flow ? flowKnown(one, name, value) : knownLines(one, name, value).join('\n')];
  return [`${keyOf(one, name)}:`, ...emptyValue(one, name, shape, unknown)];
}

/** From behind the colon: a blank and a scalar, or lines below. */
function emptyValue(one: Written, name: string, shape: Shape, known: Known): Template {
  const { indent, dash } = one.site.style;
  if (shape.kind === 'map') {
    const inner = mapOf(one.inner(), shape, known);
    return one.flow ? [' ', ...inner] : indented(['\n', ...inner], indent);
  }
  if (shape.kind === 'list') {
    const item = itemOf(one.inner(), name, shape.item, known);
    return one.flow ? [' [', ...item, ']'] : indented(['\n', ...item], dash);
  }
  return [' ', ...scalarOf(one, name, shape)];
}

function itemOf(one: Written, name: string, shape: Shape, known: Known): Template {
  if (one.flow) return shape.kind === 'map' ? mapOf(one, shape, known) : scalarOrList(one, name, shape, known);
  if (shape.kind === 'map') return ['- ', ...indented(mapOf(one.inner(), shape, known), 2)];
  return ['- ', ...scalarOrList(one, name, shape, known)];
}

function scalarOrList(one: Written, name: string, shape: Shape, known: Known): Template {
  if (shape.kind !== 'list') return scalarOf(one, name, shape);
  const item = itemOf(one, name, shape.item, known);
  return one.flow ? ['[', ...item, ']'] : indented(item, 2);
}

/** The required entries of a mapping; a place for the first one where none is. */
function mapOf(one: Written, shape: MapShape, known: Known): Template {
  const fields = [...shape.fields.values()].filter(field => field.required || known(field.name) !== undefined);
  const entries = fields.map(field => entryOf(one, field.name, field.shape, known));
  const parts = entries.length > 0 ? entries : [[{ text: '' }]];
  const lines = parts.flatMap((entry, i) => (i === 0 ? entry : [one.flow ? ', ' : '\n', ...entry]));
  return one.flow ? ['{', ...lines, '}'] : lines;
}

/** A hole between the quotes that the file would put there. */
function scalarOf(one: Written, name: string, shape: Shape): Template {
  switch (shape.kind) {
    case 'boolean':
      return [{ text: '', choices: ['true', 'false'] }];
    case 'text':
      return textOf(one, name, shape);
    default:
      return [{ text: '' }];
  }
}

function textOf(one: Written, name: string, shape: TextShape): Template {
  const { values } = shape;
  if (values?.length === 1) return [tokenOf(one, name, values[0] ?? '')];
  if (values) {
    const tokens = values.map(value => tokenOf(one, name, value));
    return [{ text: '', choices: tokens }];
  }
  const [sample] = shape.examples;
  const token = tokenOf(one, name, typeof sample === 'string' && sample !== '' ? sample : 'word');
  const wantsQuotes = running.has(shape.role) && !writesPlain(one, shape.role);
  const quote = /^["']/.exec(token)?.[0] ?? (wantsQuotes ? '"' : '');
  return quote === '' ? [{ text: '' }] : [quote, { text: '' }, quote];
}

/** What a person types here may hold anything, such as a colon and a blank. */
const running: ReadonlySet<string | undefined> = new Set(['title', 'prose', 'html', 'url', 'image-url']);

/** True when the file writes such texts without quotes somewhere. */
function writesPlain(one: Written, role: string | undefined): boolean {
  const kind = role === 'url' || role === 'image-url' ? 'url' : 'prose';
  const known = one.plain.get(kind);
  if (known !== undefined) return known;
  const { root } = one.site.article;
  const found = root !== undefined && holdsPlain(root, '', kind === 'url' ? isAddress : isProse);
  one.plain.set(kind, found);
  return found;
}

function holdsPlain(node: FieldNode, name: string, matches: (name: string, text: string) => boolean): boolean {
  if (node.aliased) return false;
  if (node.kind === 'map') return node.entries.some(entry => holdsPlain(entry.value, entry.name, matches));
  if (node.kind === 'list') return node.items.some(item => holdsPlain(item.value, name, matches));
  return node.style === 'plain' && matches(name, node.text);
}

const isAddress = (_: string, text: string): boolean => /^(?:https?:\/)?\//.test(text);
const isProse = (name: string): boolean => proseNames.has(name);
const proseNames: ReadonlySet<string> = new Set(['title', 'excerpt', 'description', 'bio', 'featuredContent']);

function indented(template: Template, width: number): Template {
  const blanks = ' '.repeat(width);
  return template.map(part => (typeof part === 'string' ? part.replaceAll('\n', `\n${blanks}`) : part));
}
