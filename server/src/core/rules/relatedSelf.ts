import { quoted } from '../article/problem.ts';
import { fixList } from '../check/fixList.ts';
import { relatedItems } from '../check/relatedItems.ts';
import { removeListItem } from '../check/removeListItem.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const relatedSelf = defineRule({
  id: 'related-self',
  severity: 'warning',
  summary: 'A related item that is the article itself.',
  why: 'Readers are sent to the page that they have just read.',
  repair: 'Remove it. The quick fix does.',
  fix: 'suggestion',
  examples: {
    valid: [
      {
        text: 'originalUrl: "https://tidewater.example/mill"\nrelated:\n  - webUrl: "https://tidewater.example/ferry"',
      },
      { text: 'title: "The mill"\nrelated:\n  - title: "The mill"\n    webUrl: "https://harbourtimes.example/mill"' },
    ],
    invalid: [
      {
        text: 'originalUrl: "https://tidewater.example/mill"\nrelated:\n  - webUrl: <|"https://www.tidewater.example/mill/"|>\n  - webUrl: "https://tidewater.example/ferry"',
        fixed: 'originalUrl: "https://tidewater.example/mill"\nrelated:\n  - webUrl: "https://tidewater.example/ferry"',
      },
      {
        text: 'title: "The mill"\nprovider:\n  domain: tidewater.example\nrelated:\n  - title: <|"The mill"|>\n    provider:\n      domain: tidewater.example',
        fixed: 'title: "The mill"\nprovider:\n  domain: tidewater.example',
      },
    ],
  },
  check: whenAny(relatedItems, function* (items, view) {
    for (const { list, index, token, isSelf } of items) {
      if (!isSelf) continue;
      yield {
        start: token.start,
        end: token.end,
        message: say`The related item ${quoted(token.text)} is this article itself.`,
        fixes: () => fixList(removeListItem(view.article, list, index), say`Remove this item`, false),
      };
    }
  }),
});
