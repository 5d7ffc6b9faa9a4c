import { quoted } from '../article/problem.ts';
import { type SuppressedRule, suppressionsOf } from '../article/suppressions.ts';
import { fixList } from '../check/fixList.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { nothing } from '../check/whenAny.ts';
import { didYouMean } from '../format/spelling.ts';
import { say } from '../say.ts';
import { edit, type Span } from '../text.ts';
import { ruleIds } from './ids.generated.ts';
import { defineRule, type RuleFinding } from './rule.ts';

export const ignoreUnknown = defineRule({
  id: 'ignore-unknown',
  severity: 'warning',
  summary: 'A `masthead-ignore` comment that names no rule, or one that does not exist.',
  why: 'Such a comment silences nothing, so what it is there for is still reported, or is not checked at all as soon as a rule has that name.',
  repair:
    'Name the rule as the report does. The quick fix does where the name is misspelt; it is safe where no other rule comes near.',
  fix: 'both',
  examples: {
    valid: [
      { text: 'heat: 1200 # masthead-ignore number-range -- it was that hot' },
      { text: '# masthead-ignore-file text-entity, text-double-blank\ntitle: "masthead-ignore nothing"' },
    ],
    invalid: [
      { text: 'heat: 1200 # masthead-ignore <|number-rnage|>', fixed: 'heat: 1200 # masthead-ignore number-range' },
      {
        text: '# masthead-ignore text-blanks, <|number-ranging|>\nheat: 1200',
        fixed: '# masthead-ignore text-blanks, number-range\nheat: 1200',
      },
      { text: '# masthead-ignore <|everything|>\nheat: 1200' },
      { text: 'heat: 1200 <|# masthead-ignore|>' },
    ],
  },
  check: onSigns(Sign.suppression, ({ article }) => {
    const { rules, empty } = suppressionsOf(article);
    return rules.length + empty.length > 0 ? report(rules, empty) : nothing;
  }),
});

function* report(rules: readonly SuppressedRule[], empty: readonly Span[]): Iterable<RuleFinding> {
  for (const { span, ruleId } of rules) {
    if (ruleIds.includes(ruleId)) continue;
    const suggestion = didYouMean(ruleId, ruleIds);
    const match = suggestion?.match;
    yield {
      ...span,
      message:
        match === undefined
          ? say`There is no rule ${quoted(ruleId)}.`
          : say`There is no rule ${quoted(ruleId)}; did you mean ${quoted(match)}?`,
      ...(match !== undefined && {
        fixes: () => fixList(edit(span, match), say`Change to ${quoted(match)}`, suggestion?.certain === true),
      }),
    };
  }
  for (const span of empty) {
    yield { ...span, severity: 'hint', message: say`This comment names no rule, so it silences nothing.` };
  }
}
