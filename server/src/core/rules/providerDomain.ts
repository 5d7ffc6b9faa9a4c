import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import type { TextField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { readDomain } from '../format/domain.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const providerDomain = defineRule({
  id: 'provider-domain',
  severity: 'error',
  summary: 'A domain that is not just a domain.',
  why: 'The site finds the publisher, its logo and its other articles by the domain, letter for letter: `harbourtimes.example`, without `https://`, `www.`, path, capitals or blanks.',
  repair: 'Write the bare domain. The quick fix does where it can be told.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'provider:\n  domain: harbourtimes.example' },
      { text: 'provider:\n  domain: "news.bücher.example"' },
    ],
    invalid: [
      {
        text: 'provider:\n  domain: <|"https://www.tidewater.example/mill"|>',
        fixed: 'provider:\n  domain: "tidewater.example"',
      },
      { text: 'provider:\n  domain: <|www.|>tidewater.example', fixed: 'provider:\n  domain: tidewater.example' },
      { text: 'provider:\n  domain: <|T|>idewater.example', fixed: 'provider:\n  domain: tidewater.example' },
      { text: 'provider:\n  domain: <|Tidewater|>' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.oddDomain), function* (domains, view) {
    for (const { node } of domains) {
      if (typeof node.value !== 'string' || node.aliased) continue;
      const reading = readDomain(node.text);
      if (reading.kind === 'valid' || reading.kind === 'empty') continue;
      const { kind, span, repaired } = reading;
      const all = span.start === 0 && span.end === node.text.length;
      const wrong = quoted(node.text.slice(span.start, span.end));
      yield {
        ...(all ? { start: node.start, end: node.end } : valueSpan(view.article.text, node, span)),
        message: messageOf(kind, quoted(node.text), wrong),
        fixes: () =>
          repaired === undefined
            ? []
            : fixList(replaceText(view.article, node, repaired), say`Change to ${quoted(repaired)}`, true),
      };
    }
  }),
});

function messageOf(
  kind: Exclude<ReturnType<typeof readDomain>['kind'], 'valid' | 'empty'>,
  domain: string,
  wrong: string,
): string {
  switch (kind) {
    case 'url':
      return say`${domain} is a web address; only its domain belongs here.`;
    case 'without-dot':
      return say`${domain} is no domain: it has no dot.`;
    case 'blank':
      return say`A domain holds no blank: ${domain}.`;
    case 'upper-case':
      return say`A domain is written in small letters: ${domain}.`;
    case 'trailing-dot':
      return say`The domain ${domain} ends with one dot too many.`;
    case 'www':
    case 'path':
    case 'port':
      return say`${wrong} does not belong to the domain ${domain}.`;
    default:
      return say`${wrong} cannot stand in the domain ${domain}.`;
  }
}
