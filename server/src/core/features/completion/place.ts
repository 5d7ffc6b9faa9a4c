import type { Article } from '../../article/articleDocument.ts';
import { type FieldNode, type ListNode, type MapNode, nodeAt as valueAt } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import type { SiteView } from '../../check/siteView.ts';
import { anyShape, type MapShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Edit, edit, lineEnd } from '../../text.ts';
import type { CursorContext, Step } from '../cursorContext.ts';
import type { CompletionOptions } from './completionItem.ts';
import { hasHoles, render, type Template } from './template.ts';
import { type Writer, writerOf } from './writer.ts';

/** The cursor's place with all that is known of it. */
export interface Place {
  readonly view: ArticleView;
  readonly article: Article;
  readonly site: SiteView | undefined;
  readonly options: CompletionOptions;
  readonly context: CursorContext;
  /** What the value at `context.path` is meant to be; for a key, what its mapping is. */
  readonly shape: Shape;
  /** The key of the value, or of the list that an item stands in; the empty string at the top. */
  readonly name: string;
  /** The mapping that a key belongs to; for a value, the one that holds it. `undefined` where the tree has none. */
  readonly map: MapNode | undefined;
  readonly mapShape: MapShape | undefined;
  /** The list that the value is an item of. */
  readonly list: ListNode | undefined;
  /** The value goes into lines below its key, as an item or as entries. */
  readonly opens: 'list' | 'map' | undefined;
  readonly writer: Writer;
}

/** `undefined` where nothing is known of what may stand at the cursor. */
export function placeAt(view: ArticleView, context: CursorContext, options: CompletionOptions): Place | undefined {
  const { article, contentType } = view;
  if (!contentType) return undefined;
  const shapes: Shape[] = [contentType.shape];
  for (const step of context.path) shapes.push(inside(shapes.at(-1) ?? anyShape, step));
  let shape = shapes.at(-1) ?? anyShape;
  let { path } = context;
  let opens: Place['opens'];
  let settled = context;
  if (context.slot === 'start' && shape.kind === 'list' && !context.flow) {
    // On a line below its key stands an item without its dash.
    [path, shape] = [[...path, 0], shape.item];
    settled = { ...context, path, column: context.column + 2, lacksDash: true };
  } else if (context.slot === 'value' && (shape.kind === 'list' || shape.kind === 'map')) {
    if (
      context.block !== undefined ||
      context.typed !== '' ||
      context.token.start !== context.token.end ||
      context.quote
    )
      return undefined;
    opens = shape.kind;
    if (shape.kind === 'list') [path, shape] = [[...path, 0], shape.item];
    settled = { ...context, path, keys: [] };
  }
  const mapSteps = settled.slot === 'value' && opens === undefined ? holderOf(path) : path;
  const node = nodeAt(view.root?.node, mapSteps);
  const mapShape = shapeOf(contentType.shape, mapSteps);
  const list = nodeAt(view.root?.node, path.slice(0, -1));
  return {
    view,
    article,
    site: view.site,
    options,
    context: settled,
    shape,
    name: nameOf(path),
    map: node?.kind === 'map' ? node : undefined,
    mapShape: mapShape.kind === 'map' ? mapShape : undefined,
    list: list?.kind === 'list' ? list : undefined,
    opens,
    writer: writerOf(article, node?.kind === 'map' ? node : list?.kind === 'list' ? list : undefined, context.flow),
  };
}

/** The path of the mapping that holds a value, past the lists that it stands in. */
export function holderOf(path: readonly Step[]): readonly Step[] {
  let end = path.length;
  while (end > 0 && typeof path[end - 1] === 'number') end--;
  return path.slice(0, Math.max(0, end - 1));
}

export function nodeAt(root: FieldNode | undefined, path: readonly Step[]): FieldNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'list' ? node.items[step]?.value : undefined;
    else node = valueAt(node, step);
  }
  return node;
}

export function shapeOf(root: Shape, path: readonly Step[]): Shape {
  return path.reduce(inside, root);
}

/** The shapes around the cursor's value, the nearest last; the mapping's own included. */
export function rolesAbove({ view, context }: Place): readonly (string | undefined)[] {
  const roles: (string | undefined)[] = [];
  let shape: Shape = view.contentType?.shape ?? anyShape;
  for (const step of context.path) {
    if (shape.kind === 'map') roles.push(shape.role);
    shape = inside(shape, step);
  }
  if (shape.kind === 'map') roles.push(shape.role);
  return roles;
}

