import { say } from '../../say.ts';
import type { Shape } from '../../schema/shape.ts';
import { inlineCode, paragraphs } from '../markdown.ts';

/** What a field is for, as Markdown: its meaning, the type and bounds of its value, and an example. */
export function fieldCard(name: string, shape: Shape, required: boolean): string {
  const example = exampleOf(shape);
  return paragraphs(
    `${inlineCode(name)} — ${typeOf(shape, required)}`,
    shape.description,
    shape.kind === 'text' && shape.values && shape.values.length > 1
      ? say`One of ${shape.values.slice(0, MOST_VALUES).map(inlineCode).join(', ')}`
      : undefined,
    example === undefined ? undefined : say`Example: ${inlineCode(example)}`,
  );
}

/** A shape's type in a word or two. */
export function typeOf(shape: Shape, required = false): string {
  return required ? say`${nameOf(shape)}, required` : nameOf(shape);
}

function nameOf(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return roleNames.get(shape.role) ?? say`text`;
    case 'number':
      return bounded(shape.integer ? say`whole number` : say`number`, shape);
    case 'boolean':
      return say`\`true\` or \`false\``;
    case 'list': {
      const lists = { map: say`list of groups of fields`, text: say`list of texts`, number: say`list of numbers` };
      const { kind } = shape.item;
      return kind === 'map' || kind === 'text' || kind === 'number' ? lists[kind] : say`list`;
    }
    case 'map':
      return say`group of fields`;
    case 'any':
      return say`any value`;
  }
}

const roleNames: ReadonlyMap<string | undefined, string> = new Map([
  ['date-time', say`date and time`],
  ['url', say`web address`],
  ['image-url', say`address of a picture`],
  ['domain', say`domain`],
  ['duration', say`duration`],
  ['price', say`price`],
  ['topic', say`topic`],
  ['item-path', say`path of a file`],
  ['html', 'HTML'],
  ['glob', say`glob`],
  ['pattern', say`regular expression`],
  ['secured', say`ciphertext`],
]);

function bounded(name: string, { minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  const [low, high] = [Number.isFinite(minimum), Number.isFinite(maximum)];
  if (low && high) return say`${name}, ${minimum} to ${maximum}`;
  return low ? say`${name}, ${minimum} or more` : high ? say`${name}, ${maximum} or less` : name;
}

function exampleOf(shape: Shape): string | undefined {
  const [example] =
    shape.kind === 'list' ? (shape.examples[0] !== undefined ? shape.examples : shape.item.examples) : shape.examples;
  return typeof example === 'string' || typeof example === 'number' || typeof example === 'boolean'
    ? String(example)
    : undefined;
}

const MOST_VALUES = 20;
