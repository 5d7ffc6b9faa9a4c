import { say } from '../say.ts';
import { type Edit, edit, insertion, type Span } from '../text.ts';
import type { KeyToken } from './lexeme.ts';
import { keyOf, lacksBlank, type Slip, startsItem } from './parts.ts';
import { type Fix, quoted, type SyntaxCode, type SyntaxProblem } from './problem.ts';
import { columnInFile, isWithinLine, type Row } from './rows.ts';
import type { YamlError } from './yamlReader.ts';

/** One problem for each run of lines that are indented with tabs: they have one cause. */
export function tabProblems(text: string, rows: readonly Row[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  let run: Row[] = [];
  const close = (): void => {
    if (run[0]) problems.push(tabProblem(text, run[0], run));
    run = [];
  };
  for (const row of rows) {
    if (row.tab) run.push(row);
    else if (!row.passive) close();
  }
  close();
  return problems;
}

function tabProblem(text: string, row: Row, run: readonly Row[]): SyntaxProblem {
  const start = text.indexOf('\t', row.line);
  let end = start;
  while (text.charCodeAt(end) === 9) end++;
  const key = keyOf(text, row);
  const what = key ? quoted(text.slice(key.span.start, key.end)) : say`This line`;
  const others = run.length - 1;
  const more =
    others === 0 ? '' : others === 1 ? say`, and so is the next line` : say`, and so are the next ${others} lines`;
  const edits = run.map(one => edit({ start: one.line, end: one.start }, ' '.repeat(one.column)));
  return problem('yaml-tab', { start, end }, say`${what} is indented with a tab${more}; YAML takes spaces only.`, {
    title: say`Indent with spaces`,
    safe: run.every(one => !one.doubtful),
    edits,
  });
}

/** A tab between a dash and a key, where the key's column matters. */
export function tabBehindDash(text: string, span: Span, content: Row): SyntaxProblem {
  const what = quoted(text.slice(content.start, content.end));
  return problem('yaml-tab', span, say`A tab stands before ${what}, where YAML takes spaces only.`, {
    title: say`Put a space in place of the tab`,
    safe: true,
    edits: [edit(span, ' ')],
  });
}

export function slipProblem(text: string, { what, from, to, sure, rows }: Slip): SyntaxProblem {
  const by = to - from;
  const source = text.slice(what.start, what.end);
  const name = source === '-' ? say`This list item` : quoted(source);
  const message =
    to === 0
      ? say`${name} is indented by ${spaces(from)}, but what stands beside it is not.`
      : say`${name} is indented by ${spaces(from)}, but what stands beside it by ${to}.`;
  const movable = rows.every(row => !row.tab && !isWithinLine(text, row) && columnInFile(row) + by >= 0);
  const title = to === 0 ? say`Remove the indentation` : say`Indent by ${spaces(to)}`;
  const fix = { title, safe: sure, edits: rows.map(row => indentation(row, by)) };
  return problem('yaml-indent', what, message, movable ? fix : undefined);
}

/** Lines of a quoted text that stand at the column of its key: Ruby reads them, YAML 1.2 does not. */
export function unindentedLines(text: string, rows: readonly Row[], column: number, value: Span): SyntaxProblem {
  const first = rows[0];
  const span = first ? { start: first.start, end: first.end } : value;
  const start = quoted(text.slice(value.start, first?.line ?? value.end));
  const message = say`${quoted(text.slice(span.start, span.end))} belongs to the text ${start} and must be indented.`;
  const edits = rows.map(row => insertion(row.line, ' '.repeat(Math.max(1, column + 2 - columnInFile(row)))));
  return problem('yaml-indent', span, message, { title: say`Indent the lines of the text`, safe: true, edits });
}

/** `provider:@` above the keys of the provider. */
export function loneSign(text: string, row: Row): SyntaxProblem {
  const span = { start: row.start, end: row.end };
  const message = say`${quoted(text.slice(span.start, span.end))} stands before what is on the lines below it.`;
  return problem('yaml-syntax', span, message, { title: say`Remove it`, safe: false, edits: [edit(span, '')] });
}

/** `"title: foo`, with a quote that is never closed. */
export function quoteBeforeKey(text: string, row: Row, key: KeyToken): SyntaxProblem {
  const span = { start: row.start, end: row.start + 1 };
  const message = say`The quote before the key ${quoted(text.slice(key.span.start, key.span.end))} is never closed.`;
  return problem('yaml-quote', span, message, { title: say`Remove the quote`, safe: true, edits: [edit(span, '')] });
}

/** `title:foo` */
export function missingSpace(text: string, key: KeyToken): SyntaxProblem {
  const span = { start: key.span.start, end: key.end };
  const name = quoted(text.slice(span.start, span.end));
  // With a space before it, `#` would begin a comment.
  if (text.charAt(key.end) === '#') return problem('yaml-colon', span, say`A space is missing after ${name}.`);
  return problem('yaml-colon', span, say`A space is missing after ${name}.`, {
    title: say`Put a space after ${name}`,
    safe: true,
    edits: [insertion(key.end, ' ')],
  });
}

/** `title "foo"`, `title = foo`. @param assigned the equals sign with the blanks around it */
export function missingColon(text: string, word: Span, assigned: Span | undefined): SyntaxProblem {
  const name = quoted(text.slice(word.start, word.end));
  return problem('yaml-colon', word, say`The colon after ${name} is missing.`, {
    title: say`Put a colon after ${name}`,
    safe: true,
    edits: [assigned ? edit(assigned, ': ') : insertion(word.end, ':')],
  });
}

/** A row of a mapping that is neither a key with a colon nor a part of a value. */
export function strayRow(text: string, row: Row): SyntaxProblem {
  const source = text.slice(row.start, row.end);
  const word = /^[\w-]+/.exec(source)?.[0] ?? '';
  // What follows the word `secured` is not for showing; nor is what looks like it.
  const end = word.toLowerCase() === 'secured' ? row.start + word.length : row.end;
  const span = { start: row.start, end };
  const what = nameOfLine(source, text.slice(span.start, span.end));
  if (startsItem(text, row))
    return problem('yaml-dash', span, say`${what} is a list item, but no key stands above it.`);
  if (/^%(?:YAML|TAG)\b/.test(source))
    return problem('yaml-syntax', span, say`${what} has no meaning in front matter.`);
  if (word === source) return loneWord(text, span);
  return problem('yaml-colon', span, say`${what} is no key with a value.`);
}

/** A row that holds a word and nothing else. */
export function loneWord(text: string, word: Span): SyntaxProblem {
  const source = text.slice(word.start, word.end);
  return problem('yaml-colon', word, say`${nameOfLine(source, source)} has no colon and no value.`);
}

/** What looks like a ciphertext is not shown. */
function nameOfLine(source: string, shown: string): string {
  return /^[\w+/=;]{60,}$/.test(source) ? say`This line` : quoted(shown);
}

/** A row of a list whose dash, or the space after it, is missing. */
export function missingDash(text: string, row: Row): SyntaxProblem {
  const what = quoted(text.slice(row.start, row.end));
  if (lacksBlank(text, row)) {
    const dash = { start: row.start, end: row.start + 1 };
    const fix = { title: say`Put a space after the dash`, safe: true, edits: [insertion(dash.end, ' ')] };
    const message = say`The space after the dash of ${what} is missing.`;
    // With a space before it, `#` would begin a comment.
    return problem('yaml-dash', dash, message, text.charAt(dash.end) === '#' ? undefined : fix);
  }
  const span = { start: row.start, end: row.end };
  const fix = { title: say`Add the dash`, safe: false, edits: [insertion(row.start, '- ')] };
  return problem('yaml-dash', span, say`${what} is no list item: the dash before it is missing.`, fix);
}

/**
 * A list or mapping that begins on the line of its key: `topics: - AI`, `provider: name: x`.
 *
 * @param row what stands beside the key
 * @param key the offset behind the key's colon
 * @param column where it belongs; `undefined` when no other line of it shows that
 */
export function blockBesideKey(text: string, row: Row, key: number, column: number | undefined): SyntaxProblem {
  const what = quoted(text.slice(row.start, row.end));
  const dash = startsItem(text, row);
  const span = { start: row.start, end: dash ? row.start + 1 : (keyOf(text, row)?.span.end ?? row.end) };
  const message = dash
    ? say`A list starts on the line below its key, but ${what} stands beside it.`
    : say`A mapping starts on the line below its key, but ${what} stands beside it.`;
  const eol = /\r\n?|\n/.exec(text.slice(row.end))?.[0] ?? '\n';
  const edits = column === undefined ? [] : [edit({ start: key, end: row.start }, eol + ' '.repeat(column))];
  const fix = { title: say`Move it to a line of its own`, safe: true, edits };
  return problem(dash ? 'yaml-dash' : 'yaml-indent', span, message, column === undefined ? undefined : fix);
}

/** A cause that is none of the known ones, at the place where the library stumbled. */
export function unknownCause(text: string, error: YamlError, within: Span): SyntaxProblem {
  const start = Math.max(within.start, Math.min(error.start, Math.max(within.start, within.end - 1)));
  const rest = text.slice(start, within.end);
  const line = rest.slice(0, /[\r\n]/.exec(rest)?.index ?? rest.length).trimEnd();
  const span = { start, end: start + line.length };
  const what = quoted(line === '' ? text.slice(within.start, within.end) : line);
  return '[{'.includes(text.charAt(within.start))
    ? problem('yaml-flow', span, say`${what} does not fit here: is a comma or a quote missing?`)
    : problem('yaml-syntax', span, say`${what} cannot stand here.`);
}

function problem(code: SyntaxCode, { start, end }: Span, message: string, fix?: Fix): SyntaxProblem {
  return { code, start, end, message, ...(fix && { fix }) };
}

function indentation(row: Row, by: number): Edit {
  return by < 0 ? edit({ start: row.line, end: row.line - by }, '') : insertion(row.line, ' '.repeat(by));
}

function spaces(count: number): string {
  return count === 1 ? say`1 space` : say`${count} spaces`;
}
