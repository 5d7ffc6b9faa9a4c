import type { ScalarNode } from '../article/nodes.ts';
import { type NumberReading, readNumber } from '../format/number.ts';
import type { NumberShape } from '../schema/shape.ts';
import type { Field } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { Sign } from './sign.ts';

/** A value that is meant to be a number and is not written as one. Each has one rule that reports it. */
export interface NumberFault {
  readonly field: Field<ScalarNode, NumberShape>;
  readonly rule: 'number-quoted' | 'number-unit' | 'number-yaml11' | 'wrong-type';
  readonly reading: NumberReading;
}

/** The faulty numbers of an article, in the order of the file. Empty values and what an alias repeats are not among them. */
export function numberFaultsOf(rule: NumberFault['rule']): Look<NumberFault> {
  return lookFor(Sign.mistyped, view =>
    fieldsWith(view, Sign.mistyped)
      .filter(isNumberField)
      .flatMap(field => {
        const fault = faultOf(field, view.article.text);
        return fault?.rule === rule ? [fault] : [];
      }),
  );
}

/** True for a scalar with a value that is meant to be a number. */
export function isNumberField(field: Field): field is Field<ScalarNode, NumberShape> {
  const { node, shape } = field;
  if (node.kind !== 'scalar' || shape.kind !== 'number' || node.aliased) return false;
  return node.value !== null && node.text.trim() !== '';
}

function faultOf(field: Field<ScalarNode, NumberShape>, text: string): NumberFault | undefined {
  const { node, shape, name } = field;
  if (typeof node.value === 'boolean') return { field, rule: 'wrong-type', reading: { kind: 'none', certain: false } };
  const source = node.style === 'plain' ? text.slice(node.start, node.end) : node.text;
  const reading = readNumber(source, { integer: shape.integer, maximum: shape.maximum, name });
  const rule = ruleOf(reading, node.style !== 'plain');
  return rule && { field, rule, reading };
}

function ruleOf({ kind, value }: NumberReading, quotes: boolean): NumberFault['rule'] | undefined {
  switch (kind) {
    case 'plain':
      return quotes ? 'number-quoted' : undefined;
    case 'odd':
      return quotes && value !== undefined ? 'number-quoted' : 'number-yaml11';
    case 'unit':
      return 'number-unit';
    default:
      return 'wrong-type';
  }
}
