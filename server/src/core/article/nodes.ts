import type { Span } from '../text.ts';

/** A typed value by YAML 1.2's core schema. */
export type ScalarValue = string | number | boolean | null;

/**
 * How a scalar is written. `empty` is a value that is not there (`title:`), zero-width, right behind its colon or dash.
 * `broken` is text that is no YAML: a rule of its own reports it, every other rule leaves it alone.
 */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'empty' | 'broken';

/** A scalar; its span covers the token, with its quotes, without anchor and tag. */
export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly value: ScalarValue;
  /** The value as a string, quotes and escapes resolved: `true` for `true`, the empty string for an empty value. */
  readonly text: string;
  /** The value stands at an alias elsewhere (`*x`, `<<: *x`): the span is the alias, and no edit may change it. */
  readonly aliased: boolean;
}

/** A mapping, from its first key to the end of its last value; with its braces when it is a flow mapping. */
export interface MapNode extends Span {
  readonly kind: 'map';
  readonly flow: boolean;
  /** In the order of the file; a duplicate key stands in it as often as in the file. */
  readonly entries: readonly Entry[];
  readonly aliased: boolean;
}

/** A sequence, from its first dash to the end of its last item; with its brackets when it is a flow sequence. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly Item[];
  readonly aliased: boolean;
}

export type FieldNode = ScalarNode | MapNode | ListNode;

/** One key with its value. The span reaches from the key to the end of the value. */
export interface Entry extends Span {
  readonly name: string;
  /** The key token, with its quotes. */
  readonly key: Span;
  readonly value: FieldNode;
}

/** One list item. The span reaches from the dash (in a flow sequence, the value) to the end of the value. */
export interface Item extends Span {
  readonly value: FieldNode;
}

/**
 * The entry of a key: the last one when the key stands twice, which is the one that YAML readers keep.
 * `undefined` when the node is no mapping or has no such key.
 */
export function entryOf(node: FieldNode | undefined, name: string): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const entry = node.entries[i];
    if (entry?.name === name) return entry;
  }
  return undefined;
}

export function nodeAt(node: FieldNode | undefined, name: string): FieldNode | undefined {
  return entryOf(node, name)?.value;
}

/** The text of a scalar that has one: `undefined` for a missing, empty or broken value, and for a mapping or list. */
export function textOf(node: FieldNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.style === 'empty' || node.style === 'broken') return undefined;
  return node.text;
}

/** The text of a key's scalar, as `textOf`. */
export function textAt(node: FieldNode | undefined, name: string): string | undefined {
  return textOf(nodeAt(node, name));
}

/** True for `key:` with nothing behind it. */
export function isEmpty(node: FieldNode): boolean {
  return node.kind === 'scalar' && node.style === 'empty';
}

/** True when the reader could make nothing of the value; it is reported already. */
export function isBroken(node: FieldNode): boolean {
  return node.kind === 'scalar' && node.style === 'broken';
}

/** The plain value of a node, as a YAML reader would give it; a broken value is `null`. */
export function toValue(node: FieldNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(item => toValue(item.value));
  return Object.fromEntries(node.entries.map(entry => [entry.name, toValue(entry.value)]));
}

/** True for the key of the publisher's signature, in any case: a misspelt one is as much in need of protection. */
export function isSecured(name: string): boolean {
  return /^secured$/i.test(name);
}

/** True for an entry that a merge key brought in: it has no text of its own here. */
export function isMerged(entry: Entry): boolean {
  return entry.value.aliased && entry.key.start === entry.value.start;
}
