import { readPattern } from '../format/pattern.ts';
import { anyShape, type FieldShape, type ListRole, type MapRole, type Shape, type TextRole, uniform } from './shape.ts';

/** A JSON Schema as plain data; what is not understood is ignored, so that a schema never rejects by accident. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The deepest nesting of schemas that is followed, so that one that refers to itself ends. */
const MAX_DEPTH = 16;

/** How many schemas one shape may be made of, so that one that refers to itself often ends soon. Ours are below 100. */
const MAX_SCHEMAS = 2_000;

interface Source {
  /** Where a local `$ref` is looked up. */
  readonly root: unknown;
  /** How many more schemas are compiled; the rest is taken for anything. */
  left: number;
}

/**
 * Turns a JSON Schema (2020-12: type, enum, const, format, minLength, maxLength, pattern, minimum, maximum, exclusive
 * bounds, items, minItems, maxItems, properties, required, additionalProperties, local `$ref`) into a shape. Of our own
 * it knows `role` and, on a property, `section`.
 *
 * @param root where a local `$ref` is looked up
 */
export function compileShape(schema: unknown, root: unknown = schema): Shape {
  return compile(schema, { root, left: MAX_SCHEMAS }, 0);
}

function compile(given: unknown, source: Source, depth: number): Shape {
  const schema = resolve(given, source.root);
  if (!schema || depth > MAX_DEPTH || source.left-- <= 0) return anyShape;
  const described = {
    description: text(schema.description),
    examples: Array.isArray(schema.examples) ? schema.examples : 'default' in schema ? [schema.default] : [],
  };
  return uniform(shapeOf(schema, described, source, depth));
}

function shapeOf(
  schema: JsonSchema,
  described: Pick<Shape, 'description' | 'examples'>,
  source: Source,
  depth: number,
): Shape {
  switch (typeOf(schema)) {
    case 'string':
      return {
        kind: 'text',
        role: roleIn(textRoles, schema),
        values: valuesOf(schema),
        minLength: number(schema.minLength) ?? 0,
        maxLength: number(schema.maxLength) ?? Number.POSITIVE_INFINITY,
        pattern: patternOf(schema.pattern),
        ...described,
      };
    case 'integer':
      return { kind: 'number', integer: true, ...integerBounds(schema), ...described };
    case 'number':
      return { kind: 'number', integer: false, ...numberBounds(schema), ...described };
    case 'boolean':
      return { kind: 'boolean', ...described };
    case 'array':
      return {
        kind: 'list',
        role: roleIn(listRoles, schema),
        item: compile(schema.items, source, depth + 1),
        minItems: number(schema.minItems) ?? 0,
        maxItems: number(schema.maxItems) ?? Number.POSITIVE_INFINITY,
        ...described,
      };
    case 'object':
      return { ...mapOf(schema, source, depth), role: roleIn(mapRoles, schema), ...described };
    default:
      return { ...anyShape, ...described };
  }
}

function mapOf(schema: JsonSchema, source: Source, depth: number) {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = new Map<string, FieldShape>();
  const sections = new Set<string>();
  for (const [name, property] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
    if (property === false) continue;
    fields.set(name, { name, shape: compile(property, source, depth + 1), required: required.has(name) });
    if (resolve(property, source.root)?.section === true) sections.add(name);
  }
  const others = schema.additionalProperties;
  return {
    kind: 'map' as const,
    fields,
    order: [...fields.keys()],
    inOrder: [...fields.values()],
    required: [...fields.keys()].filter(name => required.has(name)),
    rest: others === true ? anyShape : isSchema(others) ? compile(others, source, depth + 1) : undefined,
    closed: others === false,
    sections,
  };
}

