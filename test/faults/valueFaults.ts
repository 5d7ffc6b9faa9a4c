// Values of another set, type or way of writing.
import { nodeAt, type ScalarNode } from '../../server/src/core/article/nodes.ts';
import { type Field, isTextField } from '../../server/src/core/check/articleView.ts';
import type { NumberShape } from '../../server/src/core/schema/shape.ts';
import { type FaultKind, isScalar, isTouched, putFar, rootEntry, sourceOf, swap, swapAt, texts } from './fault.ts';

/** A slip in a value of a fixed set. */
function value(id: string, safe: boolean, change: (text: string) => string | undefined): FaultKind {
  return {
    id,
    rule: 'value-not-allowed',
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(isTextField).filter(({ node, shape }) => {
        if (shape.values === undefined || node.style !== 'plain' || isTouched(subject.findings, node)) return false;
        const changed = change(node.text);
        return changed !== undefined && changed !== node.text && !shape.values.includes(changed);
      });
      const field = subject.pick(fields);
      const changed = field && change(field.node.text);
      return field && changed !== undefined ? swap(field.node, changed) : undefined;
    },
  };
}

const values: readonly FaultKind[] = [
  value('value-letter-lost', true, text => text.slice(0, 2) + text.slice(3)),
  value('value-letters-swapped', true, text => swapAt(text, 1)),
  value('value-capital', true, text => text.charAt(0).toUpperCase() + text.slice(1)),
  value('value-upper-case', true, text => text.toUpperCase()),
  value('value-lower-case', true, text => text.toLowerCase()),
  value('value-plural', true, text => (text === 'news' ? undefined : `${text}s`)),
  value('value-of-another-set', false, () => 'podcast'),
];

/** A number written in another way. Only whole numbers without a sign are tried. */
function number(
  id: string,
  rule: string,
  safe: boolean,
  change: (text: string, field: Field & { shape: NumberShape }) => string | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(
        (field): field is Field<ScalarNode, NumberShape> =>
          isScalar(field.node) &&
          field.shape.kind === 'number' &&
          /^\d+$/.test(sourceOf(subject.article, field.node)) &&
          !isTouched(subject.findings, field.node) &&
          change(field.node.text, field as Field<ScalarNode, NumberShape>) !== undefined,
      );
      const field = subject.pick(fields);
      const changed = field && change(field.node.text, field);
      return field && changed !== undefined ? swap(field.node, changed) : undefined;
    },
  };
}

const isSize = ({ name }: Field) => name === 'width' || name === 'height';

const numbers: readonly FaultKind[] = [
  number('number-in-quotes', 'number-quoted', true, text => `"${text}"`),
  number('number-in-single-quotes', 'number-quoted', true, text => `'${text}'`),
  number('number-px', 'number-unit', true, (text, field) => (isSize(field) ? `${text}px` : undefined)),
  number('number-blank-px', 'number-unit', true, (text, field) => (isSize(field) ? `${text} px` : undefined)),
  number('number-percent', 'number-unit', true, (text, field) => (isSize(field) ? undefined : `${text}%`)),
  number('number-plus', 'number-yaml11', true, text => `+${text}`),
  number('number-zero-before', 'number-yaml11', true, text => (/[89]/.test(text) ? `0${text}` : undefined)),
  number('number-underscore', 'number-yaml11', true, text =>
    text.length === 4 ? `${text.charAt(0)}_${text.slice(1)}` : undefined,
  ),
  number('number-comma', 'number-yaml11', true, text =>
    text.length === 4 ? `${text.charAt(0)},${text.slice(1)}` : undefined,
  ),
  number('number-point-zero', 'wrong-type', true, (text, { shape }) => (shape.integer ? `${text}.0` : undefined)),
  number('number-full-stop', 'wrong-type', true, (text, { shape }) => (shape.integer ? `${text},` : undefined)),
  number('number-fraction', 'wrong-type', false, (text, { shape }) => (shape.integer ? `${text}.5` : undefined)),
  number('number-word', 'wrong-type', false, () => 'high'),
  number('number-boolean', 'wrong-type', false, () => 'true'),
  number('number-too-low', 'number-range', false, (_, field) => (isSize(field) ? undefined : '-7')),
  number('number-too-high', 'number-range', false, (_, { shape }) =>
    Number.isFinite(shape.maximum) ? String(shape.maximum * 10 + 1) : undefined,
  ),
];

