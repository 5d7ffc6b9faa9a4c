import { say, translated } from '../../say.ts';
import type { Shape, TextRole } from '../../schema/shape.ts';
import { inlineCode, paragraphs } from '../markdown.ts';

/** What a field is for, as Markdown: its meaning, the type and bounds of its value, and an example. */
export function fieldCard(name: string, shape: Shape, required: boolean): string {
  const example = exampleOf(shape);
  return paragraphs(
    `${inlineCode(name)} — ${typeOf(shape, required)}`,
    shape.description && translated(shape.description),
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
      return textName(shape.role);
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

function textName(role: TextRole | undefined): string {
  switch (role) {
    case 'date-time':
      return say`date and time`;
    case 'url':
      return say`web address`;
    case 'image-url':
      return say`address of a picture`;
    case 'domain':
      return say`domain`;
    case 'duration':
      return say`duration`;
    case 'price':
      return say`price`;
    case 'topic':
      return say`topic`;
    case 'item-path':
      return say`path of a file`;
    case 'html':
      return 'HTML';
    case 'glob':
      return say`glob`;
    case 'pattern':
      return say`regular expression`;
    case 'secured':
      return say`ciphertext`;
    default:
      return say`text`;
  }
}

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
