import { severities } from '../../server/src/core/config/severity.ts';
import type { Rule } from '../../server/src/core/rules/rule.ts';
import { type Setting, settings } from '../../server/src/lsp/settings.ts';

export interface GeneratedSettings {
  /** `contributes.configuration.properties` of package.json. */
  readonly properties: Readonly<Record<string, object>>;
  /** The texts that it names, for package.nls.json. */
  readonly strings: Readonly<Record<string, string>>;
}

/** The settings as package.json declares them. `masthead.rules` has a property for each rule, so that ids are completed and typos seen. */
export function settingsOf(rules: readonly Rule[]): GeneratedSettings {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const properties = settings.map(setting => [`masthead.${setting.name}`, propertyOf(setting, sorted)] as const);
  const strings = [
    ...settings.map(({ name, description }) => [`setting.${name}`, description] as const),
    ...sorted.map(({ id, summary, severity }) => [`rule.${id}`, `${summary} Default: ${severity}.`] as const),
  ];
  return { properties: Object.fromEntries(properties), strings: Object.fromEntries(strings) };
}

function propertyOf({ name, schema, scope }: Setting, rules: readonly Rule[]): object {
  const markdownDescription = `%setting.${name}%`;
  if (name !== 'rules') return { ...schema, scope, markdownDescription };
  const properties = rules.map(({ id }) => [id, { enum: severities, description: `%rule.${id}%` }] as const);
  return {
    ...schema,
    scope,
    markdownDescription,
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

/** The settings as a Markdown table. */
export function settingsTable(): string {
  const rows = settings.map(({ name, schema, description }) => {
    const value = JSON.stringify(schema.default);
    return `| \`masthead.${name}\` | \`${value}\` | ${description} |`;
  });
  return ['| Setting | Default | |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
