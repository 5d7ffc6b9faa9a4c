import * as z from 'zod';
import { severities } from './severity.ts';

/** The schema of `masthead.config.yaml`. `rules` and `contentTypes` are the ids that exist. */
export function configSchema(rules: readonly string[], contentTypes: readonly string[]): z.ZodType {
  const globs = (description: string, example: string) =>
    z
      .array(
        z
          .string()
          .meta({ role: 'glob', description: 'A glob, relative to the project’s folder.', examples: [example] }),
      )
      .meta({ description });
  const severity = z
    .enum(severities)
    .meta({ description: 'How much a finding of the rule weighs.', examples: ['warning'] });
  const ruleTable = z
    .strictObject(Object.fromEntries(rules.map(id => [id, severity.optional()])))
    .meta({ description: 'Severity of single rules, by rule id.' });
  const names = (description: string) =>
    z.array(z.string().meta({ description: 'Name of a field.', examples: ['title'] })).meta({ description });
  const contentType = z
    .strictObject({
      name: z
        .string()
        .optional()
        .meta({ description: 'Name of the content type for people.', examples: ['Recipe'] }),
      extends: z
        .enum(contentTypes as [string, ...string[]])
        .optional()
        .meta({ description: 'A built-in content type whose fields it takes over.', examples: ['news-article'] }),
      include: globs('Files of this type.', '_recipes/**').optional(),
      types: z
        .array(z.string().meta({ description: 'A value of `type`.', examples: ['recipe'] }))
        .optional()
        .meta({ description: 'Values of the file’s own `type` that belong to this content type.' }),
      fields: z
        .record(z.string(), jsonSchema(2))
        .optional()
        .meta({ description: 'Fields to add or to replace, by name, in canonical order.' }),
      required: names('Fields that every file has. Takes the place of the built-in list.').optional(),
      remove: names('Built-in fields that this project does not use.').optional(),
    })
    .meta({ role: 'content-type', description: 'A content type to add, or a built-in one to change.' });
  return z
    .strictObject({
      $schema: z.string().optional().meta({ description: 'Address of this schema, for other editors.' }),
      ignore: globs('Files that are not checked.', '_drafts/**').optional(),
      rules: ruleTable.optional(),
      overrides: z
        .array(
          z.strictObject({
            include: globs('Files that these severities are for.', '_news/2019-*'),
            rules: ruleTable,
          }),
        )
        .optional()
        .meta({ description: 'Severities for some files only; later ones win.' }),
      contentTypes: z.record(z.string(), contentType).optional().meta({ description: 'Content types, by id.' }),
    })
    .meta({ role: 'config', title: 'Masthead configuration' });
}

/**
 * The keywords of JSON Schema that a shape is compiled from. Others may stand beside them.
 *
 * @param depth how many levels of schemas inside schemas are described; below that, anything goes
 */
function jsonSchema(depth: number): z.ZodType {
  const bound = (description: string) =>
    z
      .number()
      .optional()
      .meta({ description, examples: [0] });
  const count = (description: string) =>
    z
      .int()
      .min(0)
      .optional()
      .meta({ description, examples: [1] });
  const inner = depth > 0 ? jsonSchema(depth - 1) : z.unknown();
  return z
    .looseObject({
      type: z
        .enum(['string', 'integer', 'number', 'boolean', 'array', 'object'])
        .optional()
        .meta({ description: 'The type of the value.', examples: ['string'] }),
      description: z
        .string()
        .optional()
        .meta({ description: 'What the field is for, as the editor shows it.', examples: ['How it feels.'] }),
      examples: z.array(z.unknown()).optional().meta({ description: 'Values as they may stand in a file.' }),
      role: z
        .string()
        .optional()
        .meta({ description: 'What the value means to Masthead: `url`, `date-time`, `topic`…', examples: ['url'] }),
      format: z
        .string()
        .optional()
        .meta({ description: 'The form of the text: `uri`, `date-time` or `duration`.', examples: ['uri'] }),
      section: z
        .boolean()
        .optional()
        .meta({ description: 'A blank line stands before the field.', examples: [true] }),
      enum: z.array(z.unknown()).optional().meta({ description: 'The only values allowed.' }),
      const: z.unknown().optional().meta({ description: 'The only value allowed.' }),
      default: z.unknown().optional().meta({ description: 'The value that new files get.' }),
      pattern: z
        .string()
        .optional()
        .meta({ role: 'pattern', description: 'A regular expression that the text matches.', examples: ['^[a-z]+$'] }),
      minLength: count('The least number of characters.'),
      maxLength: count('The greatest number of characters.'),
      minimum: bound('The least value.'),
      maximum: bound('The greatest value.'),
      exclusiveMinimum: bound('The value is greater than this.'),
      exclusiveMaximum: bound('The value is less than this.'),
      items: inner.optional().meta({ description: 'What each item of the list holds, as JSON Schema.' }),
      minItems: count('The least number of items.'),
      maxItems: count('The greatest number of items.'),
      properties: z.record(z.string(), inner).optional().meta({ description: 'Keys of the value, by name.' }),
      required: z
        .array(z.string().meta({ description: 'Name of a key.', examples: ['name'] }))
        .optional()
        .meta({ description: 'Keys that it always has.' }),
      additionalProperties: z
        .unknown()
        .optional()
        .meta({ description: 'Whether other keys are allowed, or what they hold.' }),
    })
    .meta({ description: 'What the field holds, as JSON Schema.' });
}
