import type { Entry, Item, ListNode, MapNode } from '../article/nodes.ts';
import { type Edit, edit, insertion, type Span } from '../text.ts';

type FlowPart = Entry | Item;

/** False for the one pair in `[a: b]`, which is a mapping without braces of its own. */
export function isBraced(text: string, node: MapNode | ListNode): boolean {
  return text.charCodeAt(node.start) === (node.kind === 'map' ? 123 : 91);
}

/** True for a list like `[a: b]`, whose pairs may lack key, value or both: nothing in it is safe to move. */
export function hasLoosePairs(text: string, parts: readonly FlowPart[]): boolean {
  return parts.some(
    part => !('key' in part) && part.value.kind === 'map' && !part.value.aliased && !isBraced(text, part.value),
  );
}

/** Where a part of a flow collection ends: behind the colon when nothing follows that. */
export function flowPartEnd(text: string, part: FlowPart): number {
  if (!('key' in part) || part.value.kind !== 'scalar' || part.value.style !== 'empty') return part.end;
  return part.key.end + (/^\s*:/.exec(text.slice(part.key.end))?.[0].length ?? 0);
}

/** A new part in a flow collection, before the part that is now at `index`, or behind the last one. */
export function insertedFlowPart(
  text: string,
  node: MapNode | ListNode,
  parts: readonly FlowPart[],
  index: number,
  newText: string,
): Edit | undefined {
  if (hasLoosePairs(text, parts)) return undefined;
  const first = parts[0];
  if (!first) {
    const inner = text.slice(node.start + 1, node.end - 1);
    return inner.trim() === '' ? edit({ start: node.start + 1, end: node.end - 1 }, newText) : undefined;
  }
  const blanks = blanksBefore(text, node, parts);
  const previous = parts[index - 1];
  if (previous) return insertion(flowPartEnd(text, previous), `,${blanks}${newText}`);
  return ownsStart(text, node, first) ? insertion(first.start, `${newText},${blanks}`) : undefined;
}

/** A part of a flow collection and its comma. */
export function removedFlowPart(
  text: string,
  node: MapNode | ListNode,
  parts: readonly FlowPart[],
  index: number,
): Edit | undefined {
  const part = parts[index];
  if (!part || !isBraced(text, node) || hasLoosePairs(text, parts)) return undefined;
  const previous = parts[index - 1];
  const next = parts[index + 1];
  const end = flowPartEnd(text, part);
  if (!previous && !next) {
    const inner = { start: node.start + 1, end: node.end - 1 };
    const rest = text.slice(inner.start, part.start) + text.slice(end, inner.end);
    return /^[\s,]*$/.test(rest) ? edit(inner, '') : undefined;
  }
  if (!(previous ? isSeparator(text, gap(text, previous, part)) : ownsStart(text, node, part))) return undefined;
  if (previous && !next) return edit({ start: flowPartEnd(text, previous), end }, '');
  return next && isSeparator(text, gap(text, part, next))
    ? edit({ start: part.start, end: next.start }, '')
    : undefined;
}

/** What stands between two neighbours. */
export function gap(text: string, previous: FlowPart, next: FlowPart): Span {
  return { start: flowPartEnd(text, previous), end: next.start };
}

/** True for a comma with blanks around it: no comment, anchor or tag stands there. */
export function isSeparator(text: string, span: Span): boolean {
  return /^\s*,\s*$/.test(text.slice(span.start, span.end));
}

/** True when nothing but blanks stands between the opening bracket and the first part. */
export function ownsStart(text: string, node: MapNode | ListNode, first: FlowPart): boolean {
  return isBraced(text, node) && text.slice(node.start + 1, first.start).trim() === '';
}

/** The blanks behind a comma, as the collection has them: a line break where each part has a line of its own. */
function blanksBefore(text: string, node: MapNode | ListNode, parts: readonly FlowPart[]): string {
  const [first, second] = parts;
  const between =
    first && second ? /^\s*,(\s*)$/.exec(text.slice(flowPartEnd(text, first), second.start))?.[1] : undefined;
  if (between !== undefined) return between;
  const lead = first ? text.slice(node.start + 1, first.start) : '';
  return lead.includes('\n') && lead.trim() === '' ? lead : ' ';
}
