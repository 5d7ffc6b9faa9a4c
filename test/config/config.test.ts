import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { createProject, type Project } from '../../server/src/core/config/project.ts';
import { readConfig } from '../../server/src/core/config/readConfig.ts';
import type { RuleSeverities } from '../../server/src/core/config/severity.ts';
import { ruleIds } from '../../server/src/core/rules/ids.generated.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { checkText, fileOf } from '../support/rules.ts';

function projectOf(config: string, settings?: RuleSeverities): Project {
  return createProject(readConfig(parseArticle('masthead.config.yaml', config)), settings);
}

/** What is said of an article in a project, as `severity rule: token`. */
function said(config: string, path: string, content: string, settings?: RuleSeverities): string[] {
  const text = path.endsWith('.yaml') ? content : `---\n${content}\n---\n`;
  const { findings } = checkText(path, text, undefined, projectOf(config, settings));
  return findings.map(({ severity, rule, start, end }) => `${severity} ${rule}: ${text.slice(start, end)}`);
}

test('the ids of the rules are those of the files', () => {
  expect(ruleIds).toEqual(rules.map(rule => rule.id));
});

describe('the configuration file itself', () => {
  const whole = [
    '$schema: https://masthead.example/masthead.config.schema.json',
    'ignore:',
    '  - _drafts/**',
    'rules:',
    '  text-entity: off',
    '  heat-unpublished: error',
    'overrides:',
    '  - include: ["_news/2019-*"]',
    '    rules:',
    '      text-double-blank: off',
    'contentTypes:',
    '  recipe:',
    '    name: Recipe',
    '    extends: news-article',
    '    include:',
    '      - _recipes/**',
    '    types:',
    '      - recipe',
    '    fields:',
    '      mood:',
    '        type: string',
    '        enum: [calm, cheerful]',
    '      edition: { type: string, pattern: "^[a-z]+$", maxLength: 12, x-own: 5 }',
    '    required: [title, type, mood]',
    '    remove: [heat]',
    '',
  ].join('\n');

  test('is fine when it is right', () => {
    for (const path of ['masthead.config.yaml', 'masthead.config.yml', 'school/masthead.config.yaml']) {
      expect(checkText(path, whole).findings).toEqual([]);
    }
    expect(checkText('masthead.config.json', '{\n  "rules": { "text-entity": "off" }\n}\n').findings).toEqual([]);
    expect(checkText('masthead.config.yaml', '').findings).toEqual([]);
    expect(checkText('masthead.config.yaml', '# nothing yet\n').findings).toEqual([]);
  });

  test.each<[what: string, from: string, to: string, finding: string, fixed?: string]>([
    ['a misspelt key', 'rules:\n  text', '<|rulse|>:\n  text', 'error unknown-field', 'rules:\n  text'],
    ['a key that is none', 'ignore:', '<|colors|>: blue\nignore:', 'error unknown-field'],
    [
      'a rule that does not exist',
      'text-entity: off',
      '<|txt-entity|>: off',
      'error unknown-field',
      'text-entity: off',
    ],
    ['a rule that nothing resembles', 'text-entity: off', '<|grammar|>: off', 'error unknown-field'],
    ['a severity that is none', 'heat-unpublished: error', 'heat-unpublished: <|fatal|>', 'error value-not-allowed'],
    [
      'a misspelt severity',
      'heat-unpublished: error',
      'heat-unpublished: <|eror|>',
      'error value-not-allowed',
      'heat-unpublished: error',
    ],
    ['a severity that is a boolean', 'text-entity: off', 'text-entity: <|false|>', 'error value-not-allowed'],
    [
      'a text in place of a list',
      'ignore:\n  - _drafts/**',
      'ignore: <|_drafts/**|>',
      'error wrong-type',
      'ignore:\n  - _drafts/**',
    ],
    [
      'a list in place of keys',
      'rules:\n  text-entity: off\n  heat-unpublished: error',
      'rules: <|[text-entity]|>',
      'error wrong-type',
    ],
    ['an override without rules', '    rules:\n      text-double-blank: off\n', '', 'error required-field'],
    [
      'a base that is none',
      'extends: news-article',
      'extends: <|news-artcle|>',
      'error value-not-allowed',
      'extends: news-article',
    ],
    ['a type of value that is none', 'type: string\n', 'type: <|text|>\n', 'error value-not-allowed'],
    ['a pattern that is none', 'pattern: "^[a-z]+$"', 'pattern: <|"^[a-z+$"|>', 'error pattern-invalid'],
    ['a bound that is no number', 'maxLength: 12', 'maxLength: <|twelve|>', 'error wrong-type'],
    ['a bound in quotes', 'maxLength: 12', 'maxLength: <|"12"|>', 'error number-quoted', 'maxLength: 12'],
    ['a misspelt keyword of a schema', 'maxLength: 12', '<|maxLenght|>: 12', 'warning unknown-field', 'maxLength: 12'],
    ['a key without a value', 'name: Recipe', '<|name|>:', 'warning empty-value'],
    ['a name that is a number', 'name: Recipe', 'name: <|2022|>', 'warning text-unquoted', 'name: "2022"'],
    [
      'a line that slipped',
      '  heat-unpublished: error',
      '   <|heat-unpublished|>: error',
      'error yaml-indent',
      '  heat-unpublished: error',
    ],
    [
      'a comment that names no rule',
      'text-entity: off',
      'text-entity: off # masthead-ignore <|text-entitty|>',
      'warning ignore-unknown',
      'text-entity: off # masthead-ignore text-entity',
    ],
  ])('marks %s', (_, from, to, finding, fixed) => {
    const { path, text, marked } = fileOf({ path: 'masthead.config.yaml', text: whole.replace(from, to) });
    const { findings } = checkText(path, text);
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([finding]);
    const [found] = findings;
    if (marked[0]) expect(text.slice(found!.start, found!.end)).toBe(text.slice(marked[0].start, marked[0].end));
    const [fix] = found!.fixes();
    if (fixed !== undefined) expect(applyEdits(text, fix!.edits)).toBe(whole.replace(from, fixed));
  });

  test('is read as far as it is right', () => {
    const config =
      'ignore: _drafts/**\nrules:\n  text-entity: fatal\n  yaml-tab: off\n  __proto__: off\noverrides: 5\ncontentTypes: [a]\n';
    expect(readConfig(parseArticle('masthead.config.yaml', config))).toEqual({
      ignore: [],
      rules: { 'yaml-tab': 'off', ['__proto__']: 'off' },
      overrides: [],
      contentTypes: {},
    });
    for (const broken of [
      '',
      '5',
      '[',
      'a: [',
      '- a',
      'rules: {',
      'contentTypes:\n  x: 5\n  y:\n    fields: 3\n    include: a\n',
    ]) {
      expect(() => projectOf(broken)).not.toThrow();
    }
  });
});

