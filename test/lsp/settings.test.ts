import { expect, test } from 'vitest';
import { settingsOf } from '../../scripts/generate/settings.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { defaultSettings, readSettings, settings } from '../../server/src/lsp/settings.ts';

const { properties, strings } = settingsOf(rules);

test('every setting of the table is declared, with its default, its scope and a text', () => {
  expect(Object.keys(properties)).toEqual(settings.map(({ name }) => `masthead.${name}`));
  for (const property of Object.values(properties)) {
    expect(property).toMatchObject({ default: expect.anything(), scope: expect.stringMatching(/^(resource|window)$/) });
  }
});

test('every rule is a property of masthead.rules, and other names are not', () => {
  const { properties: byId, additionalProperties } = properties['masthead.rules'] as {
    properties: Record<string, { enum: string[] }>;
    additionalProperties: boolean;
  };
  expect(Object.keys(byId)).toEqual(rules.map(({ id }) => id).sort());
  for (const { enum: values } of Object.values(byId))
    expect(values).toEqual(['off', 'hint', 'info', 'warning', 'error']);
  expect(additionalProperties).toBe(false);
});

test('every text that is named exists, and none more', () => {
  const named = [...JSON.stringify(properties).matchAll(/%([^%"]+)%/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(strings).sort());
});

test.each([
  [{ enable: false }, { enable: false, rules: {} }],
  [{ rules: { a: 'off', b: 'loud', c: 1 } }, { enable: true, rules: { a: 'off' } }],
  [
    { enable: 'x', rules: null },
    { enable: true, rules: {} },
  ],
  [null, { enable: true, rules: {} }],
  ['text', { enable: true, rules: {} }],
])('%j is read as %j', (value, expected) => {
  expect(readSettings(value)).toEqual({ ...defaultSettings, ...expected });
});

test('what a client leaves out is as at the start', () => {
  const atStart = {
    enable: false,
    rules: { a: 'hint' },
    exclude: ['dist'],
    problems: 'workspace',
    remoteImages: true,
    aids: { format: true, inlayHints: ['hosts'], codeLens: false },
  } as const;
  expect(readSettings({}, atStart)).toEqual(atStart);
  expect(readSettings({ rules: {} }, atStart)).toEqual({ ...atStart, rules: {} });
});
