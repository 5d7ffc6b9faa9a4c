import { quoted } from '../article/problem.ts';
import { fixList } from '../check/fixList.ts';
import { urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceText } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlUnbalanced = defineRule({
  id: 'url-unbalanced',
  severity: 'error',
  summary: 'A web address in brackets, quotes or link markup, or with one of them left over.',
  why: 'What was copied along with an address becomes a part of it, and the link leads nowhere.',
  repair: 'Keep the bare address. The quick fix does.',
  fix: 'safe',
  examples: {
    valid: [
      { text: 'originalUrl: "https://tidewater.example/wiki/Mill_(tide)"' },
      { text: 'title: "<https://tidewater.example>"' },
    ],
    invalid: [
      {
        text: 'originalUrl: "<|(|>https://tidewater.example/mill)"',
        fixed: 'originalUrl: "https://tidewater.example/mill"',
      },
      { text: 'webUrl: "https://tidewater.example/mill<|)|>"', fixed: 'webUrl: "https://tidewater.example/mill"' },
      {
        text: 'webUrl: <|"[The mill](https://tidewater.example/mill)"|>',
        fixed: 'webUrl: "https://tidewater.example/mill"',
      },
    ],
  },
  check: whenAny(urlFaultsOf('url-unbalanced'), function* (faults, view) {
    for (const { kind, span, part, field, repaired } of faults) {
      const { node } = field;
      const wrong = quoted(node.text.slice(part.start, part.end));
      yield {
        ...span,
        message:
          kind === 'link-markup'
            ? say`${wrong} is a link; only its address belongs here.`
            : say`${wrong} does not belong to the address ${quoted(node.text)}.`,
        fixes: () =>
          repaired === undefined
            ? []
            : fixList(replaceText(view.article, node, repaired), say`Keep only the address`, true),
      };
    }
  }),
});
