import { say } from '../say.ts';
import type { Edit, Span } from '../text.ts';

/** What can be wrong with front matter as YAML. Each code is the id of the rule that documents and reports it. */
export type SyntaxCode =
  | 'front-matter-unclosed'
  | 'yaml-alias'
  | 'yaml-colon'
  | 'yaml-conflict-marker'
  | 'yaml-dash'
  | 'yaml-escape'
  | 'yaml-flow'
  | 'yaml-indent'
  | 'yaml-limit'
  | 'yaml-quote'
  | 'yaml-syntax'
  | 'yaml-tab'
  | 'yaml-tag'
  | 'yaml-unquoted';

/** A change that repairs something. */
export interface Fix {
  /** What the fix does, as the light bulb shows it: `Change to "heat"`. */
  readonly title: string;
  /** True when it gives the one right answer without losing anything, so that `--fix` and fix-all may apply it unasked. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** One cause for which front matter, or a part of it, is no YAML. */
export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  /** One short sentence, with the text that is wrong in it. */
  readonly message: string;
  readonly fix?: Fix;
}

/** Text as a message may quote it: on one line, cut after 40 characters. */
export function quoted(text: string): string {
  if (text.length <= SHOWN && isPlain(text)) return say`“${text}”`;
  // Mostly the start of a text tells all that is shown.
  const head = onOneLine(text.slice(0, 2 * SHOWN));
  const line = head.length > SHOWN ? head : onOneLine(text);
  return say`“${line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line}”`;
}

const SHOWN = 40;

/** Names of keys and most words: there is nothing to bring on one line. */
function isPlain(text: string): boolean {
  return /^[\w.-]*$/.test(text);
}

function onOneLine(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}
