import type { ScalarNode } from '../article/nodes.ts';
import { yaml11Boolean } from '../article/yaml11.ts';
import { didYouMean } from '../format/spelling.ts';
import type { BooleanShape } from '../schema/shape.ts';
import type { Field } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { Sign } from './sign.ts';

/** A value that is meant to be `true` or `false` and is written otherwise. Each has one rule that reports it. */
export interface BooleanFault {
  readonly field: Field<ScalarNode, BooleanShape>;
  readonly rule: 'boolean-quoted' | 'boolean-yaml11' | 'wrong-type';
  /** What it means; `undefined` when nobody can know it. */
  readonly value: boolean | undefined;
}

/** The faulty booleans of an article, in the order of the file. Empty values and what an alias repeats are not among them. */
export function booleanFaultsOf(rule: BooleanFault['rule']): Look<BooleanFault> {
  return lookFor(Sign.mistyped, view =>
    fieldsWith(view, Sign.mistyped)
      .filter(isBooleanField)
      .flatMap(field => {
        const fault = faultOf(field);
        return fault?.rule === rule ? [fault] : [];
      }),
  );
}

function isBooleanField(field: Field): field is Field<ScalarNode, BooleanShape> {
  const { node, shape } = field;
  if (node.kind !== 'scalar' || shape.kind !== 'boolean' || node.aliased) return false;
  return node.value !== null && node.text.trim() !== '' && typeof node.value !== 'boolean';
}

function faultOf(field: Field<ScalarNode, BooleanShape>): BooleanFault {
  const { style, text } = field.node;
  const value = booleanMeant(text);
  if (yaml11Boolean(text.trim()) === undefined) return { field, rule: 'wrong-type', value };
  return { field, rule: style === 'plain' ? 'boolean-yaml11' : 'boolean-quoted', value };
}

/** The boolean that a word stands for, in any spelling and with a slip; `undefined` when nobody can know it. */
export function booleanMeant(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return yaml11Boolean(word) ?? short.get(word) ?? misspelt(word);
}

const short: ReadonlyMap<string, boolean> = new Map([
  ['y', true],
  ['t', true],
  ['1', true],
  ['n', false],
  ['f', false],
  ['0', false],
]);

function misspelt(word: string): boolean | undefined {
  const suggestion = didYouMean(word, ['true', 'false', 'yes', 'no']);
  return suggestion?.certain ? yaml11Boolean(suggestion.match) : undefined;
}
