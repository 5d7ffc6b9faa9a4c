import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { isBlock } from '../check/textForm.ts';
import { uncleanTexts } from '../check/uncleanTexts.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import type { ProseDefect } from '../format/prose.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const textBlanks = defineRule({
  id: 'text-blanks',
  severity: 'warning',
  summary: 'Blanks or line breaks around a text, or a line break in a headline.',
  why: 'They come along when text is copied. Names and topics with a blank at their end are other names to the site, and feeds and search results show the gap.',
  repair: 'Remove them, as the quick fix does.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'title: Harbour opens again   # the blanks are not part of it' },
      { text: 'excerpt: |\n  After two years of work\n  the harbour opens again.' },
      { text: 'excerpt: "First paragraph.\\n\\nSecond paragraph."' },
    ],
    invalid: [
      { text: 'title: "<| |>Harbour opens again<|\\n|>"', fixed: 'title: "Harbour opens again"' },
      { text: "topics:\n  - Energy\n  - 'Ferries<|  |>'", fixed: "topics:\n  - Energy\n  - 'Ferries'" },
      { text: 'title: "Harbour opens<|\\n|>again"', fixed: 'title: "Harbour opens again"' },
      {
        text: 'excerpt: "After two years it opens.<|\\u00a0\\n\\n|>"',
        fixed: 'excerpt: "After two years it opens."',
      },
    ],
  },
  check: whenAny(uncleanTexts('blank-start', 'blank-end', 'line-break'), function* (texts, { article }) {
    for (const { field, defects } of texts) {
      const { node } = field;
      if (isBlock(field)) continue;
      for (const defect of defects) {
        const blanks = node.text.slice(defect.start, defect.end);
        const message = messageOf(defect.kind, blanks, quoted(node.text));
        if (message === undefined || !/[^\S\ufeff]/.test(blanks)) continue;
        yield {
          ...valueSpan(article.text, node, defect),
          message,
          fixes: () => {
            const edit = replaceText(article, node, repaired(node.text, defect));
            return edit ? [{ title: titleOf(blanks), safe: true, edits: [edit] }] : [];
          },
        };
      }
    }
  }),
});

function repaired(text: string, { start, end, repaired }: ProseDefect): string {
  return text.slice(0, start) + (repaired ?? '') + text.slice(end);
}

/** `undefined` for a defect that is another rule's. */
function messageOf(kind: ProseDefect['kind'], blanks: string, text: string): string | undefined {
  const what = isBreak(blanks)
    ? say`There is a line break`
    : blanks.length > 1
      ? say`There are ${blanks.length} blanks`
      : say`There is a blank`;
  switch (kind) {
    case 'blank-start':
      return say`${what} at the start of ${text}.`;
    case 'blank-end':
      return say`${what} at the end of ${text}.`;
    case 'line-break':
      return say`${what} in ${text}.`;
    default:
      return undefined;
  }
}

function titleOf(blanks: string): string {
  if (isBreak(blanks)) return say`Remove the line break`;
  return blanks.length > 1 ? say`Remove the blanks` : say`Remove the blank`;
}

function isBreak(blanks: string): boolean {
  return /[\n\v\f\r\u0085\u2028\u2029]/.test(blanks);
}
