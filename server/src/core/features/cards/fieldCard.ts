import type { Shape } from '../../schema/shape.ts';
import { inlineCode, paragraphs } from '../markdown.ts';

/** What a field is for, as Markdown: its meaning, the type and bounds of its value, and an example. */
export function fieldCard(name: string, shape: Shape, required: boolean): string {
  const example = exampleOf(shape);
  return paragraphs(
    `${inlineCode(name)} — ${typeOf(shape)}${required ? ', required' : ''}`,
    shape.description,
    shape.kind === 'text' && shape.values && shape.values.length > 1
      ? `One of ${shape.values.slice(0, MOST_VALUES).map(inlineCode).join(', ')}`
      : undefined,
    example === undefined ? undefined : `Example: ${inlineCode(example)}`,
  );
}

/** A shape's type in a word or two. */
export function typeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return roleNames.get(shape.role) ?? 'text';
    case 'number':
      return `${shape.integer ? 'whole number' : 'number'}${boundsOf(shape)}`;
    case 'boolean':
      return '`true` or `false`';
    case 'list': {
      const items = { map: 'groups of fields', text: 'texts', number: 'numbers', boolean: '', list: '', any: '' };
      const inner = items[shape.item.kind];
      return inner === '' ? 'list' : `list of ${inner}`;
    }
    case 'map':
      return 'group of fields';
    case 'any':
      return 'any value';
  }
}

const roleNames: ReadonlyMap<string | undefined, string> = new Map([
  ['date-time', 'date and time'],
  ['url', 'web address'],
  ['image-url', 'address of a picture'],
  ['domain', 'domain'],
  ['duration', 'duration'],
  ['price', 'price'],
  ['topic', 'topic'],
  ['item-path', 'path of a file'],
  ['html', 'HTML'],
  ['glob', 'glob'],
  ['pattern', 'regular expression'],
  ['secured', 'ciphertext'],
]);

function boundsOf({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  const [low, high] = [Number.isFinite(minimum), Number.isFinite(maximum)];
  if (low && high) return `, ${minimum} to ${maximum}`;
  return low ? `, ${minimum} or more` : high ? `, ${maximum} or less` : '';
}

function exampleOf(shape: Shape): string | undefined {
  const [example] =
    shape.kind === 'list' ? (shape.examples[0] !== undefined ? shape.examples : shape.item.examples) : shape.examples;
  return typeof example === 'string' || typeof example === 'number' || typeof example === 'boolean'
    ? String(example)
    : undefined;
}

const MOST_VALUES = 20;
