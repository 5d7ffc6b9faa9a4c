/** A place for the cursor in a text to insert, with what may stand there. */
export interface Hole {
  /** Stands there until something else is typed; the empty string where nothing does. */
  readonly text: string;
  /** Offered to choose from. */
  readonly choices?: readonly string[] | undefined;
}

/** A text with holes. Line breaks are `\n`; the lines below the first are not indented yet. */
export type Template = readonly (string | Hole)[];

export interface Rendering {
  readonly snippets: boolean;
  readonly eol: string;
  /** By how many blanks the lines below the first are indented. */
  readonly indent: number;
}

/** The text to insert: a snippet in LSP's syntax, or plain, with the holes' own texts. No blank stands at the end of a line above the last. */
export function render(template: Template, { snippets, eol, indent }: Rendering): string {
  const holes = template.filter(part => typeof part !== 'string');
  let count = 0;
  let result = '';
  for (const part of template) {
    if (typeof part === 'string') {
      const lines = snippets ? escapeSnippet(part) : part;
      result += lines.replace(/\n(?!\n|$)/g, `\n${' '.repeat(indent)}`);
      // A break at the very end of a piece goes on in the next one.
      if (part.endsWith('\n')) result += ' '.repeat(indent);
    } else if (!snippets) result += part.choices ? (part.text !== '' ? part.text : (part.choices[0] ?? '')) : part.text;
    else {
      count++;
      result += hole(part, count, count === holes.length);
    }
  }
  const clean = snippets ? result : result.replace(/[ \t]+\n/g, '\n');
  return clean.replaceAll('\n', eol);
}

/** True when a rendered snippet has something for the client to do. */
export function hasHoles(template: Template): boolean {
  return template.some(part => typeof part !== 'string');
}

/** The last empty hole is where the cursor ends: nothing is left to step through. */
function hole({ text, choices }: Hole, number: number, last: boolean): string {
  if (choices && choices.length > 1) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`;
  if (text !== '') return `\${${number}:${escapeSnippet(text)}}`;
  return last ? '$0' : `$${number}`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
