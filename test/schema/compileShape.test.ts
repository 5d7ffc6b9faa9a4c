import { describe, expect, test } from 'vitest';
import { compileShape } from '../../server/src/core/schema/compileShape.ts';
import type { MapShape, Shape } from '../../server/src/core/schema/shape.ts';

/** With Unicode, only signs of syntax may have a backslash. */
const underscored = String.raw`^a\_b$`;
const endless = Number.POSITIVE_INFINITY;

/** A shape without what it leaves open. */
function brief(shape: Shape): Record<string, unknown> {
  const entries = Object.entries(shape).filter(([key, value]) => {
    if (value === undefined || key === 'order' || key === 'inOrder' || key === 'required') return false;
    return (
      !(Array.isArray(value) && value.length === 0) &&
      !(value instanceof Set && value.size === 0) &&
      value !== 0 &&
      value !== endless &&
      value !== -endless
    );
  });
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'item' || key === 'rest' ? brief(value as Shape) : value instanceof Map ? fieldsOf(value) : value,
    ]),
  );
}

function fieldsOf(fields: MapShape['fields']): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].map(([name, { shape, required }]) => [required ? `${name}!` : name, brief(shape)]),
  );
}

describe('compileShape', () => {
  test.each<[what: string, schema: unknown, shape: Record<string, unknown>]>([
    [
      'a text',
      { type: 'string', description: 'A.', examples: ['a'] },
      { kind: 'text', description: 'A.', examples: ['a'] },
    ],
    ['bounds of a text', { type: 'string', minLength: 2, maxLength: 9 }, { kind: 'text', minLength: 2, maxLength: 9 }],
    ['a pattern', { type: 'string', pattern: '^[a-z]+$' }, { kind: 'text', pattern: /^[a-z]+$/u }],
    [
      'a pattern that is right without Unicode only',
      { type: 'string', pattern: underscored },
      { kind: 'text', pattern: new RegExp(underscored) },
    ],
    ['a pattern that is none', { type: 'string', pattern: '[' }, { kind: 'text' }],
    ['a pattern that is no text', { type: 'string', pattern: 5 }, { kind: 'text' }],
    ['values', { enum: ['a', 'b'] }, { kind: 'text', values: ['a', 'b'] }],
    [
      'values with a null and a number among them',
      { type: 'string', enum: ['a', null, 1] },
      { kind: 'text', values: ['a'] },
    ],
    ['no values at all', { type: 'string', enum: [] }, { kind: 'text' }],
    ['values that are no texts', { enum: [1, 2] }, { kind: 'any' }],
    ['a constant', { const: 'a' }, { kind: 'text', values: ['a'] }],
    ['a default as example', { type: 'string', default: 'a' }, { kind: 'text', examples: ['a'] }],
    ['a role of ours', { type: 'string', role: 'topic' }, { kind: 'text', role: 'topic' }],
    ['a role for another kind', { type: 'array', role: 'title' }, { kind: 'list', item: { kind: 'any' } }],
    ['a role that does not exist', { type: 'string', role: 'constructor' }, { kind: 'text' }],
    ['a format that has a role', { type: 'string', format: 'date-time' }, { kind: 'text', role: 'date-time' }],
    ['a format that has none', { type: 'string', format: 'constructor' }, { kind: 'text' }],
    ['a type or null', { type: ['string', 'null'] }, { kind: 'text' }],
    ['one type of several', { type: ['string', 'integer'] }, { kind: 'any' }],
    ['an integer', { type: 'integer', minimum: 0, maximum: 5 }, { kind: 'number', integer: true, maximum: 5 }],
    [
      'exclusive bounds of an integer',
      { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 5 },
      { kind: 'number', integer: true, minimum: 1, maximum: 4 },
    ],
    [
      'bounds between integers',
      { type: 'integer', minimum: 0.5, exclusiveMaximum: 4.5 },
      { kind: 'number', integer: true, minimum: 1, maximum: 4 },
    ],
    [
      'the narrower of two bounds',
      { type: 'integer', minimum: 3, exclusiveMinimum: 0 },
      { kind: 'number', integer: true, minimum: 3 },
    ],
    [
      'exclusive bounds of a number',
      { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 4 },
      { kind: 'number', integer: false, minimum: 1 + Number.EPSILON, maximum: 4 - 4 * Number.EPSILON },
    ],
    ['a bound that is no number', { type: 'number', minimum: 'low' }, { kind: 'number', integer: false }],
    ['a boolean', { type: 'boolean' }, { kind: 'boolean' }],
    [
      'a list',
      { type: 'array', minItems: 1, maxItems: 3, items: { type: 'string' } },
      { kind: 'list', minItems: 1, maxItems: 3, item: { kind: 'text' } },
    ],
    [
      'a mapping',
      { type: 'object', properties: { a: { type: 'string', section: true }, b: true, c: false }, required: ['a', 'z'] },
      { kind: 'map', closed: false, sections: new Set(['a']), fields: { 'a!': { kind: 'text' }, b: { kind: 'any' } } },
    ],
    [
      'a mapping by its properties',
      { properties: { a: {} } },
      { kind: 'map', closed: false, fields: { a: { kind: 'any' } } },
    ],
    ['a closed mapping', { type: 'object', additionalProperties: false }, { kind: 'map', closed: true, fields: {} }],
    [
      'an open mapping',
      { type: 'object', additionalProperties: { type: 'integer' } },
      { kind: 'map', closed: false, fields: {}, rest: { kind: 'number', integer: true } },
    ],
    ['what is not understood', { anyOf: [{ type: 'string' }] }, { kind: 'any' }],
    ['no schema', 'string', { kind: 'any' }],
    ['a reference that leads nowhere', { $ref: '#/$defs/x' }, { kind: 'any' }],
    ['a reference to another file', { $ref: 'other.json' }, { kind: 'any' }],
    ['a reference to itself', { $ref: '#' }, { kind: 'any' }],
  ])('reads %s', (_, schema, shape) => {
    expect(brief(compileShape(schema))).toEqual(shape);
  });

  test('follows references, with what stands beside them on top', () => {
    const root = {
      $defs: { 'a/b~c': { type: 'string', role: 'topic', description: 'Old.' }, again: { $ref: '#/$defs/a~1b~0c' } },
    };
    const shape = compileShape({ $ref: '#/$defs/again', description: 'New.' }, root);
    expect(brief(shape)).toEqual({ kind: 'text', role: 'topic', description: 'New.' });
  });

  test('ends where schemas go round in circles', () => {
    const node = { type: 'object', properties: Object.fromEntries([...'abcdefgh'].map(name => [name, { $ref: '#' }])) };
    const shape = compileShape(node) as MapShape;
    expect(shape.fields.get('a')?.shape.kind).toBe('map');
  });

  test('keeps the order of properties', () => {
    const { order } = compileShape({ properties: { z: {}, a: {}, m: {} } }) as MapShape;
    expect(order).toEqual(['z', 'a', 'm']);
  });

  test('lists what is required in that order', () => {
    const { required } = compileShape({ properties: { z: {}, a: {}, m: {} }, required: ['m', 'z', 'x'] }) as MapShape;
    expect(required).toEqual(['z', 'm']);
  });
});
