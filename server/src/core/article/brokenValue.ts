import { say } from '../say.ts';
import { type Edit, edit, insertion, type Span } from '../text.ts';
import { closingQuote, commentStart, flowExtent, isBlank } from './lexeme.ts';
import { type Fix, quoted, type SyntaxCode, type SyntaxProblem } from './problem.ts';
import { quoteFix } from './quoteFix.ts';
import type { Row } from './rows.ts';

/**
 * Tells why a scalar or flow collection is no YAML: mostly one problem, one for each bad escape. Nothing when the cause
 * is none of the common ones.
 *
 * @param rows the value from its first character to its end, without comment rows
 */
export function diagnoseValue(text: string, rows: readonly Row[]): readonly SyntaxProblem[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return [];
  const value: BrokenValue = { text, start: first.start, lineEnd: first.end, end: last.end, single: first === last };
  const found = diagnose(value, text.charAt(first.start));
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

interface BrokenValue {
  readonly text: string;
  readonly start: number;
  /** The end of its first line, without trailing blanks. */
  readonly lineEnd: number;
  readonly end: number;
  /** It stands on one line. */
  readonly single: boolean;
}

type Found = SyntaxProblem | SyntaxProblem[] | undefined;

function diagnose(value: BrokenValue, first: string): Found {
  switch (first) {
    case '"':
    case "'":
      return brokenQuote(value);
    case '[':
    case '{':
      return brokenFlow(value);
    case '|':
    case '>':
      return brokenBlockScalar(value);
    case '@':
    case '`':
    case '%':
    case '*':
    case '&':
    case '!':
    case ',':
    case ']':
    case '}':
      return needsQuotes(value, 'yaml-unquoted', text => say`${text} starts with “${first}” and needs quotes.`);
    default:
      return brokenPlain(value);
  }
}

function brokenQuote(value: BrokenValue): Found {
  const { text, start, end } = value;
  const quote = text.charAt(start);
  const close = closingQuote(text, start, end);
  if (close < 0) return unclosedQuote(value, quote);
  const rest = restOfLine(text, close + 1, end);
  if (rest) {
    return isQuotedList(text.slice(start, end)) ? quotedList(value, rest) : textBehindQuote(value, quote, close, rest);
  }
  return quote === '"' ? badEscapes(text, start, close) : undefined;
}

function unclosedQuote({ text, start, lineEnd, end, single }: BrokenValue, quote: string): SyntaxProblem {
  const source = text.slice(start, single ? end : lineEnd);
  const message = say`The closing quote of ${quoted(source)} is missing.`;
  const other = quote === '"' ? "'" : '"';
  const span = { start, end: lineEnd };
  if (source.length > 1 && source.endsWith(other) && count(source, other) === 1) {
    const replaced = { start: end - 1, end };
    return problem('yaml-quote', span, message, fix(say`Close with ${quote}`, false, [edit(replaced, quote)]));
  }
  const escaped = quote === '"' && source.endsWith('\\"');
  const safe = single && !escaped && !source.includes(' #') && source.length > 1;
  return problem('yaml-quote', span, message, fix(say`Add the missing ${quote}`, safe, [insertion(end, quote)]));
}

function textBehindQuote(value: BrokenValue, quote: string, close: number, rest: Span): SyntaxProblem {
  const { text, start, end, single } = value;
  const behind = text.slice(rest.start, rest.end);
  if (single && behind === quote && rest.start === close + 1 && rest.end === end) {
    const message = say`A second quote stands at the end of ${quoted(text.slice(start, end))}.`;
    return problem('yaml-quote', rest, message, fix(say`Remove the second quote`, true, [edit(rest, '')]));
  }
  if (single && /^[,;]$/.test(behind) && rest.end === end) {
    const message = say`${quoted(behind)} stands after the closing quote, as in other languages; YAML takes none.`;
    return problem('yaml-quote', rest, message, fix(say`Remove the ${quoted(behind)}`, true, [edit(rest, '')]));
  }
  const wrapped = end - 1 > close && text.charAt(end - 1) === quote;
  if (wrapped) {
    const escaped = quote === '"' ? '\\"' : "''";
    const message = say`The quote before ${quoted(text.slice(close + 1, end))} ends the text; inside it, a quote is written ${escaped}.`;
    const edits = escapeInner(text, start + 1, end - 1, quote);
    const safe = single && !text.slice(close, end).includes(' #');
    return problem(
      'yaml-quote',
      { start: close, end: close + 1 },
      message,
      fix(say`Escape the quotes inside`, safe, edits),
    );
  }
  if (behind.startsWith('#')) {
    const repair = fix(say`Put a space before the comment`, false, [insertion(rest.start, ' ')]);
    return problem('yaml-quote', rest, say`${quoted(behind)} is no comment: the space before it is missing.`, repair);
  }
  const message = say`${quoted(behind)} stands after the closing quote.`;
  if (!single) return problem('yaml-quote', rest, message);
  return problem('yaml-quote', rest, message, quoteFix(text, { start, end: rest.end }, false));
}

/** Escapes the quotes between the outer ones. `""` is how spreadsheets and `'` strings write one quote. */
function escapeInner(text: string, start: number, end: number, quote: string): Edit[] {
  const edits: Edit[] = [];
  const inner = text.slice(start, end);
  const doubled = quote === '"' && !/(?<![\\"])"(?!")/.test(inner);
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    if (char === '\\' && quote === '"') at++;
    else if (char !== quote) continue;
    else if (quote === "'" && text.charAt(at + 1) === quote && at + 1 < end) at++;
    else if (doubled && text.charAt(at + 1) === quote && at + 1 < end) edits.push(edit({ start: at, end: ++at }, '\\'));
    else edits.push(insertion(at, quote === '"' ? '\\' : "'"));
  }
  return edits;
}

function isQuotedList(source: string): boolean {
  return /^(?:"[^"\\]*"|'[^']*')(?:\s*,\s*(?:"[^"\\]*"|'[^']*'))+$/.test(source);
}

function quotedList({ text, start, end }: BrokenValue, rest: Span): SyntaxProblem {
  const message = say`${quoted(text.slice(rest.start, rest.end))} stands after the closing quote; a list needs brackets.`;
  return problem(
    'yaml-quote',
    rest,
    message,
    fix(say`Put the list in brackets`, false, [insertion(start, '['), insertion(end, ']')]),
  );
}

/** YAML 1.2, 5.7: the escapes of a double-quoted text. */
const ESCAPE =
  /\\(?:[0abefnrtvNLP_ "/\\\t]|\r?\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U(?:000[0-9a-fA-F]|0010)[0-9a-fA-F]{4})|\\(.?)/gu;

function badEscapes(text: string, start: number, close: number): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const match of text.slice(start + 1, close).matchAll(ESCAPE)) {
    const char = match[1];
    if (char === undefined) continue;
    const at = start + 1 + match.index;
    const span = { start: at, end: at + match[0].length };
    const message = say`“${match[0]}” means nothing in double quotes; a backslash is written “\\\\”.`;
    const repair =
      char === "'"
        ? fix(say`Remove the backslash`, true, [edit({ start: at, end: at + 1 }, '')])
        : fix(say`Write \\\\${char}`, false, [insertion(at, '\\')]);
    problems.push(problem('yaml-escape', span, message, repair));
  }
  return problems;
}

function brokenFlow(value: BrokenValue): Found {
  const { text, start, end, lineEnd, single } = value;
  const isList = text.charAt(start) === '[';
  const extent = flowExtent(text, start, end);
  if (extent.openQuote >= 0) {
    const span = { start: extent.openQuote, end: Math.max(extent.openQuote + 1, Math.min(lineEnd, end)) };
    return problem(
      'yaml-quote',
      span,
      say`The closing quote of ${quoted(text.slice(span.start, span.end))} is missing.`,
    );
  }
  if (extent.mismatch >= 0) {
    const closer = extent.open.at(-1) === '[' ? ']' : '}';
    const span = { start: extent.mismatch, end: extent.mismatch + 1 };
    const message = say`${quoted(text.slice(span.start, span.end))} stands where “${closer}” must close what is open.`;
    return problem(
      'yaml-flow',
      span,
      message,
      fix(say`Add the missing ${closer}`, false, [insertion(span.start, closer)]),
    );
  }
  if (extent.end < 0) {
    const closers = extent.open
      .map(char => (char === '[' ? ']' : '}'))
      .reverse()
      .join('');
    const source = text.slice(start, lineEnd);
    const message = isList
      ? say`The list ${quoted(source)} is never closed: ${quoted(closers)} is missing.`
      : say`The mapping ${quoted(source)} is never closed: ${quoted(closers)} is missing.`;
    const safe =
      extent.open.length === 1 && (source.includes(',') || !/\S\s+\S/.test(source)) && !source.includes(' #');
    const repair = single ? fix(say`Add the missing ${closers}`, safe, [insertion(end, closers)]) : undefined;
    return problem('yaml-flow', { start, end: start + 1 }, message, repair);
  }
  const rest = restOfLine(text, extent.end, end);
  if (!rest) return undefined;
  if (/^[\]}]+$/.test(text.slice(rest.start, rest.end))) {
    const closer = quoted(text.slice(rest.start, rest.end));
    const message = isList
      ? say`${closer} closes nothing: the list has ended before it.`
      : say`${closer} closes nothing: the mapping has ended before it.`;
    return problem('yaml-flow', rest, message, fix(say`Remove it`, false, [edit(rest, '')]));
  }
  return needsQuotes(
    value,
    'yaml-unquoted',
    source => say`${source} starts with “${text.charAt(start)}” and needs quotes.`,
  );
}

function brokenBlockScalar(value: BrokenValue): SyntaxProblem {
  const { text, start, lineEnd, single } = value;
  const sign = text.charAt(start);
  if (single)
    return needsQuotes(value, 'yaml-unquoted', source => say`${source} starts with “${sign}” and needs quotes.`);
  const header = /^[|>][-+0-9]*\s*/.exec(text.slice(start, lineEnd))?.[0] ?? sign;
  const span = { start: start + header.length, end: lineEnd };
  return problem(
    'yaml-syntax',
    span,
    say`${quoted(text.slice(span.start, span.end))} must stand on the line below “${sign}”.`,
  );
}

function brokenPlain(value: BrokenValue): SyntaxProblem | undefined {
  const source = value.text.slice(value.start, plainEnd(value));
  if (!/:(?:\s|$)/.test(source)) return undefined;
  return needsQuotes(value, 'yaml-colon', text => say`${text} holds a colon followed by a space and needs quotes.`);
}

function needsQuotes(value: BrokenValue, code: SyntaxCode, message: (source: string) => string): SyntaxProblem {
  const span = { start: value.start, end: plainEnd(value) };
  const source = value.text.slice(span.start, span.end);
  const safe = value.single && span.end === value.end && span.end > span.start + 1;
  return problem(code, span, message(quoted(source)), quoteFix(value.text, span, safe));
}

/** Where a plain value ends: before a comment, when something that looks like one stands on its last line. */
function plainEnd({ text, start, end, single }: BrokenValue): number {
  if (!single) return end;
  let at = commentStart(text, start + 1, end);
  while (at > start + 1 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** What stands between an offset and the end of its value, on that line or on later ones, comments aside. */
function restOfLine(text: string, from: number, end: number): Span | undefined {
  const source = text.slice(from, end);
  const match = /^(?:\s+#[^\r\n]*|\s+)*/.exec(source);
  const start = from + (match?.[0].length ?? 0);
  if (start >= end) return undefined;
  const stop = /[\r\n]/.exec(text.slice(start, end))?.index ?? end - start;
  return { start, end: start + text.slice(start, start + stop).trimEnd().length };
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

function fix(title: string, safe: boolean, edits: readonly Edit[]): Fix {
  return { title, safe, edits };
}

function problem(code: SyntaxCode, { start, end }: Span, message: string, repair?: Fix): SyntaxProblem {
  return { code, start, end, message, ...(repair && { fix: repair }) };
}
