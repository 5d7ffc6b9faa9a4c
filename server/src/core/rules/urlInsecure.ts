import { quoted } from '../article/problem.ts';
import { fixList } from '../check/fixList.ts';
import { ampCounterpart, urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlInsecure = defineRule({
  id: 'url-insecure',
  severity: 'hint',
  summary: 'A web address with plain “http://”.',
  why: 'Browsers warn of such pages and leave out such pictures on a secure site. Nearly every site answers under `https://` today.',
  repair:
    'Try the address with `https://`, and write that when the same page comes. The quick fix writes it; it is safe where the AMP cache address of the page has it.',
  fix: 'both',
  examples: {
    valid: [{ text: 'webUrl: "https://tidewater.example/"' }, { text: 'title: "From http:// to https://"' }],
    invalid: [
      { text: 'webUrl: "<|http|>://tidewater.example/"', fixed: 'webUrl: "https://tidewater.example/"' },
      {
        text: 'ampWebUrl: <|http|>://tidewater.example/amp\ncdnAmpWebUrl: https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp',
        fixed:
          'ampWebUrl: https://tidewater.example/amp\ncdnAmpWebUrl: https://tidewater-example.cdn.ampproject.org/c/s/tidewater.example/amp',
      },
      {
        text: 'images:\n  - url: <|http|>://tidewater.example/mill.jpg',
        fixed: 'images:\n  - url: https://tidewater.example/mill.jpg',
      },
    ],
  },
  check: whenAny(urlFaultsOf('url-insecure'), function* (faults, view) {
    for (const { span, field, repaired } of faults) {
      const proven = ampCounterpart(field);
      // `amp-cdn-url` corrects the whole of an AMP cache address.
      if (field.name === 'cdnAmpWebUrl' && proven !== undefined) continue;
      yield {
        ...span,
        message: say`${quoted(field.node.text)} is not secure; most sites have an “https://” address.`,
        fixes: () =>
          repaired === undefined
            ? []
            : fixList(replaceText(view.article, field.node, repaired), say`Change to “https”`, repaired === proven),
      };
    }
  }),
});