describe('severities', () => {
  const config = [
    'rules:',
    '  number-quoted: warning',
    '  boolean-quoted: off',
    'overrides:',
    '  - include: ["_news/2019-*"]',
    '    rules: { number-quoted: hint, boolean-quoted: info }',
    '  - include: ["_news/2019-12-*"]',
    '    rules: { number-quoted: off }',
    '',
  ].join('\n');
  const content = 'heat: "79"\npublished: "true"';
  const of = (path: string, settings?: RuleSeverities): string[] =>
    said(config, path, content, { 'required-field': 'off', 'file-name-date': 'off', ...settings });

  test.each<[path: string, settings: RuleSeverities, said: string[]]>([
    ['_news/2026-05-12-a.md', {}, ['warning number-quoted: "79"']],
    ['_news/2019-05-12-a.md', {}, ['hint number-quoted: "79"', 'info boolean-quoted: "true"']],
    ['_news/2019-12-12-a.md', {}, ['info boolean-quoted: "true"']],
    ['_news/2019-12-12-a.md', { 'number-quoted': 'error', 'boolean-quoted': 'off' }, ['error number-quoted: "79"']],
  ])('%s with settings %j', (path, settings, expected) => {
    expect(of(path, settings)).toEqual(expected);
  });

  test('a file that is ignored has no findings', () => {
    const ignoring = 'ignore:\n  - _news/2019-*\n  - _drafts/\n';
    expect(said(ignoring, '_news/2019-05-12-a.md', content)).toEqual([]);
    expect(said(ignoring, '_news/2026-05-12-a.md', content)).not.toEqual([]);
    expect(projectOf(ignoring).ignores('_drafts/x/a.md')).toBe(true);
  });
});

