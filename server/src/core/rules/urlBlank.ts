import { nodeAt, textAt } from '../article/nodes.ts';
import { type Fix, quoted } from '../article/problem.ts';
import type { ArticleView } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { ampCounterpart, type UrlFault, urlFaultsOf, urlFields } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { isSameOrSubdomain } from '../format/domain.ts';
import { readUrl, urlParts } from '../format/url.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlBlank = defineRule({
  id: 'url-blank',
  severity: 'error',
  summary: 'A web address with a blank or an invisible character in it.',
  why: 'An address holds no blanks. Some readers cut it at the first one, others look for a page that does not exist.',
  repair:
    'Remove blanks around the address and characters that nobody sees. A blank inside is written `%20`, unless it does not belong there. The quick fix is safe where the article or the place of the blank tells which.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'webUrl: "https://tidewater.example/tide%20mill"' },
      { text: 'images:\n  - url: "/assets/tide%20mill.jpg"' },
    ],
    invalid: [
      { text: 'webUrl: "https://tidewater.example/mill<| |>"', fixed: 'webUrl: "https://tidewater.example/mill"' },
      {
        text: 'webUrl: "https://tidewater.example/tide<| |>mill"',
        fixed: 'webUrl: "https://tidewater.example/tide%20mill"',
      },
      { text: 'webUrl: "https://tide<| |>water.example/"', fixed: 'webUrl: "https://tidewater.example/"' },
      {
        text: 'originalUrl: "https://tidewater.example/tidemill"\nwebUrl: "https://tidewater.example/tide<| |>mill"',
        fixed: 'originalUrl: "https://tidewater.example/tidemill"\nwebUrl: "https://tidewater.example/tidemill"',
      },
      { text: 'images:\n  - url: "/assets/<| |>mill.jpg"', fixed: 'images:\n  - url: "/assets/mill.jpg"' },
    ],
  },
  check: whenAny(urlFaultsOf('url-blank'), function* (faults, view) {
    for (const fault of faults) {
      yield { ...fault.span, message: messageOf(fault), fixes: () => fixesOf(view, fault) };
    }
  }),
});

function messageOf({ kind, part, field }: UrlFault): string {
  const { text } = field.node;
  const one = part.end - part.start === 1;
  const address = quoted(text);
  if (kind === 'blank-inside')
    return one ? say`A blank breaks the address ${address}.` : say`Blanks break the address ${address}.`;
  if (kind === 'blank-around' && part.start === 0)
    return one ? say`A blank stands before the address ${address}.` : say`Blanks stand before the address ${address}.`;
  if (kind === 'blank-around')
    return one ? say`A blank stands behind the address ${address}.` : say`Blanks stand behind the address ${address}.`;
  const code = (text.codePointAt(part.start) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return say`The address ${address} holds a character that nobody sees (U+${code}).`;
}

function fixesOf(view: ArticleView, fault: UrlFault): readonly Fix[] {
  const { kind, part, field, repaired } = fault;
  const { node } = field;
  const fix = (text: string | undefined, title: string, safe: boolean): readonly Fix[] =>
    text === undefined ? [] : fixList(replaceText(view.article, node, text), title, safe);
  if (kind === 'blank-around') return fix(repaired, say`Remove the blank`, true);
  if (kind === 'invisible-character') return fix(repaired, say`Remove the invisible character`, true);
  const joined = withoutBlank(node.text);
  if (joined !== undefined && isConfirmed(view, fault, joined)) return fix(joined, say`Remove the blank`, true);
  // A real address has no blank at the end of one of its parts: there it came in by accident.
  const atEdge = isDelimiter(node.text.charAt(part.start - 1)) || isDelimiter(node.text.charAt(part.end));
  // A line break of the file reads as a blank, but nobody meant one.
  const isBreak = /[\r\n]/.test(view.article.text.slice(node.start, node.end));
  const escaping = isBreak ? [] : fix(repaired, say`Write the blank as “%20”`, !atEdge);
  const removing = fix(joined, say`Remove the blank`, false);
  return atEdge ? [...removing, ...escaping] : [...escaping, ...removing];
}

/** The same address stands elsewhere in the article, or follows from it; or only its site has blanks, and it is the provider's. */
function isConfirmed(view: ArticleView, { field, part }: UrlFault, joined: string): boolean {
  const { node, parent } = field;
  if (ampCounterpart(field) === joined || urlFields(view).some(other => other.node.text === joined)) return true;
  const host = urlParts(node.text)?.host;
  if (host === undefined || part.end > host.end || /\s/.test(node.text.slice(host.end))) return false;
  const domain = textAt(nodeAt(parent?.node, 'provider'), 'domain');
  return domain !== undefined && isSameOrSubdomain(host.text.replace(/\s+/g, ''), domain);
}

/** The address without any blank, when that makes it a good one. */
function withoutBlank(text: string): string | undefined {
  if (/\shttps?:\/\//i.test(text)) return undefined;
  const joined = text.replace(/\s+/g, '');
  const kind = readUrl(joined).kind;
  return kind === 'valid' || kind === 'insecure' || joined.startsWith('/') ? joined : undefined;
}

function isDelimiter(character: string): boolean {
  return character === '' || '/?#&=:.'.includes(character);
}
