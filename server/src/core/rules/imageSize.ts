import { quoted } from '../article/problem.ts';
import type { MapField } from '../check/articleView.ts';
import { fixList } from '../check/fixList.ts';
import { FLATTEST, LARGEST, sizeOf } from '../check/imageSizes.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { replaceValue } from '../edits/edits.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const imageSize = defineRule({
  id: 'image-size',
  severity: 'error',
  summary: 'A picture with a width or height that it cannot have.',
  why: 'The page keeps a place of that size for the picture. With a wrong one the text jumps, or the picture does not show.',
  repair: 'Write the size of the picture in pixels. The quick fix removes a minus sign.',
  fix: 'safe',
  examples: {
    valid: [{ text: 'images:\n  - url: /assets/mill.jpg\n    width: 1280\n    height: 720' }, { text: 'width: 0' }],
    invalid: [
      {
        text: 'images:\n  - url: /assets/mill.jpg\n    width: <|-800|>\n    height: 450',
        fixed: 'images:\n  - url: /assets/mill.jpg\n    width: 800\n    height: 450',
      },
      { text: 'images:\n  - url: /assets/mill.jpg\n    width: <|0|>\n    height: <|45000|>' },
      { text: 'images:\n  - url: /assets/mill.jpg\n    width: 800\n    height: <|4|>' },
    ],
  },
  check: whenAny(fieldsLook<MapField>(Sign.oddSize), function* (images, { article }) {
    for (const field of images) {
      const sizes = (['width', 'height'] as const).flatMap(name => sizeOf(field.node, field.shape, name) ?? []);
      const bad = sizes.filter(({ value }) => value <= 0 || value > LARGEST);
      for (const { name, node, value } of bad) {
        yield value <= 0
          ? {
              start: node.start,
              end: node.end,
              message: say`The ${nameOf(name)} of a picture cannot be ${quoted(node.text)}.`,
              fixes: () =>
                value < 0 ? fixList(replaceValue(article, node, -value), say`Change to ${-value}`, true) : [],
            }
          : {
              start: node.start,
              end: node.end,
              severity: 'warning',
              message: say`A picture with a ${nameOf(name)} of ${quoted(node.text)} pixels cannot be.`,
            };
      }
      const [one, other] = sizes.sort((a, b) => a.value - b.value);
      if (bad.length > 0 || one === undefined || other === undefined || other.value <= one.value * FLATTEST) continue;
      yield {
        start: one.node.start,
        end: one.node.end,
        severity: 'warning',
        message: say`A picture with a ${nameOf(one.name)} of ${quoted(one.node.text)} and a ${nameOf(other.name)} of ${quoted(other.node.text)} cannot be.`,
        related: [
          { start: other.node.start, end: other.node.end, message: say`Its ${nameOf(other.name)} stands here.` },
        ],
      };
    }
  }),
});

function nameOf(name: string): string {
  return name === 'width' ? say`width` : say`height`;
}
