import type { ScalarNode } from '../article/nodes.ts';
import { isBlank, isCleanProse } from '../format/prose.ts';
import type { NumberShape, TextShape } from '../schema/shape.ts';
import {
  type ArticleView,
  type Field,
  isListField,
  isTextField,
  type ListField,
  type TextField,
} from './articleView.ts';
import { perView } from './perView.ts';
import { isReadable } from './readableTexts.ts';

/**
 * The values of an article of which a rule may have to speak, in the order of the file. Nearly all values are none of them.
 * Each list may hold more than its rules speak of: they look closely, here one quick look at each value serves all.
 */
export interface Suspects {
  /** Mappings that are not `regular`, those without a shape too. */
  readonly maps: readonly Field[];
  /** Lists with too few or too many items. */
  readonly lists: readonly ListField[];
  /** Scalars without a value, or of mere blanks. */
  readonly empty: readonly Field[];
  /** Values of another kind than their field takes; numbers and booleans that are not plainly that, and within their bounds. */
  readonly mistyped: readonly Field[];
  /** Texts that are too long, too short or not among the values allowed, and all that must match a pattern. */
  readonly unfit: readonly TextField[];
  /** Texts that readers see, with more than words and single blanks in them. */
  readonly unclean: readonly TextField[];
  /** Texts that readers see, with an ampersand. */
  readonly ampersands: readonly TextField[];
}

export const suspects: (view: ArticleView) => Suspects = perView(({ article, fields }) => {
  const found = {
    maps: [] as Field[],
    lists: [] as ListField[],
    empty: [] as Field[],
    mistyped: [] as Field[],
    unfit: [] as TextField[],
    unclean: [] as TextField[],
    ampersands: [] as TextField[],
  };
  for (const field of fields) {
    const { node, shape } = field;
    if (node.kind === 'map' && !field.regular) found.maps.push(field);
    if (shape.kind === 'any') continue;
    if (node.kind === 'scalar' && (node.value === null || isBlank(node.text))) found.empty.push(field);
    if (isTextField(field)) {
      if (isUnfit(field)) found.unfit.push(field);
      if (!isReadable(field)) continue;
      if (!isCleanProse(field.node.text)) found.unclean.push(field);
      if (field.node.text.includes('&')) found.ampersands.push(field);
    } else if (isListField(field)) {
      if (isOutside(field.node.items.length, field.shape.minItems, field.shape.maxItems)) found.lists.push(field);
    } else if (shape.kind === 'number') {
      if (node.kind !== 'scalar' || !isUsualNumber(article.text, node, shape)) found.mistyped.push(field);
    } else if (shape.kind === 'boolean') {
      if (node.kind !== 'scalar' || typeof node.value !== 'boolean') found.mistyped.push(field);
    } else if (node.kind !== (shape.kind === 'text' ? 'scalar' : shape.kind)) found.mistyped.push(field);
  }
  return found;
});

/** One of the lists, for `whenAny`. */
export function suspectsOf<K extends keyof Suspects>(kind: K): (view: ArticleView) => Suspects[K] {
  return view => suspects(view)[kind];
}

function isUnfit({ node, shape }: TextField): boolean {
  const { minLength, maxLength, pattern, values }: TextShape = shape;
  if (pattern || isOutside(node.text.length, minLength, maxLength)) return true;
  return values !== undefined && !values.includes(node.text);
}

function isOutside(value: number, minimum: number, maximum: number): boolean {
  return value < minimum || value > maximum;
}

/** True only for digits without quotes, perhaps with a minus or a decimal point among them, that are a number of the field. */
function isUsualNumber(text: string, { start, end, style, value }: ScalarNode, shape: NumberShape): boolean {
  if (style !== 'plain' || typeof value !== 'number' || isOutside(value, shape.minimum, shape.maximum)) return false;
  const first = text.charCodeAt(start) === MINUS ? start + 1 : start;
  let point = -1;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0 && at > first && at < end - 1 && !shape.integer) point = at;
    else if (code < ZERO || code > ZERO + 9) return false;
  }
  // A zero before other digits makes an octal number of some.
  return first < end && (text.charCodeAt(first) !== ZERO || (point < 0 ? end : point) === first + 1);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