/** Keys from the root without the indexes between them. */
export function fieldPath(path: readonly Step[]): readonly string[] {
  return path.filter(step => typeof step === 'string');
}

/** What an item changes. */
export interface Insertion {
  readonly edit: Edit;
  readonly snippet: boolean;
  readonly moreEdits: readonly Edit[];
}

/**
 * Puts lines at the cursor: entries of a mapping, an item from its dash, or a scalar, whichever the place takes.
 *
 * @param dash the lines begin with the dash of an item
 */
export function insertLines(place: Place, body: Template, dash = false): Insertion {
  const { article, context, options, opens, writer } = place;
  const { token, rest } = context;
  const rendering = { snippets: options.snippets, eol: writer.eol };
  const snippet = options.snippets && hasHoles(body);
  if (opens && !context.flow) {
    const width = opens === 'list' ? writer.dash : writer.indent;
    const comment = article.text.slice(token.end, rest.end).trim();
    const below = render([...(comment === '' ? [] : [`${context.lead}${comment}`]), '\n', ...body], {
      ...rendering,
      snippets: snippet,
      indent: context.column + width,
    });
    let start = token.start;
    while (comment === '' && /[ \t]/.test(article.text.charAt(start - 1))) start--;
    const blanks = start < token.start ? [edit({ start, end: token.start }, '')] : [];
    return { edit: edit({ start: token.start, end: rest.end }, below), snippet, moreEdits: blanks };
  }
  const indent = dash && context.lacksDash ? context.column - 2 : context.column;
  const text = render(body, { ...rendering, snippets: snippet, indent });
  return { ...onColumn(place, edit(token, `${context.lead}${text}${context.tail}`)), snippet };
}

/** Puts a value at the cursor, within the quotes that stand there. */
export function insertValue(
  place: Place,
  value: string | number | boolean,
): Insertion & { readonly typedQuote: string } {
  const { context, name, writer, opens } = place;
  const { quote, token, closed } = context;
  if (quote === undefined) {
    const body = opens === 'list' || context.lacksDash ? writer.item(name, value) : [writer.token(name, value)];
    const wrapped = opens === 'list' && context.flow ? ['[', ...body, ']'] : body;
    return { ...insertLines(place, wrapped, true), typedQuote: '' };
  }
  const dash = context.lacksDash ? '- ' : '';
  if (typeof value === 'string' && canStand(value, quote) && dash === '') {
    const text = quote === '"' ? escapeIn(value) : value.replaceAll("'", "''");
    const inside = edit(token, `${text}${closed ? '' : quote}`);
    return { ...onColumn(place, inside), snippet: false, typedQuote: '' };
  }
  // What is no text stands without quotes.
  const whole = { start: token.start - 1, end: token.end + (closed ? 1 : 0) };
  const text = dash + writer.token(name, value);
  return { ...onColumn(place, edit(whole, text)), snippet: false, typedQuote: quote };
}

/** An edit at the cursor, with what puts its line to the column where it belongs. */
function onColumn({ context }: Place, main: Edit): Pick<Insertion, 'edit' | 'moreEdits'> {
  const { indent } = context;
  if (!indent) return { edit: main, moreEdits: [] };
  const { span, width } = indent;
  const missing = width - (span.end - span.start);
  // Two insertions at one place would have no order.
  if (missing > 0 && main.start === span.end)
    return { edit: edit(main, ' '.repeat(missing) + main.newText), moreEdits: [] };
  return { edit: main, moreEdits: [edit(span, ' '.repeat(width))] };
}

/** The start of the line below the cursor's; `undefined` on the last line. */
export function lineBelow({ article, context }: Place): number | undefined {
  const { text } = article;
  const end = lineEnd(text, context.token.end);
  if (end >= text.length) return undefined;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

function inside(shape: Shape, step: Step): Shape {
  if (typeof step === 'number') return shape.kind === 'list' ? shape.item : anyShape;
  return (shape.kind === 'map' ? shapeAt(shape, step) : undefined) ?? anyShape;
}

function nameOf(path: readonly Step[]): string {
  return fieldPath(path).at(-1) ?? '';
}

function canStand(value: string, quote: '"' | "'"): boolean {
  return quote === '"' || !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value);
}

function escapeIn(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
