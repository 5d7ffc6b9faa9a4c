import { type Fix, quoted } from '../article/problem.ts';
import type { ArticleView } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { type UrlFault, urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import type { UrlDefect } from '../format/url.ts';
import { readUrl } from '../format/url.ts';
import { say } from '../say.ts';
import { defineRule, type Severity } from './rule.ts';

export const urlInvalid = defineRule({
  id: 'url-invalid',
  severity: 'error',
  summary: 'A text that is no web address, or one with a character that does not belong there.',
  why: 'A link from it leads nowhere or to a wrong page.',
  repair:
    'Write the whole address, as the browser shows it. The quick fix turns backslashes around, resolves HTML entities and removes names and passwords.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'webUrl: "https://tidewater.example/mill?from=a&to=b#map"' },
      { text: 'images:\n  - url: /assets/images/mill.jpg' },
    ],
    invalid: [
      { text: 'webUrl: <|"the mill"|>' },
      { text: 'webUrl: <|/mill|>' },
      {
        text: 'webUrl: "https://tidewater.example/mill?from=a<|&amp;|>to=b"',
        fixed: 'webUrl: "https://tidewater.example/mill?from=a&to=b"',
      },
      { text: "webUrl: 'https://tidewater.example/a<|\\|>b'", fixed: "webUrl: 'https://tidewater.example/a/b'" },
      { text: 'webUrl: "https://<|ada:pass@|>tidewater.example/"', fixed: 'webUrl: "https://tidewater.example/"' },
    ],
  },
  check: whenAny(urlFaultsOf('url-invalid'), function* (faults, view) {
    for (const fault of faults) {
      const severity = SEVERITIES[fault.kind];
      yield {
        ...fault.span,
        ...(severity && { severity }),
        message: messageOf(fault),
        fixes: () => fixesOf(view, fault),
      };
    }
  }),
});

/** What browsers forgive. */
const SEVERITIES: Partial<Record<UrlDefect, Severity>> = {
  entity: 'warning',
  'user-info': 'warning',
  character: 'warning',
};

function messageOf({ kind, part, field }: UrlFault): string {
  const { text } = field.node;
  const wrong = quoted(text.slice(part.start, part.end));
  switch (kind) {
    case 'entity':
      return say`In an address ${wrong} is just “&”.`;
    case 'backslash':
      return say`The address ${quoted(text)} has a backslash where a slash belongs.`;
    case 'user-info':
      return say`The address holds the name of a user, perhaps a password.`;
    case 'character':
      return say`${wrong} cannot stand in an address.`;
    case 'relative':
      return say`${wrong} is only a part of an address: its site is missing.`;
    default:
      return say`${wrong} is no web address.`;
  }
}

function fixesOf({ article }: ArticleView, { kind, part, field, repaired }: UrlFault): readonly Fix[] {
  const { node } = field;
  if (repaired !== undefined)
    return fixList(replaceText(article, node, repaired), say`Change to ${quoted(repaired)}`, true);
  if (kind !== 'user-info') return [];
  const bare = node.text.slice(0, part.start) + node.text.slice(part.end);
  const reading = readUrl(bare);
  return reading.kind === 'valid' || reading.kind === 'insecure'
    ? fixList(replaceText(article, node, bare), say`Remove the name of the user`, false)
    : [];
}
