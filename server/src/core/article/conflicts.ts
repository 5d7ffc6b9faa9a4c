import { say } from '../say.ts';
import { lineEnd, type Span } from '../text.ts';
import { quoted, type SyntaxProblem } from './problem.ts';

/** A text with what cannot be read blanked out, so that every offset stays. */
export interface Masked {
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Takes merge conflicts out of a stretch of text: the markers, and of each conflict all sides but the first. A conflict
 * that is never closed loses its markers only. One problem for each conflict, on its first marker.
 */
export function maskConflicts(text: string, span: Span): Masked {
  const source = text.slice(span.start, span.end);
  if (!/^(?:<{7}|={7}|>{7})/m.test(source)) return { text, problems: [] };
  const problems: SyntaxProblem[] = [];
  const masks: Span[] = [];
  let conflict: { other: number | undefined; markers: Span[] } | undefined;
  for (const match of source.matchAll(/^(<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$)/gm)) {
    const start = span.start + match.index;
    const marker = { start, end: Math.min(lineEnd(text, start), span.end) };
    const sign = text.charAt(start);
    if (!conflict) {
      if (sign === '|') continue;
      const message = say`A merge conflict was left here, at ${quoted(text.slice(start, marker.end))}: keep one side of it.`;
      problems.push({ code: 'yaml-conflict-marker', ...marker, message });
      masks.push(marker);
      if (sign === '<') conflict = { other: undefined, markers: [] };
    } else {
      if (sign !== '<') conflict.other ??= start;
      conflict.markers.push(marker);
      if (sign !== '>') continue;
      masks.push({ start: conflict.other ?? start, end: marker.end });
      conflict = undefined;
    }
  }
  return { text: mask(text, conflict ? masks.concat(conflict.markers) : masks), problems };
}

/** Puts a space in place of every character of some stretches, but for line breaks. */
export function mask(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}
