import { rules } from '../../server/src/core/rules/index.generated.ts';
import { featureTable } from './features.ts';
import { rulePages, ruleTable, ruleTexts } from './rulePages.ts';
import { compiledSchemas, publishedSchemas } from './schemas.ts';
import { settingsOf, settingsTable } from './settings.ts';
import { snippets } from './snippets.ts';

/** Every generated file but the list of rules, by its path. `read` gives the text of a file that is generated in part. */
export function generatedFiles(read: (file: string) => string | undefined): Record<string, string> {
  const ids = rules.map(rule => rule.id);
  return {
    'server/src/core/schema/schemas.generated.json': compiledSchemas(ids),
    'snippets/front-matter.json': snippets(),
    'server/src/core/rules/ruleTexts.generated.ts': ruleTexts(rules),
    'server/src/lsp/l10n/de/summaries.generated.json': germanSummaries(read),
    ...publishedSchemas(ids, repository),
    ...rulePages(rules),
    ...sections(read, 'README.md', {
      rules: ruleTable(rules, 'docs/rules/'),
      settings: settingsTable(),
      features: featureTable(),
    }),
    ...manifest(read),
  };
}

const repository = 'https://raw.githubusercontent.com/masthead-tools/masthead/main';

/** package.json and its texts, with the settings in them. */
function manifest(read: (file: string) => string | undefined): Record<string, string> {
  const { properties, strings } = settingsOf(rules);
  const json = JSON.parse(read('package.json') ?? '');
  json.contributes.configuration.properties = properties;
  const texts = Object.entries(JSON.parse(read('package.nls.json') ?? '')).filter(
    ([key]) => !/^(setting|rule)\./.test(key),
  );
  return {
    'package.json': `${JSON.stringify(json, null, 2)}\n`,
    'package.nls.json': `${JSON.stringify({ ...Object.fromEntries(texts), ...strings }, null, 2)}\n`,
  };
}

/** What the rules find, in German: as in the settings, which say the level too. */
function germanSummaries(read: (file: string) => string | undefined): string {
  const german = JSON.parse(read('package.nls.de.json') ?? '{}') as Record<string, string>;
  const summaryOf = (id: string) => german[`rule.${id}`]?.replace(/ [^ ]+: [^ ]+\.$/, '');
  const texts = Object.fromEntries(rules.map(({ id, summary }) => [summary, summaryOf(id)]));
  return `${JSON.stringify(texts, null, 2)}\n`;
}

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
