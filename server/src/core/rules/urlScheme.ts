import { quoted } from '../article/problem.ts';
import { fixList } from '../check/fixList.ts';
import { type UrlFault, urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlScheme = defineRule({
  id: 'url-scheme',
  severity: 'error',
  summary: 'A web address that does not start with “https://”.',
  why: 'Without its exact start an address leads to a page of our own site that does not exist.',
  repair: 'Start the address with `https://`. The quick fix does.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'originalUrl: "https://harbourtimes.example/ferry"' },
      { text: 'images:\n  - url: /assets/images/ferry.jpg' },
    ],
    invalid: [
      {
        text: 'originalUrl: "<|harbourtimes.example|>/ferry"',
        fixed: 'originalUrl: "https://harbourtimes.example/ferry"',
      },
      { text: 'webUrl: <|htps://|>tidewater.example/', fixed: 'webUrl: https://tidewater.example/' },
      {
        text: 'related:\n  - webUrl: "<|https://|>https://tidewater.example/mill"',
        fixed: 'related:\n  - webUrl: "https://tidewater.example/mill"',
      },
      {
        text: "images:\n  - url: '<|//|>cdn.tidewater.example/mill.jpg'",
        fixed: "images:\n  - url: 'https://cdn.tidewater.example/mill.jpg'",
      },
    ],
  },
  check: whenAny(urlFaultsOf('url-scheme'), function* (faults, view) {
    for (const fault of faults) {
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
  }),
});

function messageOf({ kind, part, field }: UrlFault): string {
  const { text } = field.node;
  const wrong = quoted(text.slice(part.start, part.end));
  switch (kind) {
    case 'misspelt-scheme':
      return say`${wrong} is no start of a web address; “https://” is.`;
    case 'doubled-scheme':
      return say`${wrong} is too much at the start of ${quoted(text)}.`;
    default:
      return say`The address ${quoted(text)} does not start with “https://”.`;
  }
}
