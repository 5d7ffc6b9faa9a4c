import type { ArticleView } from '../check/articleView.ts';
import { booleanFaultsOf } from '../check/booleanFaults.ts';
import { fixList } from '../check/fixList.ts';
import { kindFaults } from '../check/kindFaults.ts';
import { fieldsLook } from '../check/look.ts';
import { numberFaultsOf } from '../check/numberFaults.ts';
import { Sign } from '../check/sign.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule, type RuleFinding } from './rule.ts';

export const wrongType = defineRule({
  id: 'wrong-type',
  severity: 'error',
  summary: 'A value of the wrong kind: a text in place of a number, a list or keys.',
  why: 'The site takes the value apart as what it should be, and finds nothing, or stops building.',
  repair:
    'Write the value as what the field takes. The quick fix is safe where the value shows what was meant: it makes a list of a single text, a whole number of `59.0`, `true` of `ture`.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'quality: 59\npublished: true\ntopics:\n  - Energy' },
      { text: 'topics: [Energy, Climate]\nheat: -1', path: '_news/2026-05-12-harbour-opens-again.md' },
    ],
    invalid: [
      { text: 'topics: <|Energy|>', fixed: 'topics:\n  - Energy' },
      { text: 'topics: <|Energy, Tidal power|>', fixed: 'topics:\n  - Energy\n  - Tidal power' },
      { text: 'quality: <|59.0|>', fixed: 'quality: 59' },
      { text: 'published: <|ture|>', fixed: 'published: true' },
      { text: 'title: <|[Harbour opens again]|>', fixed: 'title: Harbour opens again' },
      {
        text: '<|images|>:\n  url: /ferry.jpg\n  width: 80\n  height: 45',
        fixed: 'images:\n  - url: /ferry.jpg\n    width: 80\n    height: 45',
      },
      { text: 'quality: <|high|>' },
      { text: 'quality: <|59.5|>' },
      { text: 'provider: <|Harbour Times|>' },
      { text: '<|title|>:\n  - Harbour\n  - opens again' },
    ],
  },
  check: whenAny(fieldsLook(Sign.mistyped), function* (_, view) {
    yield* kindFaults(view);
    yield* wrongNumbers(view);
    yield* wrongBooleans(view);
  }),
});

function* wrongNumbers(view: ArticleView): Iterable<RuleFinding> {
  for (const { field, reading } of numberFaultsOf('wrong-type')(view)) {
    const { node, shape } = field;
    const { value, certain } = reading;
    yield {
      start: node.start,
      end: node.end,
      message: shape.integer
        ? say`${shownText(field)} is not a whole number.`
        : say`${shownText(field)} is not a number.`,
      ...(value !== undefined && {
        fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, certain),
      }),
    };
  }
}

function* wrongBooleans(view: ArticleView): Iterable<RuleFinding> {
  for (const { field, value } of booleanFaultsOf('wrong-type')(view)) {
    const { node } = field;
    yield {
      start: node.start,
      end: node.end,
      message: say`${shownText(field)} is neither true nor false.`,
      ...(value !== undefined && {
        fixes: () => fixList(replaceValue(view.article, node, value), say`Change to ${value}`, true),
      }),
    };
  }
}
