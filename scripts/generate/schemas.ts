import * as z from 'zod';
import { configSchema } from '../../server/src/core/config/configSchema.ts';
import { configFileNames } from '../../server/src/core/config/readConfig.ts';
import { contentTypes, schemaOf } from '../../server/src/core/schema/contentTypes.ts';
import { compactSchema } from './compactSchema.ts';

/** What the core compiles its shapes from: every content type with its JSON Schema, what they share in `$defs`. */
export function compiledSchemas(ruleIds: readonly string[]): string {
  const ids = contentTypes.map(type => type.id);
  const all = z.object({
    ...Object.fromEntries(contentTypes.map(type => [type.id, schemaOf(type)])),
    'masthead-config': configSchema(ruleIds, ids),
  });
  const { $defs, properties } = toJsonSchema(all, 'ref');
  const described = [
    ...contentTypes.map(({ id, name, include, types }) => ({ id, name, include, types })),
    {
      id: 'masthead-config',
      name: 'Masthead configuration',
      include: configFileNames.map(name => `**/${name}`),
      types: [],
    },
  ];
  const types = described.map(type => ({ ...type, schema: (properties as Record<string, unknown>)[type.id] }));
  return `${JSON.stringify(compactSchema({ $defs, contentTypes: types }), null, 1)}\n`;
}

/** The schemas for other tools, by file. */
export function publishedSchemas(ruleIds: readonly string[], address: string): Record<string, string> {
  const schemas: [string, z.ZodType][] = contentTypes.map(type => [type.id, schemaOf(type)]);
  schemas.push([
    'masthead.config',
    configSchema(
      ruleIds,
      contentTypes.map(type => type.id),
    ),
  ]);
  return Object.fromEntries(
    schemas.map(([id, schema]) => {
      const file = `docs/schemas/${id}.schema.json`;
      const json = { $schema: draft, $id: `${address}/${file}`, ...toJsonSchema(schema, 'inline') };
      return [file, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

const draft = 'https://json-schema.org/draft/2020-12/schema';

function toJsonSchema(schema: z.ZodType, reused: 'ref' | 'inline'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    reused,
    override({ jsonSchema }) {
      // zod bounds every integer by what JavaScript holds exactly; that says nothing about an article.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      const role = formats[String(jsonSchema.role)];
      if (role !== undefined) jsonSchema.format = role;
    },
  });
  return json;
}

/** The standard formats that our roles have, for tools that do not know the roles. */
const formats: Readonly<Record<string, string>> = { 'date-time': 'date-time', duration: 'duration', url: 'uri' };
