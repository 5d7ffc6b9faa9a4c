import type { Article } from '../article/articleDocument.ts';
import { type FieldNode, isEmpty, isSecured, type ScalarNode } from '../article/nodes.ts';
import { type Fix, quoted } from '../article/problem.ts';
import { within } from '../edits/editBounds.ts';
import { scalarToList } from '../edits/edits.ts';
import type { RuleFinding } from '../rules/rule.ts';
import { say } from '../say.ts';
import type { ListShape, Shape } from '../schema/shape.ts';
import { type Edit, touches } from '../text.ts';
import type { ArticleView, Field } from './articleView.ts';
import { hasDashSlip } from './dashSlips.ts';
import { fieldsWith } from './firstLook.ts';
import { fixList } from './fixList.ts';
import { addDash, removeDash, singleValue } from './kindEdits.ts';
import { Sign } from './sign.ts';
import { placeName, shownText, tokenOf } from './tokenOf.ts';

/** Values of another kind than their field takes: a list, a mapping, a single value in place of one another. */
export function* kindFaults(view: ArticleView): Iterable<RuleFinding> {
  for (const field of fieldsWith(view, Sign.mistyped)) {
    const { node, shape, parent } = field;
    if (shape.kind === 'any' || kindOf(shape) === node.kind) continue;
    // An empty value is another rule's business, and what an alias repeats is reported where it stands.
    if ((node.kind === 'scalar' && (node.value === null || node.text.trim() === '')) || parent?.node.aliased) continue;
    // What the reader stumbled over is the cause of the rest.
    if (hasDashSlip(view, field) || view.article.problems.some(problem => touches(problem, node))) continue;
    yield {
      ...tokenOf(view, field),
      message: messageOf(field),
      fixes: () => fixesOf(view, field),
    };
  }
}

function kindOf(shape: Exclude<Shape, { kind: 'any' }>): FieldNode['kind'] {
  return shape.kind === 'list' || shape.kind === 'map' ? shape.kind : 'scalar';
}

function messageOf(field: Field): string {
  const { node, shape, name } = field;
  const given = node.kind === 'scalar' ? shownText(field) : node.kind === 'list' ? say`a list` : say`keys with values`;
  if (!field.parent) return say`This file must hold keys with values, not ${given}.`;
  const keys = shape.kind === 'map' ? listed(shape.order.slice(0, 2).map(quoted)) : '';
  const wanted = {
    text: say`a text`,
    number: say`a number`,
    boolean: say`true or false`,
    list: say`a list`,
    map: keys ? say`keys such as ${keys}` : say`keys`,
    any: '',
  };
  const found = isSecured(name) && node.kind === 'scalar' ? wanted.text : given;
  return say`${placeName(field)} takes ${wanted[shape.kind]}, not ${found}.`;
}

function listed([first = '', second]: readonly string[]): string {
  return second === undefined ? first : say`${first} and ${second}`;
}

function fixesOf(view: ArticleView, { node, shape }: Field): readonly Fix[] {
  const { article } = view;
  if (shape.kind === 'list') {
    if (node.kind === 'scalar') return listOf(view, node, shape);
    if (node.kind === 'map' && shape.item.kind === 'map')
      return fixAll(article, addDash(article.text, node), say`Make it a list of one item`, isWhole(node, shape.item));
  } else if (node.kind === 'list' && !node.aliased) {
    const [only] = node.items;
    if (node.items.length !== 1 || !only) return [];
    if (shape.kind === 'map')
      return fixAll(article, removeDash(article.text, node), say`Take the dash away`, isWhole(only.value, shape));
    const { value } = only;
    if (value.kind !== 'scalar' || value.aliased || isEmpty(value) || value.style === 'broken') return [];
    return fixAll(article, singleValue(article.text, node, value), say`Make it a single value`, false);
  }
  return [];
}

/** A list of what a single text names, split at its commas. */
function listOf({ article, site }: ArticleView, node: ScalarNode, { item, role }: ListShape): readonly Fix[] {
  if (item.kind !== 'text') return [];
  const text = node.text.trim().replace(/^-\s?(?=\p{L})/u, '');
  const parts = text.split(',').map(part => part.trim());
  const single = parts.length === 1 || (role === 'topics' && site?.topics.includes(text)) || !parts.every(isPlausible);
  const items = single ? [text] : parts;
  const allowed = item.values === undefined || items.every(one => item.values?.includes(one));
  const safe =
    allowed &&
    (parts.length === 1 || !single) &&
    !text.startsWith('-') &&
    !/[\r\n]/.test(article.text.slice(node.start, node.end));
  return fixList(
    scalarToList(article, node, items),
    single ? say`Make it a list` : say`Make it a list of ${items.length}`,
    safe,
  );
}

/** A name, not a piece of a sentence. */
function isPlausible(part: string): boolean {
  return part !== '' && part.length <= 50 && !/[.!?;:]\s/.test(part) && !/^and\b/i.test(part);
}

/** True for a mapping that has all the keys that it must have, and no others. */
function isWhole(node: FieldNode, shape: Shape): boolean {
  if (node.kind !== 'map' || shape.kind !== 'map') return false;
  const names = new Set(node.entries.map(entry => entry.name));
  const fields = [...shape.fields.values()];
  return (
    fields.every(field => !field.required || names.has(field.name)) && [...names].every(name => shape.fields.has(name))
  );
}

function fixAll(article: Article, edits: readonly Edit[] | undefined, title: string, safe: boolean): readonly Fix[] {
  return edits?.every(one => within(article, one)) ? [{ title, safe, edits }] : [];
}
