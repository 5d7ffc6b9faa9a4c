import { quoted } from '../article/problem.ts';
import { valueSpan } from '../article/valueSpan.ts';
import { fixList } from '../check/fixList.ts';
import { oddUrlFields, type UrlFault, urlFaultOf, urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { urlParts } from '../format/url.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlHost = defineRule({
  id: 'url-host',
  severity: 'error',
  summary: 'A web address whose host cannot be right.',
  why: 'A host is a name with a dot, such as `harbourtimes.example`. With any other no browser finds the page. A number in place of a name works, but hardly for long.',
  repair:
    'Correct the name. The quick fix does where there is one right answer, such as a comma in the place of a dot.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'webUrl: "https://www.tidewater.example:8443/mill"' },
      { text: 'webUrl: "https://bücher.example/"' },
    ],
    invalid: [
      { text: 'webUrl: "https://tidewater<|,|>example/mill"', fixed: 'webUrl: "https://tidewater.example/mill"' },
      { text: 'webUrl: "https://tidewater.example<|.|>/mill"', fixed: 'webUrl: "https://tidewater.example/mill"' },
      { text: 'webUrl: "https://<|localhost|>/mill"' },
      { text: 'webUrl: "https://<|192.0.2.17|>/mill"' },
    ],
  },
  check: whenAny(oddUrlFields, function* (fields, view) {
    for (const fault of urlFaultsOf('url-host')(view)) {
      const { field, span, repaired } = fault;
      yield {
        ...span,
        message: messageOf(fault),
        fixes: () =>
          repaired === undefined
            ? []
            : fixList(replaceText(view.article, field.node, repaired), say`Change to ${quoted(repaired)}`, true),
      };
    }
    for (const { node } of fields) {
      const kind = urlFaultOf(view, node)?.kind;
      const host = kind === undefined || kind === 'insecure' ? urlParts(node.text)?.host : undefined;
      if (host === undefined || !/^(?:[\d.]+|\[.*\])$/.test(host.text)) continue;
      yield {
        ...valueSpan(view.article.text, node, host),
        severity: 'hint',
        message: say`${quoted(host.text)} is a number, not a name; it may stop working when the site moves.`,
      };
    }
  }),
});

function messageOf({ kind, part, field }: UrlFault): string {
  const { text } = field.node;
  const wrong = quoted(text.slice(part.start, part.end));
  switch (kind) {
    case 'missing-host':
      return say`The address ${quoted(text)} names no site.`;
    case 'host-without-dot':
      return say`${wrong} is no name of a site: it has no dot.`;
    case 'host-trailing-dot':
      return say`The name of the site in ${quoted(text)} ends with one dot too many.`;
    case 'host-address':
      return say`${wrong} is no address of a site.`;
    case 'port':
      return say`${wrong} is no port.`;
    default:
      return say`${wrong} cannot stand in the name of the site in ${quoted(text)}.`;
  }
}
