import { anyShape, type FieldShape, type ListRole, type MapRole, type Shape, type TextRole } from './shape.ts';

/** A JSON Schema as plain data; what is not understood is ignored, so that a schema never rejects by accident. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The deepest nesting of schemas that is followed, so that one that refers to itself ends. */
const MAX_DEPTH = 16;

/**
 * Turns a JSON Schema (2020-12: type, enum, const, format, minLength, maxLength, pattern, minimum, maximum, exclusive
 * bounds, items, minItems, maxItems, properties, required, additionalProperties, local `$ref`) into a shape. Of our own
 * it knows `role` and, on a property, `section`.
 *
 * @param root where a local `$ref` is looked up
 */
export function compileShape(schema: unknown, root: unknown = schema): Shape {
  return compile(schema, root, 0);
}

function compile(given: unknown, root: unknown, depth: number): Shape {
  const schema = resolve(given, root);
  if (!schema || depth > MAX_DEPTH) return anyShape;
  const described = {
    description: text(schema.description),
    examples: Array.isArray(schema.examples) ? schema.examples : 'default' in schema ? [schema.default] : [],
  };
  switch (typeOf(schema)) {
    case 'string':
      return {
        kind: 'text',
        role: roleOf(schema) as TextRole | undefined,
        values: valuesOf(schema),
        minLength: number(schema.minLength) ?? 0,
        maxLength: number(schema.maxLength) ?? Number.POSITIVE_INFINITY,
        pattern: patternOf(schema.pattern),
        ...described,
      };
    case 'integer':
    case 'number':
      return { kind: 'number', integer: typeOf(schema) === 'integer', ...boundsOf(schema), ...described };
    case 'boolean':
      return { kind: 'boolean', ...described };
    case 'array':
      return {
        kind: 'list',
        role: roleOf(schema) as ListRole | undefined,
        item: compile(schema.items, root, depth + 1),
        minItems: number(schema.minItems) ?? 0,
        maxItems: number(schema.maxItems) ?? Number.POSITIVE_INFINITY,
        ...described,
      };
    case 'object':
      return { ...mapOf(schema, root, depth), role: roleOf(schema) as MapRole | undefined, ...described };
    default:
      return { ...anyShape, ...described };
  }
}

function mapOf(schema: JsonSchema, root: unknown, depth: number) {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = new Map<string, FieldShape>();
  const sections = new Set<string>();
  for (const [name, property] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
    if (property === false) continue;
    fields.set(name, { name, shape: compile(property, root, depth + 1), required: required.has(name) });
    if (resolve(property, root)?.section === true) sections.add(name);
  }
  const others = schema.additionalProperties;
  return {
    kind: 'map' as const,
    fields,
    order: [...fields.keys()],
    rest: others === true ? anyShape : isSchema(others) ? compile(others, root, depth + 1) : undefined,
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
      .reduce<unknown>((from, step) => (isSchema(from) ? from[step] : undefined), root);
  }
  return undefined;
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

const rolesOfFormat: Readonly<Record<string, TextRole>> = {
  uri: 'url',
  'date-time': 'date-time',
  duration: 'duration',
  hostname: 'domain',
};

function roleOf(schema: JsonSchema): string | undefined {
  return text(schema.role) ?? (typeof schema.format === 'string' ? rolesOfFormat[schema.format] : undefined);
}

function valuesOf(schema: JsonSchema): readonly string[] | undefined {
  if ('const' in schema) return [String(schema.const)];
  return Array.isArray(schema.enum) ? schema.enum.map(String) : undefined;
}

function boundsOf(schema: JsonSchema): { minimum: number; maximum: number } {
  const step = typeOf(schema) === 'integer' ? 1 : Number.MIN_VALUE;
  const above = number(schema.exclusiveMinimum);
  const below = number(schema.exclusiveMaximum);
  return {
    minimum: number(schema.minimum) ?? (above === undefined ? Number.NEGATIVE_INFINITY : above + step),
    maximum: number(schema.maximum) ?? (below === undefined ? Number.POSITIVE_INFINITY : below - step),
  };
}

function patternOf(source: unknown): RegExp | undefined {
  if (typeof source !== 'string') return undefined;
  try {
    return new RegExp(source, 'u');
  } catch {
    // A project's own pattern that is no regular expression is a finding in its configuration file, not here.
    return undefined;
  }
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
