import type { ListNode, MapNode, ScalarNode } from '../article/nodes.ts';
import { type Edit, edit, insertion, lineEnd, lineStart, nextLine } from '../text.ts';

/** The token of the only item in place of the list, with the quotes that it has. */
export function singleValue(text: string, list: ListNode, value: ScalarNode): readonly Edit[] | undefined {
  const token = text.slice(value.start, value.end);
  // A comment, a name (`&x`) or a type (`!x`) beside the item would get lost.
  const around = text.slice(list.start, value.start) + text.slice(value.end, list.end);
  if (/[\r\n]/.test(token) || /[^\s[\],-]/.test(around)) return undefined;
  if (list.flow) return [edit(list, token)];
  const before = text.slice(0, list.start).trimEnd().length;
  if (text.charAt(before - 1) !== ':') return undefined;
  return [edit({ start: before, end: list.end }, ` ${token}`)];
}

/** `- ` before the first key and the same width before every line below it. */
export function addDash(text: string, map: MapNode): readonly Edit[] | undefined {
  const line = lineStart(text, map.start);
  if (map.flow || map.aliased || text.slice(line, map.start).trim() !== '') return undefined;
  const edits = [insertion(map.start, '- ')];
  for (let at = nextLine(text, map.start); at < map.end; at = nextLine(text, at)) {
    if (lineEnd(text, at) > at) edits.push(insertion(at, '  '));
  }
  return edits;
}

/** The only item's keys in place of the list, as far to the left as its dash stood. */
export function removeDash(text: string, list: ListNode): readonly Edit[] | undefined {
  const item = list.items[0];
  if (!item || list.flow || item.value.kind !== 'map' || item.value.flow || item.value.aliased) return undefined;
  const width = item.value.start - item.start;
  if (!/^-[ ]+$/.test(text.slice(item.start, item.value.start))) return undefined;
  // A list may stand at the column of its key, a mapping may not.
  if (!isIndentedBelowKey(text, list)) return [edit({ start: item.start, end: item.start + 1 }, ' ')];
  const edits = [edit({ start: item.start, end: item.value.start }, '')];
  for (let at = nextLine(text, item.start); at < list.end; at = nextLine(text, at)) {
    const blanks = /^ */.exec(text.slice(at, at + width))?.[0].length ?? 0;
    if (blanks > 0) edits.push(edit({ start: at, end: at + blanks }, ''));
  }
  return edits;
}

/** True when the line above the list is that of its key, and stands further to the left. */
function isIndentedBelowKey(text: string, list: ListNode): boolean {
  const column = list.start - lineStart(text, list.start);
  const above = lineStart(text, text.slice(0, lineStart(text, list.start)).trimEnd().length);
  return (/^[ -]*/.exec(text.slice(above, lineEnd(text, above)))?.[0].length ?? 0) < column;
}