/** A boolean written in another way. */
function boolean(id: string, rule: string, safe: boolean, change: (value: boolean) => string): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const fields = subject.view.fields.filter(
        ({ node, shape }) =>
          shape.kind === 'boolean' &&
          isScalar(node) &&
          typeof node.value === 'boolean' &&
          !isTouched(subject.findings, node),
      );
      const node = subject.pick(fields)?.node;
      return isScalar(node) ? swap(node, change(node.value === true)) : undefined;
    },
  };
}

const booleans: readonly FaultKind[] = [
  boolean('boolean-in-quotes', 'boolean-quoted', true, on => `"${on}"`),
  boolean('boolean-in-single-quotes', 'boolean-quoted', true, on => `'${on}'`),
  boolean('boolean-yes', 'boolean-yaml11', true, on => (on ? 'yes' : 'no')),
  boolean('boolean-capital-yes', 'boolean-yaml11', true, on => (on ? 'Yes' : 'No')),
  boolean('boolean-on', 'boolean-yaml11', true, on => (on ? 'on' : 'off')),
  boolean('boolean-letters-swapped', 'wrong-type', true, on => (on ? 'ture' : 'flase')),
  boolean('boolean-digit', 'wrong-type', true, on => (on ? '1' : '0')),
  boolean('boolean-letter', 'wrong-type', true, on => (on ? 'y' : 'n')),
  boolean('boolean-word', 'wrong-type', false, () => 'maybe'),
];

/** A name that is read as something else without quotes. */
function unquoted(id: string, text: string): FaultKind {
  return {
    id,
    rule: 'text-unquoted',
    safe: false,
    differs: 'the name itself is another one; only the quotes are missing',
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['name'], (_, { node, name }) => node.style === 'plain' && name === 'name'),
      );
      return field && swap(field.node, text);
    },
  };
}

const types: readonly FaultKind[] = [
  unquoted('text-as-number', '1984'),
  unquoted('text-as-boolean', 'Yes'),
  unquoted('text-as-date', '2026-05-12'),
  unquoted('text-as-time', '12:30'),
  unquoted('text-as-float', '4.10'),
  {
    id: 'topics-on-one-line',
    rule: 'wrong-type',
    safe: true,
    inject(subject) {
      const entry = rootEntry(subject, 'topics');
      if (entry?.value.kind !== 'list' || entry.value.flow || entry.value.items.length === 0) return undefined;
      const items = entry.value.items.map(item =>
        isScalar(item.value) && item.value.style === 'plain' ? item.value.text : ',',
      );
      if (items.some(item => item.includes(',')) || sourceOf(subject.article, entry.value).includes('#'))
        return undefined;
      const newText = items.join(', ');
      const start = entry.key.end + 2;
      return {
        edit: { start: entry.key.end + 1, end: entry.value.end, newText: ` ${newText}` },
        expected: { start, end: start + newText.length },
      };
    },
  },
  {
    id: 'dash-of-only-picture-lost',
    rule: 'wrong-type',
    safe: true,
    inject(subject) {
      const entry = rootEntry(subject, 'images');
      if (entry?.value.kind !== 'list' || entry.value.items.length !== 1 || entry.value.flow) return undefined;
      const source = sourceOf(subject.article, entry.value);
      if (!source.startsWith('- ')) return undefined;
      return putFar(entry.value, source.slice(2).replace(/\n {2}/g, '\n'), entry.key);
    },
  },
  {
    id: 'title-in-brackets',
    rule: 'wrong-type',
    safe: false,
    inject(subject) {
      const node = nodeAt(subject.view.root?.node, 'category');
      return isScalar(node) && !isTouched(subject.findings, node) ? swap(node, `[${node.text}]`) : undefined;
    },
  },
  {
    id: 'provider-as-text',
    rule: 'wrong-type',
    safe: false,
    inject(subject) {
      const entry = rootEntry(subject, 'provider');
      const name = nodeAt(entry?.value, 'name');
      if (entry?.value.kind !== 'map' || !isScalar(name)) return undefined;
      const start = entry.key.end + 2;
      const token = sourceOf(subject.article, name);
      return {
        edit: { start: entry.key.end + 1, end: entry.value.end, newText: ` ${token}` },
        expected: { start, end: start + token.length },
      };
    },
  },
];

export const valueFaults: readonly FaultKind[] = [...values, ...numbers, ...booleans, ...types];
