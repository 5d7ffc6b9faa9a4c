import type { Span } from '../../server/src/core/text.ts';

/** A finding that a fixture expects: `code` at a span, with this message when one is given. */
export interface Expected extends Span {
  readonly code: string;
  readonly message: string | undefined;
}

export interface Fixture {
  /** The text without its marks. */
  readonly text: string;
  readonly expected: readonly Expected[];
  /** The first `<|>` or the start of the first range. */
  readonly cursor: number | undefined;
  /** Each `<|…|>`. */
  readonly ranges: readonly Span[];
}

/**
 * Reads the marks out of a text (style.md, 5.6). A line of carets speaks of the line above it and is taken out:
 *
 *     slug: Hello World
 *     #     ^^^^^^^^^^^ slug-format: Use lower-case words
 *
 * The `#` may be left out, for a finding in the first columns. `error[slug-format]` names the same rule; the severity is
 * for the reader. `<|>` is a cursor, `<|…|>` a range. A line break at the very start is left out.
 */
export function fixture(marked: string): Fixture {
  const expected: Expected[] = [];
  const cursors: number[] = [];
  const ranges: Span[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of marked.replace(/^\n/, '').split(/(?<=\n)/)) {
    const carets = /^[ \t]*#?[ \t]*(\^+) (?:\w+\[)?([a-z0-9-]+)\]?(?:: (.*))?\n?$/.exec(line);
    if (carets) {
      const start = lineStart + line.indexOf('^');
      expected.push({ start, end: start + carets[1]!.length, code: carets[2]!, message: carets[3] });
      continue;
    }
    lineStart = text.length;
    for (const part of line.split(/(<\|>|<\||\|>)/)) {
      if (part === '<|>') cursors.push(text.length);
      else if (part === '<|') cursors.push(text.length);
      else if (part === '|>') ranges.push({ start: cursors.at(-1)!, end: text.length });
      else text += part;
    }
  }
  return { text, expected, cursor: cursors[0], ranges };
}

/** A text with a line of carets below each finding: two of them compare as a readable diff. */
export function annotated(
  text: string,
  findings: readonly (Span & { code: string; message?: string | undefined })[],
): string {
  let result = '';
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const end = start + line.length;
    const last = end === text.length;
    const here = findings.filter(one => one.start >= start && (one.start < end || last));
    result += here.length > 0 && !line.endsWith('\n') ? line + '\n' : line;
    for (const { start: from, end: to, code, message } of here) {
      result +=
        ' '.repeat(from - start) +
        '^'.repeat(Math.max(1, to - from)) +
        ` ${code}${message === undefined ? '' : `: ${message}`}\n`;
    }
    if (last) break;
    start = end;
  }
  return result;
}
