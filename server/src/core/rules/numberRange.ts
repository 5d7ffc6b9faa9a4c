import { quoted } from '../article/problem.ts';
import { fieldsLook } from '../check/look.ts';
import { isNumberField } from '../check/numberFaults.ts';
import { Sign } from '../check/sign.ts';
import { shownText } from '../check/tokenOf.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import type { NumberShape } from '../schema/shape.ts';
import { defineRule } from './rule.ts';

export const numberRange = defineRule({
  id: 'number-range',
  severity: 'error',
  summary: 'A number that is too low or too high for its field.',
  why: 'Lists are sorted by such numbers: one that is out of range puts its item above or below all others.',
  repair: 'Correct the number. Only you can know it, so there is no quick fix.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'quality: 0\nheat: -1' },
      { text: 'ratings:\n  count: 54\n  average: 4.8', path: '_learning/courses/tides.md' },
    ],
    invalid: [
      { text: 'heat: <|-2|>' },
      { text: 'quality: <|5900|>' },
      { text: 'ratings:\n  count: 54\n  average: <|48|>', path: '_learning/courses/tides.md' },
    ],
  },
  check: whenAny(fieldsLook(Sign.mistyped), function* (fields) {
    for (const field of fields.filter(isNumberField)) {
      const { node, shape, name } = field;
      const { value } = node;
      if (typeof value !== 'number' || !Number.isFinite(value) || (value >= shape.minimum && value <= shape.maximum))
        continue;
      yield {
        start: node.start,
        end: node.end,
        message:
          value < shape.minimum
            ? say`${shownText(field)} is too low for ${quoted(name)}; it takes ${rangeOf(shape)}.`
            : say`${shownText(field)} is too high for ${quoted(name)}; it takes ${rangeOf(shape)}.`,
      };
    }
  }),
});

function rangeOf({ minimum, maximum }: NumberShape): string {
  if (!Number.isFinite(maximum)) return say`${minimum} or more`;
  return Number.isFinite(minimum) ? say`${minimum} to ${maximum}` : say`${maximum} or less`;
}
