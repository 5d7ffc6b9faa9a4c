import type { Article } from '../article/articleDocument.ts';
import { toValue } from '../article/nodes.ts';
import type { JsonSchema } from '../schema/compileShape.ts';
import { isSeveritySetting, type RuleSeverities } from './severity.ts';

/** What `masthead.config.yaml` says. Everything is optional; nothing configured is the same as an empty file. */
export interface ProjectConfig {
  readonly ignore?: readonly string[];
  readonly rules?: RuleSeverities;
  readonly overrides?: readonly { readonly include: readonly string[]; readonly rules: RuleSeverities }[];
  readonly contentTypes?: Readonly<Record<string, ContentTypeConfig>>;
}

export interface ContentTypeConfig {
  readonly name?: string;
  readonly extends?: string;
  readonly include?: readonly string[];
  readonly types?: readonly string[];
  readonly fields?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly remove?: readonly string[];
}

/** The names a configuration file may have, in the order in which they are looked for. */
export const configFileNames = ['masthead.config.yaml', 'masthead.config.yml', 'masthead.config.json'] as const;

/** Reads a configuration file as far as it is right; what is wrong in it is left out, and is a finding in the file itself. */
export function readConfig(article: Article): ProjectConfig {
  const value = record(article.root && toValue(article.root));
  return {
    ignore: texts(value.ignore),
    rules: severitiesOf(value.rules),
    overrides: list(value.overrides)
      .map(record)
      .map(one => ({ include: texts(one.include), rules: severitiesOf(one.rules) })),
    contentTypes: mapRecord(value.contentTypes, contentTypeOf),
  };
}

function contentTypeOf(value: unknown): ContentTypeConfig {
  const given = record(value);
  return {
    ...(typeof given.name === 'string' && { name: given.name }),
    ...(typeof given.extends === 'string' && { extends: given.extends }),
    ...(Array.isArray(given.include) && { include: texts(given.include) }),
    ...(Array.isArray(given.types) && { types: texts(given.types) }),
    ...(Array.isArray(given.required) && { required: texts(given.required) }),
    ...(Array.isArray(given.remove) && { remove: texts(given.remove) }),
    fields: mapRecord(given.fields, record),
  };
}

function severitiesOf(value: unknown): RuleSeverities {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([id, one]) => (isSeveritySetting(one) ? [[id, one] as const] : [])),
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function mapRecord<T>(value: unknown, map: (one: unknown) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record(value)).map(([key, one]) => [key, map(one)]));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): readonly string[] {
  return list(value).filter(one => typeof one === 'string');
}
