import type { FrontMatterBlock } from './frontMatter.ts';
import { type FieldNode, isSecured } from './nodes.ts';

/**
 * The tree of a front matter in which what repeats the value of `secured` by an alias (`title: *x`) is broken: nobody reads it, so
 * nobody can show it or write it elsewhere.
 *
 * @returns the tree itself where nothing repeats it, as nearly always
 */
export function hideRepeatedSecured(text: string, { content }: FrontMatterBlock, root: FieldNode): FieldNode {
  const alias = text.indexOf('*', content.start);
  if (alias < 0 || alias >= content.end) return root;
  const secrets = new Set<string>();
  collect(root, secrets);
  return secrets.size === 0 ? root : hide(root, secrets);
}

function collect(node: FieldNode, secrets: Set<string>): void {
  if (node.kind === 'list') for (const { value } of node.items) collect(value, secrets);
  if (node.kind !== 'map') return;
  for (const { name, value } of node.entries) {
    if (!isSecured(name)) collect(value, secrets);
    else if (value.kind === 'scalar' && value.text !== '') secrets.add(value.text);
  }
}

function hide(node: FieldNode, secrets: ReadonlySet<string>): FieldNode {
  if (node.kind === 'list')
    return { ...node, items: node.items.map(item => ({ ...item, value: hide(item.value, secrets) })) };
  if (node.kind === 'map')
    return { ...node, entries: node.entries.map(entry => ({ ...entry, value: hide(entry.value, secrets) })) };
  return node.aliased && secrets.has(node.text) ? { ...node, style: 'broken', value: null, text: '' } : node;
}
