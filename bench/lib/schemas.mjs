import fs from 'node:fs';
import path from 'node:path';
import { root } from './bundles.mjs';

const folder = path.join(root, 'docs/schemas');

/** Keywords that only describe. Peers get the schema without them, so that they do not read what they do not need. */
const annotations = new Set(['$schema', '$id', 'role', 'section', 'title', 'description', 'examples']);

/** The JSON Schemas that Masthead publishes, by the id of the content type, with all that validates and nothing else. */
export function readSchemas() {
  const names = fs.readdirSync(folder).filter(name => name.endsWith('.schema.json') && !name.startsWith('masthead.'));
  return new Map(
    names.map(name => [
      name.slice(0, -'.schema.json'.length),
      bare(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))),
    ]),
  );
}

/** Writes them as files `<id>.schema.json` into a folder. */
export function writeSchemas(into) {
  fs.mkdirSync(into, { recursive: true });
  for (const [id, schema] of readSchemas()) {
    fs.writeFileSync(path.join(into, `${id}.schema.json`), JSON.stringify(schema, undefined, 2));
  }
}

function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = {};
  for (const [key, value] of Object.entries(schema)) {
    // Below `properties` the keys are names, whatever they are called.
    if (key === 'properties')
      kept[key] = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one)]));
    else if (!annotations.has(key)) kept[key] = bare(value);
  }
  return kept;
}
