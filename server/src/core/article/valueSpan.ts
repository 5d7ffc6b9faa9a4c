import type { Span } from '../text.ts';
import type { ScalarNode } from './nodes.ts';

/**
 * Where a part of a scalar's value stands in the file. Quotes and escapes are stepped over: in `"a\tb"` the value's
 * offsets 1 to 2 are the `\t`.
 *
 * @param part offsets inside `node.text`
 * @returns the whole token where the value and its source do not run side by side: over several lines, in a block
 *   scalar, at an alias, for a number whose text is not its source
 */
export function valueSpan(text: string, node: ScalarNode, part: Span): Span {
  const whole = { start: node.start, end: node.end };
  if (node.aliased || part.start < 0 || part.end > node.text.length) return whole;
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (!isQuoted && node.style !== 'plain') return whole;
  const quote = isQuoted ? 1 : 0;
  const start = node.start + quote;
  // Escapes and folded line breaks are longer than what they stand for, but for a single line break, which is a blank.
  const inner = text.slice(start, node.end - quote);
  // An escape is longer than what it stands for; only a line break may be as long as its blank.
  const isSource =
    inner.length === node.text.length && (typeof node.value === 'string' ? !/[\r\n]/.test(inner) : inner === node.text);
  if (isSource) return { start: start + part.start, end: start + part.end };
  if (!isQuoted) return whole;
  const offsets = node.style === 'single' ? singleOffsets(inner) : doubleOffsets(inner);
  const [from, to] = [offsets?.[part.start], offsets?.[part.end]];
  // One more offset than the value has units: its end.
  if (offsets?.length !== node.text.length + 1 || from === undefined || to === undefined) return whole;
  return { start: start + from, end: start + to };
}

function singleOffsets(inner: string): number[] | undefined {
  if (/[\r\n]/.test(inner)) return undefined;
  const offsets: number[] = [];
  for (let i = 0; i < inner.length; i++) {
    offsets.push(i);
    if (inner.charCodeAt(i) === 39) i++;
  }
  offsets.push(inner.length);
  return offsets;
}

/** By YAML 1.2, 5.7: `\xHH`, `\uHHHH`, `\UHHHHHHHH`, and one character for the rest. */
function doubleOffsets(inner: string): number[] | undefined {
  if (/[\r\n]/.test(inner)) return undefined;
  const offsets: number[] = [];
  for (let i = 0; i < inner.length; i++) {
    offsets.push(i);
    if (inner.charCodeAt(i) !== 92) continue;
    const code = inner.charAt(i + 1);
    const digits = code === 'x' ? 2 : code === 'u' ? 4 : code === 'U' ? 8 : 0;
    if (code === 'U' && Number.parseInt(inner.slice(i + 2, i + 10), 16) > 0xffff) offsets.push(i); // two UTF-16 units
    i += 1 + digits;
  }
  offsets.push(inner.length);
  return offsets;
}
