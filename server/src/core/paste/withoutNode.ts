import type { FieldNode } from '../article/nodes.ts';
import type { Step } from '../features/cursorContext.ts';

/** A tree with a null in place of the node at a path: to compare all the rest. */
export function withoutNode(node: FieldNode | undefined, path: readonly Step[]): FieldNode | undefined {
  const [step, ...rest] = path;
  if (!node || step === undefined) return nothing;
  if (node.kind === 'list')
    return {
      ...node,
      items: node.items.map((item, i) => (i === step ? { ...item, value: replaced(item.value, rest) } : item)),
    };
  if (node.kind !== 'map') return node;
  return {
    ...node,
    entries: node.entries.map(entry =>
      entry.name === step ? { ...entry, value: replaced(entry.value, rest) } : entry,
    ),
  };
}

function replaced(node: FieldNode, path: readonly Step[]): FieldNode {
  return withoutNode(node, path) ?? nothing;
}

const nothing: FieldNode = { kind: 'scalar', style: 'empty', value: null, text: '', aliased: false, start: 0, end: 0 };
