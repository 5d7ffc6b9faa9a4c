/**
 * What a value means, beyond its type. Rules and editor features ask for a role, never for a field's name where a role
 * will do, so that a field declared by a project's own configuration is treated as well as ours.
 */
export type TextRole =
  | 'title'
  | 'prose'
  | 'name'
  | 'keyword'
  | 'date-time'
  | 'url'
  | 'image-url'
  | 'domain'
  | 'duration'
  | 'price'
  | 'topic'
  | 'html'
  | 'item-path'
  | 'secured'
  | 'glob'
  | 'pattern';
export type MapRole = 'article' | 'provider' | 'image' | 'related-item' | 'content-type' | 'config';
export type ListRole = 'topics' | 'images' | 'related' | 'items' | 'set';
export type Role = TextRole | MapRole | ListRole;

interface Described {
  /** One or two plain sentences for people. */
  readonly description?: string | undefined;
  /** Values as they may stand in an article; the first serves as a placeholder. */
  readonly examples: readonly unknown[];
}

export interface TextShape extends Described {
  readonly kind: 'text';
  readonly role?: TextRole | undefined;
  /** The only values allowed; `undefined`: any. */
  readonly values?: readonly string[] | undefined;
  /** In UTF-16 code units. */
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern?: RegExp | undefined;
}

export interface NumberShape extends Described {
  readonly kind: 'number';
  readonly integer: boolean;
  /** Inclusive bounds, infinite where there is none. */
  readonly minimum: number;
  readonly maximum: number;
}

export interface BooleanShape extends Described {
  readonly kind: 'boolean';
}

export interface ListShape extends Described {
  readonly kind: 'list';
  readonly role?: ListRole | undefined;
  readonly item: Shape;
  readonly minItems: number;
  readonly maxItems: number;
}

export interface MapShape extends Described {
  readonly kind: 'map';
  readonly role?: MapRole | undefined;
  /** In canonical order. */
  readonly fields: ReadonlyMap<string, FieldShape>;
  /** The names of `fields` in canonical order. */
  readonly order: readonly string[];
  /** What `fields` has for each name of `order`. */
  readonly inOrder: readonly FieldShape[];
  /** The names of the required ones of `fields` in canonical order. */
  readonly required: readonly string[];
  /** What keys that are not in `fields` hold: `undefined` makes them unknown, and a closed map forbids them. */
  readonly rest?: Shape | undefined;
  /** No other keys are allowed, as in a configuration file. An article may carry keys of its own. */
  readonly closed: boolean;
  /** Keys that a blank line precedes; at the top of an article only. */
  readonly sections: ReadonlySet<string>;
}

/** A value about which nothing is known. */
export interface AnyShape extends Described {
  readonly kind: 'any';
}

export type Shape = TextShape | NumberShape | BooleanShape | ListShape | MapShape | AnyShape;

export interface FieldShape {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/** The shape of a key's value in a mapping; `undefined` for a key that the mapping does not know. */
export function shapeAt(shape: MapShape, name: string): Shape | undefined {
  return shape.fields.get(name)?.shape ?? shape.rest;
}

/**
 * The same shape, as an object of one and the same form whatever its kind: code that looks at shapes of all kinds, one after
 * the other, is several times as fast on those.
 */
export function uniform<S extends Shape>(shape: S): S {
  return { ...blank, ...shape };
}

const blank: Record<
  keyof TextShape | keyof NumberShape | keyof ListShape | keyof MapShape | keyof AnyShape,
  undefined
> = {
  kind: undefined,
  role: undefined,
  values: undefined,
  minLength: undefined,
  maxLength: undefined,
  pattern: undefined,
  integer: undefined,
  minimum: undefined,
  maximum: undefined,
  item: undefined,
  minItems: undefined,
  maxItems: undefined,
  fields: undefined,
  order: undefined,
  inOrder: undefined,
  required: undefined,
  rest: undefined,
  closed: undefined,
  sections: undefined,
  description: undefined,
  examples: undefined,
};

export const anyShape: AnyShape = uniform({ kind: 'any', examples: [] });