/** The schema that a local `$ref` leads to, with what stands beside the reference on top. */
function resolve(schema: unknown, root: unknown): JsonSchema | undefined {
  let at = schema;
  let beside = {};
  for (let hops = 0; hops < MAX_DEPTH; hops++) {
    if (!isSchema(at)) return undefined;
    const { $ref: reference, ...own } = at;
    beside = { ...own, ...beside };
    if (typeof reference !== 'string') return beside;
    if (!reference.startsWith('#')) return undefined;
    at = reference
      .slice(1)
      .split('/')
      .filter(Boolean)
      .reduce<unknown>((from, step) => (isSchema(from) ? from[stepName(step)] : undefined), root);
  }
  return undefined;
}

/** A step of a JSON Pointer (RFC 6901). */
function stepName(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function typeOf(schema: JsonSchema): unknown {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter(one => one !== 'null');
    return types.length === 1 ? types[0] : undefined;
  }
  if (schema.type !== undefined) return schema.type;
  if (schema.properties !== undefined) return 'object';
  const values = 'const' in schema ? [schema.const] : schema.enum;
  return Array.isArray(values) && values.length > 0 && values.every(one => typeof one === 'string')
    ? 'string'
    : undefined;
}

/** Every role, by the kind of value that it is for: a role of another kind is left out. */
const textRoles: Readonly<Record<TextRole, true>> = {
  title: true,
  prose: true,
  name: true,
  keyword: true,
  'date-time': true,
  url: true,
  'image-url': true,
  domain: true,
  duration: true,
  price: true,
  topic: true,
  html: true,
  'item-path': true,
  secured: true,
  glob: true,
  pattern: true,
};
const mapRoles: Readonly<Record<MapRole, true>> = {
  article: true,
  provider: true,
  image: true,
  'related-item': true,
  'content-type': true,
  config: true,
};
const listRoles: Readonly<Record<ListRole, true>> = {
  topics: true,
  images: true,
  related: true,
  items: true,
  set: true,
};

const rolesOfFormat: ReadonlyMap<unknown, TextRole> = new Map([
  ['uri', 'url'],
  ['date-time', 'date-time'],
  ['duration', 'duration'],
]);

function roleIn<R extends string>(roles: Readonly<Record<R, true>>, schema: JsonSchema): R | undefined {
  const role = text(schema.role) ?? rolesOfFormat.get(schema.format);
  return role !== undefined && Object.hasOwn(roles, role) ? (role as R) : undefined;
}

/** The texts among the values of `enum`; `undefined` where it has none. */
function valuesOf(schema: JsonSchema): readonly string[] | undefined {
  const values = 'const' in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  const texts = values.filter(one => typeof one === 'string');
  return texts.length > 0 ? texts : undefined;
}

function integerBounds(schema: JsonSchema): { minimum: number; maximum: number } {
  const above = number(schema.exclusiveMinimum) ?? Number.NEGATIVE_INFINITY;
  const below = number(schema.exclusiveMaximum) ?? Number.POSITIVE_INFINITY;
  return {
    minimum: Math.max(Math.ceil(number(schema.minimum) ?? Number.NEGATIVE_INFINITY), Math.floor(above) + 1),
    maximum: Math.min(Math.floor(number(schema.maximum) ?? Number.POSITIVE_INFINITY), Math.ceil(below) - 1),
  };
}

/** An exclusive bound becomes the nearest number inside it. */
function numberBounds(schema: JsonSchema): { minimum: number; maximum: number } {
  const above = number(schema.exclusiveMinimum);
  const below = number(schema.exclusiveMaximum);
  return {
    minimum: Math.max(
      number(schema.minimum) ?? Number.NEGATIVE_INFINITY,
      above === undefined ? Number.NEGATIVE_INFINITY : above + stepAt(above),
    ),
    maximum: Math.min(
      number(schema.maximum) ?? Number.POSITIVE_INFINITY,
      below === undefined ? Number.POSITIVE_INFINITY : below - stepAt(below),
    ),
  };
}

function stepAt(value: number): number {
  return Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE);
}

/** A project's own pattern that is no regular expression is a finding in its configuration file, not here. */
function patternOf(source: unknown): RegExp | undefined {
  if (typeof source !== 'string') return undefined;
  const reading = readPattern(source);
  return 'pattern' in reading ? reading.pattern : undefined;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
