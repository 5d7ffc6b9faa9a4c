type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const prefix = '#/$defs/';

/**
 * The same schema in less space, as it goes into every bundle: a definition stands in `$defs` only when it is used
 * twice, under a short name, and none does nothing but refer to another.
 */
export function compactSchema(schema: unknown): unknown {
  const { $defs = {}, ...rest } = schema as { $defs?: Record<string, Json>; [key: string]: unknown };
  const target = (name: string): string => {
    const definition = $defs[name];
    const alias = referenceOf(definition);
    // What stands beside a reference adds to it.
    return alias === undefined || Object.keys(definition ?? {}).length > 1 ? name : target(alias);
  };
  const uses = new Map<string, number>();
  const count = (node: Json): void => {
    each(node, reference => {
      const name = target(reference);
      uses.set(name, (uses.get(name) ?? 0) + 1);
      if (uses.get(name) === 1 && $defs[name] !== undefined) count($defs[name]);
    });
  };
  count(rest as Json);

  const shared = [...uses].filter(([, times]) => times > 1).map(([name]) => name);
  const short = new Map(shared.map((name, index) => [name, index.toString(36)]));
  const rewrite = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(rewrite);
    if (typeof node !== 'object' || node === null) return node;
    const reference = referenceOf(node);
    const own = Object.fromEntries(
      Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [] : [[key, rewrite(value)]])),
    );
    if (reference === undefined) return own;
    const name = target(reference);
    const shorter = short.get(name);
    if (shorter !== undefined) return { $ref: `${prefix}${shorter}`, ...own };
    const inlined = rewrite($defs[name] ?? {});
    return { ...(inlined as { [key: string]: Json }), ...own };
  };
  const kept = shared.map(name => [short.get(name), rewrite($defs[name] ?? {})]);
  return { $defs: Object.fromEntries(kept), ...(rewrite(rest as Json) as object) };
}

function referenceOf(node: Json | undefined): string | undefined {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
  const { $ref } = node;
  return typeof $ref === 'string' && $ref.startsWith(prefix) ? $ref.slice(prefix.length) : undefined;
}

/** Calls back for every reference in a node, at any depth. */
function each(node: Json, found: (reference: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const reference = referenceOf(node);
  if (reference !== undefined) found(reference);
  for (const value of Object.values(node)) each(value, found);
}