describe('content types', () => {
  const config = [
    'contentTypes:',
    '  recipe:',
    '    include: ["_recipes/**"]',
    '    types: [recipe]',
    '    fields:',
    '      title: { type: string, role: title, maxLength: 20 }',
    '      servings: { type: integer, minimum: 1, maximum: 12 }',
    '      level: { enum: [easy, hard], examples: [easy] }',
    '      code: { type: string, pattern: "^[A-Z]{2}$" }',
    '      steps: { type: array, minItems: 1, maxItems: 2, items: { type: string } }',
    '      taste: { type: object, additionalProperties: false, required: [sweet], properties: { sweet: { type: boolean } } }',
    '    required: [title, servings]',
    '',
  ].join('\n');

  test.each<[what: string, content: string, said: string[]]>([
    [
      'all right',
      'title: Fish soup\nservings: 4\ntype: recipe\nlevel: easy\ncode: AB\nsteps: [Cook]\ntaste: { sweet: false }',
      [],
    ],
    ['missing', 'title: Fish soup', ['error required-field: ---']],
    ['length', 'title: "Fish soup of Port Ellery"\nservings: 4', ['error text-length: lery']],
    ['range', 'title: Fish soup\nservings: 13', ['error number-range: 13']],
    ['values', 'title: Fish soup\nservings: 4\nlevel: esy', ['error value-not-allowed: esy']],
    ['pattern', 'title: Fish soup\nservings: 4\ncode: abc', ['error text-pattern: abc']],
    ['items', 'title: Fish soup\nservings: 4\nsteps: []', ['error list-empty: []']],
    ['more items', 'title: Fish soup\nservings: 4\nsteps: [a, b, c]', ['error list-length: c']],
    ['type', 'title: Fish soup\nservings: 4\ntype: recipee', ['error value-not-allowed: recipee']],
    [
      'a closed mapping',
      'title: Fish soup\nservings: 4\ntaste: { sweet: true, salty: true }',
      ['error unknown-field: salty'],
    ],
    ['a key of a nested mapping', 'title: Fish soup\nservings: 4\ntaste: {}', ['error required-field: taste']],
    ['a misspelt key', 'title: Fish soup\nservigns: 4', ['warning unknown-field: servigns']],
  ])('of a project’s own: %s', (_, content, expected) => {
    expect(said(config, '_recipes/fish-soup.md', content)).toEqual(expected);
  });

  test('are told apart by the file’s own type', () => {
    const project = projectOf('contentTypes:\n  recipe: { include: ["_news/**"], types: [recipe] }\n');
    const typeOf = (content: string) => project.contentTypeOf(parseArticle('_news/a.md', `---\n${content}\n---\n`))?.id;
    expect(typeOf('type: recipe')).toBe('recipe');
    expect(typeOf('type: video')).toBe('news-article');
    expect(typeOf('type: [video]')).toBe('recipe');
    expect(typeOf('')).toBe('recipe');
  });

  test('take over the fields of a built-in one', () => {
    const extending = [
      'contentTypes:',
      '  news-article:',
      '    remove: [heat]',
      '    fields:',
      '      excerpt: { type: string, maxLength: 300 }',
      '  recipe:',
      '    extends: news-article',
      '    include: ["_recipes/**"]',
      '    types: [recipe, menu]',
      '    fields:',
      '      quality: { type: integer, maximum: 5 }',
      '      servings: { type: integer }',
      '      story: { type: string, section: true }',
      '      mood: { type: string }',
      '    remove: [related]',
      '',
    ].join('\n');
    const project = projectOf(extending);
    const recipe = project.contentTypes.find(type => type.id === 'recipe')!;
    const news = project.contentTypes.filter(type => type.id === 'news-article');
    expect(project.contentTypes.map(type => type.id).slice(0, 2)).toEqual(['news-article', 'recipe']);
    expect(news).toHaveLength(1);
    expect(news[0]!.shape.fields.has('heat')).toBe(false);
    expect(news[0]!.shape.fields.get('excerpt')).toMatchObject({ required: true, shape: { maxLength: 300 } });
    expect(news[0]).toMatchObject({ name: 'News article', include: ['**/_news/**'], types: ['article', 'video'] });
    expect(recipe).toMatchObject({ name: 'recipe', include: ['_recipes/**'], types: ['recipe', 'menu'] });
    const { fields, order, sections } = recipe.shape;
    expect(order).toEqual([...fields.keys()]);
    expect(order).toEqual([
      'category',
      'title',
      'excerpt',
      'publishedDateTime',
      'originalUrl',
      'webUrl',
      'ampWebUrl',
      'cdnAmpWebUrl',
      'type',
      'quality',
      'servings',
      'story',
      'mood',
      'heat',
      'published',
      'featuredContent',
      'provider',
      'topics',
      'images',
      'secured',
    ]);
    expect([sections.has('provider'), sections.has('story'), sections.has('mood')]).toEqual([true, true, false]);
    expect(fields.get('type')!.shape).toMatchObject({ values: ['recipe', 'menu'], examples: ['recipe'] });
    expect(fields.get('title')!.required).toBe(true);
    expect(fields.get('quality')!.shape).toMatchObject({ kind: 'number', maximum: 5 });
  });

  test('take over what they require, unless they say so themselves', () => {
    const shapeOf = (lines: string) => projectOf(`contentTypes:\n  video:\n${lines}`).contentTypes[0]!.shape;
    const required = (lines: string) =>
      [...shapeOf(lines).fields.values()].filter(field => field.required).map(field => field.name);
    expect(required('    remove: [price]\n')).toEqual([
      'title',
      'excerpt',
      'originalUrl',
      'type',
      'provider',
      'topics',
    ]);
    expect(required('    required: [title, length, mood]\n')).toEqual(['title', 'length', 'mood']);
    expect(required('    required: []\n')).toEqual([]);
    expect(shapeOf('    fields: { mood: { type: string } }\n').order.indexOf('mood')).toBeLessThan(
      shapeOf('    required: []\n').order.indexOf('provider') + 1,
    );
  });

  test('that nobody wrote well do no harm', () => {
    const project = projectOf(
      'contentTypes:\n  recipe: { extends: nothing, include: ["[z-a", "_recipes/**"] }\n  empty:\n',
    );
    expect(project.contentTypes.slice(0, 2).map(type => type.id)).toEqual(['recipe', 'empty']);
    expect(
      said('contentTypes:\n  recipe: { extends: nothing, include: ["_recipes/**"] }\n', '_recipes/a.md', 'title: a'),
    ).toEqual(['hint unknown-field: title']);
  });
});
