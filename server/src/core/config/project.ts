import type { Article } from '../article/articleDocument.ts';
import { textAt } from '../article/nodes.ts';
import { compileShape } from '../schema/compileShape.ts';
import type { ContentType } from '../schema/contentType.ts';
import schemas from '../schema/schemas.generated.json' with { type: 'json' };
import { anyShape, type FieldShape, type MapShape, type TextShape, uniform } from '../schema/shape.ts';
import { globMatcher, isOfFolder } from './glob.ts';
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
  const matchers = contentTypes.map(type => ({
    type,
    matches: globMatcher(type.include),
    byFolder: type.include.every(isOfFolder),
  }));
  // What the folder alone decides is worked out once for all of its files.
  const inFolders = new Map<string, typeof matchers>();
  const overrides = (config.overrides ?? []).map(one => ({ rules: one.rules, matches: globMatcher(one.include) }));
  const hasSeverities = Object.keys(settings).length > 0 || overrides.length > 0 || config.rules !== undefined;
  let last: { readonly folder: string; readonly candidates: typeof matchers } | undefined;
  const candidatesOf = (path: string) => {
    const length = path.lastIndexOf('/') + 1;
    // Files come folder by folder.
    if (last && length === last.folder.length && path.startsWith(last.folder)) return last.candidates;
    const folder = path.slice(0, length);
    const candidates = inFolders.get(folder) ?? matchers.filter(one => !one.byFolder || one.matches(path));
    inFolders.set(folder, candidates);
    last = { folder, candidates };
    return candidates;
  };
  return {
    contentTypes,
    contentTypeOf(article) {
      const { path } = article;
      const candidates = candidatesOf(path);
      const [first] = candidates;
      if (candidates.length < 2 && (!first || first.byFolder || first.matches(path))) return first?.type;
      const found = candidates.filter(one => one.byFolder || one.matches(path)).map(({ type }) => type);
      if (found.length < 2) return found[0];
      const own = textAt(article.root, 'type') ?? textAt(article.root, 'taxonomy');
      return found.find(type => own !== undefined && type.types.includes(own)) ?? found[0];
    },
    claims: path => matchers.some(({ matches }) => matches(path)),
    severityOf(rule, path) {
      if (!hasSeverities) return undefined;
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

/** The built-in types. They never change, so each is compiled once, and only when a file of it is met. */
function builtIn(): readonly ContentType[] {
  compiled ??= schemas.contentTypes.map(({ id, name, include, types, schema }) => {
    let shape: MapShape | undefined;
    return {
      id,
      name,
      include,
      types,
      get shape() {
        shape ??= compileShape(schema, schemas) as MapShape;
        return shape;
      },
    };
  });
  return compiled;
}

function declared(given: Readonly<Record<string, ContentTypeConfig>>): readonly ContentType[] {
  const types = new Map(builtIn().map(type => [type.id, type]));
  const own = Object.entries(given).map(([id, config]) => declare(id, config, types.get(config.extends ?? id)));
  return [...own, ...builtIn().filter(({ id }) => !Object.hasOwn(given, id))];
}

/** @param base the built-in type that it extends, or that has its id */
function declare(id: string, config: ContentTypeConfig, base: ContentType | undefined): ContentType {
  const own = compileShape({ type: 'object', role: 'article', properties: config.fields ?? {} }) as MapShape;
  const fields = fieldsOf(config, own, base?.shape);
  const types = config.types ?? base?.types ?? [];
  if (config.types) nameTypes(fields, config);
  const inherited = config.extends === undefined || config.extends === id ? base : undefined;
  return {
    id,
    name: config.name ?? inherited?.name ?? id,
    include: config.include ?? inherited?.include ?? [],
    types,
    shape: uniform({
      ...own,
      fields,
      order: [...fields.keys()],
      inOrder: [...fields.values()],
      required: [...fields.values()].filter(field => field.required).map(({ name }) => name),
      sections: new Set([...(base?.shape.sections ?? []), ...own.sections]),
    }),
  };
}

/** The fields of the base, changed as the configuration says, in canonical order. */
function fieldsOf(config: ContentTypeConfig, own: MapShape, base: MapShape | undefined): Map<string, FieldShape> {
  const removed = new Set(config.remove ?? []);
  const kept = [...(base?.fields.values() ?? [])].filter(({ name }) => !removed.has(name));
  const order = mergedOrder(
    kept.map(({ name }) => name),
    own,
    base?.sections,
  );
  const required = new Set(config.required ?? kept.filter(field => field.required).map(({ name }) => name));
  const fields = new Map<string, FieldShape>();
  for (const name of order) {
    const shape = own.fields.get(name)?.shape ?? base?.fields.get(name)?.shape ?? anyShape;
    fields.set(name, { name, shape, required: required.has(name) });
  }
  for (const name of required) if (!fields.has(name)) fields.set(name, { name, shape: anyShape, required: true });
  return fields;
}

/**
 * An added field follows the one that precedes it in the configuration; the first ones stand before the sections, or
 * before `secured` when they are sections themselves.
 */
function mergedOrder(base: readonly string[], own: MapShape, sections: ReadonlySet<string> | undefined): string[] {
  const order = [...base];
  let previous: string | undefined;
  for (const name of own.order) {
    if (!order.includes(name)) {
      const next = own.sections.has(name) ? order.indexOf('secured') : order.findIndex(one => sections?.has(one));
      const at = previous !== undefined ? order.indexOf(previous) + 1 : next < 0 ? order.length : next;
      order.splice(at, 0, name);
    }
    previous = name;
  }
  return order;
}

/** Lets the field that tells the type have the declared values only. */
function nameTypes(fields: Map<string, FieldShape>, { types = [], fields: own }: ContentTypeConfig): void {
  const name = fields.has('taxonomy') ? 'taxonomy' : 'type';
  if (own?.[name] !== undefined || types.length === 0) return;
  const field = fields.get(name) ?? { name, required: false, shape: typeShape };
  if (field.shape.kind !== 'text') return;
  fields.set(name, { ...field, shape: uniform({ ...field.shape, values: types, examples: types.slice(0, 1) }) });
}

const typeShape: TextShape = uniform({
  kind: 'text',
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  description: 'What kind of item it is.',
  examples: [],
});
