import { say } from '../say.ts';
import { edit, insertion, lineEnd, nextLine, type Span } from '../text.ts';
import { isDash, isNamedKey, keyAt } from './lexeme.ts';
import type { Fix, SyntaxProblem } from './problem.ts';
import { type Content, MAX_LENGTH, readContent } from './readContent.ts';

/**
 * Reads front matter that no fence closes. That is its one problem: where the YAML ends can only be guessed, so nothing
 * else is said of it, and its tree is given only when it reads without a problem.
 */
export function readUnclosed(text: string, opening: Span, content: Span): Content {
  const end = endOfYaml(text, content);
  const tooLong = end.place - content.start > MAX_LENGTH;
  const reading = tooLong ? undefined : readContent(text, { start: content.start, end: end.place }, opening);
  const fine = reading?.problems.length === 0 && reading.root?.kind === 'map';
  const problem: SyntaxProblem = {
    code: 'front-matter-unclosed',
    start: opening.start,
    end: opening.end,
    message: say`The front matter that “---” opens is never closed by a second “---”.`,
    ...(fine && { fix: closingFix(text, end) }),
  };
  return { root: fine ? reading.root : undefined, problems: [problem] };
}

interface YamlEnd {
  /** The start of the line where the closing fence belongs; the end of the file when the last line has no break. */
  readonly place: number;
  /** A line that was meant to be the fence, such as `--`. */
  readonly fence: Span | undefined;
  /** Nothing but blanks follows: there is no other place for the fence. */
  readonly sure: boolean;
}

/** Walks the lines as long as they look like YAML. A comment may as well be a heading: it counts when YAML follows it. */
function endOfYaml(text: string, content: Span): YamlEnd {
  let place = content.start;
  let sure = true;
  for (let line = content.start; line < content.end; line = nextLine(text, line)) {
    const end = lineEnd(text, line);
    const source = text.slice(line, end);
    if (source.trim() === '') continue;
    if (/^[ \t]*(?:--|-{4,}|---|[–—―]-*|\.\.)[ \t]*$/.test(source)) {
      return { place: line, fence: { start: line, end }, sure: false };
    }
    if (source.startsWith('#')) {
      sure = false;
      continue;
    }
    const indented = /^[ \t]/.test(source) && place > content.start;
    if (!indented && !isDash(text, line, end) && !isNamedKey(keyAt(text, line, end)))
      return { place, fence: undefined, sure: false };
    place = nextLine(text, line);
    sure = true;
  }
  return { place, fence: undefined, sure };
}

function closingFix(text: string, { place, fence, sure }: YamlEnd): Fix {
  const title = say`Close the front matter with “---”`;
  if (fence) return { title, safe: false, edits: [edit(fence, '---')] };
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const ended = /[\r\n]/.test(text.charAt(place - 1));
  return { title, safe: sure, edits: [insertion(place, ended ? `---${eol}` : `${eol}---${eol}`)] };
}
