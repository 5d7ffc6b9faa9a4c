import { rules } from '../../server/src/core/rules/index.generated.ts';
import { rulePages, ruleTable } from './rulePages.ts';
import { compiledSchemas, publishedSchemas } from './schemas.ts';

/** Every generated file but the list of rules, by its path. `read` gives the text of a file that is generated in part. */
export function generatedFiles(read: (file: string) => string | undefined): Record<string, string> {
  const ids = rules.map(rule => rule.id);
  return {
    'server/src/core/schema/schemas.generated.json': compiledSchemas(ids),
    ...publishedSchemas(ids, repository),
    ...rulePages(rules),
    ...sections(read, 'README.md', { rules: ruleTable(rules, 'docs/rules/') }),
  };
}

const repository = 'https://raw.githubusercontent.com/masthead-tools/masthead/main';

/** A file with generated parts, each between `<!-- generated: NAME -->` and `<!-- end: NAME -->`. */
function sections(
  read: (file: string) => string | undefined,
  file: string,
  parts: Readonly<Record<string, string>>,
): Record<string, string> {
  let text = read(file);
  if (text === undefined) throw new Error(`${file} is missing`);
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- generated: ${name} -->\n`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${file} has no part “${name}”`);
    text = `${text.slice(0, from + begin.length)}\n${part}\n${text.slice(to)}`;
  }
  return { [file]: text };
}
