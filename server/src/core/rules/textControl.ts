import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { uncleanTexts } from '../check/uncleanTexts.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import type { ProseDefect } from '../format/prose.ts';
import { say } from '../say.ts';
import type { Span } from '../text.ts';
import { defineRule } from './rule.ts';

/** All but those of which nothing but other rules speak. */
const MAYBE_ODD = [
  'control-character',
  'replacement-character',
  'invisible-character',
  'blank-start',
  'blank-end',
] as const;

export const textControl = defineRule({
  id: 'text-control',
  severity: 'warning',
  summary: 'A character in a text that nobody can see, or that was lost.',
  why: 'Zero-width blanks, soft hyphens and control characters come along from web pages; searches for the word then fail. A “\ufffd” stands where a program could not read a character.',
  repair: 'Remove the character, as the quick fix does. A “\ufffd” has to be looked up at the source.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'title: "Families \u{1f468}\u200d\u{1f469}\u200d\u{1f467} at sea"' },
      { text: 'title: "Fares: 3\u00a0€"' },
    ],
    invalid: [
      { text: 'title: "Har<|\\u200b|>bour opens again"', fixed: 'title: "Harbour opens again"' },
      { text: 'excerpt: The har<|\u00ad|>bour op\u00adens.', fixed: 'excerpt: The harbour opens.' },
      { text: 'topics:\n  - Energy<|\ufeff|>', fixed: 'topics:\n  - Energy' },
      { text: 'title: "Caf<|\ufffd|> opens again"' },
    ],
  },
  check: whenAny(uncleanTexts(...MAYBE_ODD), function* (texts, { article }) {
    for (const { field, defects: all } of texts) {
      const { node } = field;
      const defects = all.filter(one => isOdd(node.text, one));
      const first = defects.find(({ repaired }) => repaired !== undefined);
      if (first) {
        yield {
          ...valueSpan(article.text, node, withoutBlanks(node.text, first)),
          message: say`${nameOf(node.text.slice(first.start, first.end))} stands in ${quoted(visible(node.text))}.`,
          fixes: () => {
            const text = without(node.text, defects);
            const edit = text.trim() === '' ? undefined : replaceText(article, node, text);
            return edit ? [{ title: say`Remove what nobody can see`, safe: true, edits: [edit] }] : [];
          },
        };
      }
      const lost = defects.find(({ repaired }) => repaired === undefined);
      if (lost) {
        const message = say`A character was lost in ${quoted(visible(node.text))}: look it up at the source.`;
        yield { ...valueSpan(article.text, node, lost), message };
      }
    }
  }),
});

/** Runs of mere blanks and line breaks are the business of other rules; so is one at an end, where they hide what is among them. */
function isOdd(text: string, { kind, start, end }: ProseDefect): boolean {
  const run = text.slice(start, end);
  switch (kind) {
    case 'control-character':
    case 'replacement-character':
      return true;
    case 'invisible-character':
      return ODD.test(run);
    case 'blank-start':
    case 'blank-end':
      return !/[^\S\ufeff]/.test(run);
    case 'blank-double':
    case 'line-break':
      return false;
  }
}

/** What is no blank, tab or usual line break. */
const ODD = /[\S\v\f\u0085\u2028\u2029\ufeff]/;

function withoutBlanks(text: string, { start, end }: Span): Span {
  const run = text.slice(start, end);
  const before = run.search(ODD);
  const behind = [...run].reverse().findIndex(one => ODD.test(one));
  return { start: start + Math.max(0, before), end: end - Math.max(0, behind) };
}

function without(text: string, defects: readonly ProseDefect[]): string {
  let result = text;
  for (const { start, end, repaired } of [...defects].reverse()) {
    if (repaired !== undefined) result = result.slice(0, start) + repaired + result.slice(end);
  }
  return result;
}

function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
    '',
  );
}

function nameOf(run: string): string {
  const character = [...run].find(one => ODD.test(one)) ?? run;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${kindOf(character)} (U+${code})`;
}

function kindOf(character: string): string {
  switch (character) {
    case '\u00ad':
      return say`A soft hyphen`;
    case '\u200b':
      return say`A zero-width blank`;
    case '\u2060':
      return say`A word joiner`;
    case '\ufeff':
      return say`A byte order mark`;
    default:
      return say`An invisible character`;
  }
}
