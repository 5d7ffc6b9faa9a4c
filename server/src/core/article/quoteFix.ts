import { say } from '../say.ts';
import { type Edit, insertion, type Span } from '../text.ts';
import { type Fix, quoted } from './problem.ts';

/** Puts a stretch of text in double quotes, changing no byte but the quotes and the escapes that these need. */
export function quoteFix(text: string, span: Span, safe: boolean): Fix {
  const source = text.slice(span.start, span.end);
  return { title: say`Put ${quoted(source)} in quotes`, safe, edits: quoteEdits(text, span) };
}

function quoteEdits(text: string, { start, end }: Span): Edit[] {
  const edits: Edit[] = [];
  let before = '"';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 92) before += '\\';
    if (before !== '') edits.push(insertion(at, before));
    before = '';
  }
  edits.push(insertion(end, before + '"'));
  return edits;
}
