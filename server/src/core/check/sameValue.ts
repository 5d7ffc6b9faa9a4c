import { type FieldNode, toValue } from '../article/nodes.ts';

/** True when two nodes hold the same value to a YAML reader, the order of keys included. */
export function sameValue(a: FieldNode, b: FieldNode): boolean {
  return JSON.stringify(toValue(a)) === JSON.stringify(toValue(b));
}
