import type { Article } from '../article/articleDocument.ts';
import { textAt } from '../article/nodes.ts';
import { compileShape } from '../schema/compileShape.ts';
import type { ContentType } from '../schema/contentType.ts';
import schemas from '../schema/schemas.generated.json' with { type: 'json' };
import type { MapShape } from '../schema/shape.ts';
import { globMatcher } from './glob.ts';
import type { ContentTypeConfig, ProjectConfig } from './readConfig.ts';
import type { RuleSeverities, SeveritySetting } from './severity.ts';

/** One repository, as its configuration describes it: which files are of which type, and which rules run. A value: a new configuration makes a new one. */
export interface Project {
  /** Built in and declared, those of the project first. */
  readonly contentTypes: readonly ContentType[];
  /** The type of a file, by its path and its own `type` or `taxonomy`. `undefined`: nobody declared it. */
  contentTypeOf(article: Article): ContentType | undefined;
  /** True when a content type claims the path; a plain YAML file is an article only then. */
  claims(path: string): boolean;
  /** What the configuration says of a rule for a file, the editor's settings first. `undefined`: nothing. */
  severityOf(rule: string, path: string): SeveritySetting | undefined;
  /** True for a file that the configuration excludes. `path` is relative to the project's root, with `/`. */
  ignores(path: string): boolean;
}

/** The content type of `masthead.config.yaml` itself. */
export const configType = 'masthead-config';

/**
 * @param config of the project's file; nothing configured is fine
 * @param settings severities of the editor's settings, which win over the file's
 */
export function createProject(config: ProjectConfig = {}, settings: RuleSeverities = {}): Project {
  const contentTypes = declared(config.contentTypes ?? {});
  const matchers = contentTypes.map(type => ({ type, matches: globMatcher(type.include) }));
  const overrides = (config.overrides ?? []).map(one => ({ rules: one.rules, matches: globMatcher(one.include) }));
  return {
    contentTypes,
    contentTypeOf(article) {
      const found = matchers.filter(({ matches }) => matches(article.path)).map(({ type }) => type);
      if (found.length < 2) return found[0];
      const own = textAt(article.root, 'type') ?? textAt(article.root, 'taxonomy');
      return found.find(type => own !== undefined && type.types.includes(own)) ?? found[0];
    },
    claims: path => matchers.some(({ matches }) => matches(path)),
    severityOf(rule, path) {
      if (settings[rule] !== undefined) return settings[rule];
      for (let i = overrides.length - 1; i >= 0; i--) {
        const override = overrides[i];
        const severity = override?.rules[rule];
        if (severity !== undefined && override?.matches(path)) return severity;
      }
      return config.rules?.[rule];
    },
    ignores: globMatcher(config.ignore ?? []),
  };
}

let compiled: readonly ContentType[] | undefined;

/** The built-in types, compiled once: they never change. */
function builtIn(): readonly ContentType[] {
  compiled ??= schemas.contentTypes.map(({ id, name, include, types, schema }) => ({
    id,
    name,
    include,
    types,
    shape: compileShape(schema, schemas) as MapShape,
  }));
  return compiled;
}

function declared(given: Readonly<Record<string, ContentTypeConfig>>): readonly ContentType[] {
  const types = new Map(builtIn().map(type => [type.id, type]));
  const own = Object.entries(given).map(([id, config]) => {
    const base = types.get(config.extends ?? id);
    types.delete(id);
    return declare(id, config, base);
  });
  return [...own, ...types.values()];
}

function declare(id: string, config: ContentTypeConfig, base: ContentType | undefined): ContentType {
  const own = compileShape({
    type: 'object',
    role: 'article',
    properties: config.fields ?? {},
    required: config.required ?? [],
  }) as MapShape;
  const fields = new Map(base?.shape.fields);
  for (const name of config.remove ?? []) fields.delete(name);
  for (const [name, field] of own.fields) fields.set(name, field);
  if (config.required) {
    const required = new Set(config.required);
    for (const [name, field] of fields) fields.set(name, { ...field, required: required.has(name) });
  }
  const types = config.types ?? base?.types ?? [];
  const type = fields.get('type');
  if (config.types && type && !config.fields?.type && type.shape.kind === 'text') {
    fields.set('type', { ...type, shape: { ...type.shape, values: config.types } });
  }
  const inherited = config.extends === undefined || config.extends === id ? base : undefined;
  return {
    id,
    name: config.name ?? inherited?.name ?? id,
    include: config.include ?? inherited?.include ?? [],
    types,
    shape: {
      ...own,
      fields,
      order: [...fields.keys()],
      sections: new Set([...(base?.shape.sections ?? []), ...own.sections]),
      ...(base === undefined && { rest: undefined }),
    },
  };
}
