import { type Article, parseArticle } from '../article/articleDocument.ts';
import { type FieldNode, nodeAt } from '../article/nodes.ts';
import type { SyntaxCode } from '../article/problem.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import { insertField, type PlainValue } from '../edits/edits.ts';
import { applyEdits, contains, type Edit, lineEnd, type Span } from '../text.ts';
import { type ArticleView, isMapField, type MapField, viewArticle } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { proposedValue } from './proposedValue.ts';
import { Sign } from './sign.ts';
import { unknownKeys } from './unknownKeys.ts';
import { nothing } from './whenAny.ts';

/** Required fields that one mapping lacks. */
export interface MissingFields {
  /** `undefined` at the top of an article without any key. */
  readonly map: MapField | undefined;
  /** In canonical order. */
  readonly names: readonly string[];
}

/** All mappings that lack a required field. A misspelt or misplaced key is not missing, and nothing is where lines do not read. */
export const missingFields: Look<MissingFields> = lookFor(Sign.oddMap, missing);

function missing(view: ArticleView): readonly MissingFields[] {
  const { article, contentType } = view;
  if (!contentType || hidesKeys(article)) return nothing;
  if (!article.root) return [{ map: undefined, names: contentType.shape.required }];
  const maps = fieldsWith(view, Sign.oddMap)
    .filter(isMapField)
    .filter(({ node }) => !node.aliased);
  const elsewhere = namesElsewhere(view, maps);
  return maps.flatMap(map => {
    const present = new Set(map.node.entries.map(entry => entry.name));
    const explained = elsewhere.get(map.node);
    const names = map.shape.required.filter(name => !present.has(name) && !explained?.has(name));
    return names.length > 0 ? [{ map, names }] : [];
  });
}

/** Where a finding on what a mapping lacks stands: its key, its dash or brace, at the top the fence or the first key. */
export function ownerSpan({ article }: ArticleView, map: MapField | undefined): Span {
  const { block } = article;
  if (!map?.parent) {
    const first = map?.node.entries[0]?.key ?? { start: block?.content.start ?? 0, end: block?.content.start ?? 0 };
    return block?.opening ?? first;
  }
  if (map.key) return map.key;
  const list = map.parent.node;
  const start = (list.kind === 'list' ? list.items[map.index ?? 0]?.start : undefined) ?? map.node.start;
  return { start, end: start + 1 };
}

/** Adds a field with a proposed value; `undefined` when nothing can be proposed or no place is safe. */
export function insertMissing(view: ArticleView, map: MapField | undefined, name: string): Edit | undefined {
  const proposal = proposedValue(view, map, name);
  return proposal && insertValue(view, map, name, proposal.value);
}

/** Adds several fields of one mapping, one after the other. `undefined` when one of them cannot be added. */
export function insertAllMissing(view: ArticleView, { map, names }: MissingFields): readonly Edit[] | undefined {
  const path = map?.path ?? '';
  let edits: readonly Edit[] = [];
  let current = view;
  for (const name of names) {
    const edit = insertMissing(current, mapAt(current, path), name);
    if (!edit) return undefined;
    edits = composeEdits(view.article.text.length, edits, [edit]);
    current = reread(current, applyEdits(current.article.text, [edit]));
  }
  return edits;
}

function insertValue(view: ArticleView, map: MapField | undefined, name: string, value: PlainValue): Edit | undefined {
  const shape = map?.shape ?? view.contentType?.shape;
  if (!shape) return undefined;
  return insertField(view.article, map?.node, name, value, { order: shape.order, sections: shape.sections });
}

/** By mapping, the fields that it has under a misspelt name, or one level further out or in. */
function namesElsewhere(view: ArticleView, maps: readonly MapField[]): ReadonlyMap<FieldNode, ReadonlySet<string>> {
  const found = new Map<FieldNode, Set<string>>();
  const add = (node: FieldNode | undefined, name: string): void => {
    if (node) found.set(node, (found.get(node) ?? new Set()).add(name));
  };
  for (const map of maps) {
    for (const { entry, match, inside, above } of unknownKeys(view, map)) {
      if (match !== undefined) add(map.node, match);
      if (inside !== undefined) add(nodeAt(map.node, inside), entry.name);
      if (above !== undefined) add(map.parent?.node, entry.name);
    }
  }
  return found;
}

function mapAt(view: ArticleView, path: string): MapField | undefined {
  return view.fields.filter(isMapField).find(field => field.path === path);
}

function reread(view: ArticleView, text: string): ArticleView {
  const { path, kind }: Article = view.article;
  return viewArticle(parseArticle(path, text, kind), view);
}

/** True when the lines of a file do not read so well that every key is sure to be seen. */
function hidesKeys({ problems, root, text }: Article): boolean {
  const suspects = problems.filter(({ code }) => HIDING.has(code));
  if (suspects.length === 0) return false;
  const values = brokenValues(root).filter(({ start, end }) => end <= lineEnd(text, start));
  return !suspects.every(problem => values.some(value => contains(value, problem)));
}

/** Values that do not read: one on a line of its own hides no key. */
function brokenValues(node: FieldNode | undefined): readonly FieldNode[] {
  if (!node) return [];
  if (node.kind === 'scalar') return node.style === 'broken' ? [node] : [];
  return (node.kind === 'map' ? node.entries : node.items).flatMap(({ value }) => brokenValues(value));
}

const HIDING: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>([
  'front-matter-unclosed',
  'yaml-colon',
  'yaml-conflict-marker',
  'yaml-dash',
  'yaml-flow',
  'yaml-indent',
  'yaml-limit',
  'yaml-quote',
  'yaml-syntax',
  'yaml-tab',
]);
