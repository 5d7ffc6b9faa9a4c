import { expect } from 'vitest';
import { type Article, parseArticle } from '../../server/src/core/article/articleDocument.ts';
import {
  type Entry,
  entryOf,
  type FieldNode,
  type ListNode,
  type MapNode,
  type ScalarNode,
} from '../../server/src/core/article/nodes.ts';
import { applyEdits, type Edit } from '../../server/src/core/text.ts';

/** A change of an article; what the functions of `edits.ts` answer. */
export type Change = (article: Article) => Edit | readonly Edit[] | undefined;

/** The same text with other line ends and with a byte order mark: every edit has to work in all of them. */
export const variants: ReadonlyArray<readonly [name: string, of: (text: string) => string]> = [
  ['LF', text => text],
  ['CRLF', text => text.replaceAll('\n', '\r\n')],
  ['BOM', text => '\ufeff' + text],
];

/**
 * Front matter before and after a change, in all variants; `undefined`: the change is refused. A text without fences
 * gets them, and a body.
 */
export function expectChange(before: string, change: Change, after: string | undefined, path = 'a.md'): void {
  for (const [name, variant] of variants) {
    const text = variant(fenced(before));
    const changed = after === undefined ? undefined : variant(fenced(after));
    expect(changedText(text, change, path), name).toBe(changed);
  }
}

export function changedText(text: string, change: Change, path = 'a.md'): string | undefined {
  const edits = change(parseArticle(path, text));
  return edits && applyEdits(text, 'start' in edits ? [edits] : edits);
}

function fenced(text: string): string {
  return text.startsWith('---\n') || text.startsWith('{') ? text : `---\n${text}---\n\nThe body.\n`;
}

/** The edits that undo edits. */
export function inverse(text: string, edits: readonly Edit[]): readonly Edit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(one => {
      const start = one.start + shift;
      shift += one.newText.length - (one.end - one.start);
      return { start, end: start + one.newText.length, newText: text.slice(one.start, one.end) };
    });
}

/** The node at a path such as `provider.images.0.url`; the empty path is the root. Throws when there is none. */
export function nodeAtPath(article: Article, path: string): FieldNode {
  let node = article.root;
  for (const step of path === '' ? [] : path.split('.')) {
    node = node?.kind === 'list' ? node.items[Number(step)]?.value : entryOf(node, step)?.value;
  }
  if (!node) throw new Error(`Nothing at ${path}`);
  return node;
}

export function scalar(article: Article, path: string): ScalarNode {
  const node = nodeAtPath(article, path);
  if (node.kind !== 'scalar') throw new Error(`No scalar at ${path}`);
  return node;
}

export function map(article: Article, path: string): MapNode {
  const node = nodeAtPath(article, path);
  if (node.kind !== 'map') throw new Error(`No mapping at ${path}`);
  return node;
}

export function list(article: Article, path: string): ListNode {
  const node = nodeAtPath(article, path);
  if (node.kind !== 'list') throw new Error(`No list at ${path}`);
  return node;
}

export function entry(article: Article, path: string): Entry {
  const steps = path.split('.');
  const name = steps.pop() ?? '';
  const found = entryOf(nodeAtPath(article, steps.join('.')), name);
  if (!found) throw new Error(`No key at ${path}`);
  return found;
}
