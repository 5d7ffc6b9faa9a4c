// What is left of all that the server says when every text that it can translate is gone? Only what stands in the files, and values.
import { expect, test, vi } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { quickFixesAt } from '../../server/src/core/check/fixes.ts';
import type { CheckedArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { curate } from '../../server/src/core/curation/curate.ts';
import type { CurationAction } from '../../server/src/core/curation/curationAction.ts';
import { codeLenses } from '../../server/src/core/features/codeLenses.ts';
import { complete } from '../../server/src/core/features/completion/completion.ts';
import { resolveItem } from '../../server/src/core/features/completion/resolve.ts';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover.ts';
import { inlayHintKinds } from '../../server/src/core/features/inlayHintKinds.ts';
import { inlayHints } from '../../server/src/core/features/inlayHints.ts';
import { refactoringsAt } from '../../server/src/core/features/refactor/refactorings.ts';
import { planRename, prepareRename } from '../../server/src/core/features/rename.ts';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import schemas from '../../server/src/core/schema/schemas.generated.json';
import { articles, harbourSite, otherPath } from '../curation/curating.ts';
import { cardHost } from '../features/cardHost.ts';
import { harbourFiles } from '../features/harbourSite.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { checkExample, defaultPath, fileOf } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';

vi.mock('../../server/src/core/say.ts', async () => {
  const say = await import('../../server/src/lsp/l10n/say.ts');
  const holes = (text: string): string => (text.match(/\{\d\}/g) ?? []).join(' ');
  say.speak({ group: '', point: '', texts: new Proxy({}, { get: (_, text) => holes(String(text)) }) });
  return say;
});

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [];

/** Names, values and examples of fields, as the schemas have them; ids of rules, and what stands in addresses that the server makes. */
const names = new Set<string>(
  wordsOf(
    'https file site cdn ampproject org pt docs github com masthead tools blob main md utc kb mb jpeg png html true false',
  ),
);
function addName(name: string): void {
  for (const word of wordsOf(name)) names.add(word);
}
(function collect(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  const { properties, enum: values, examples } = schema as { properties?: object; enum?: unknown; examples?: unknown };
  for (const name of Object.keys(properties ?? {})) addName(name);
  if (Array.isArray(examples)) addName(JSON.stringify(examples));
  if (Array.isArray(values)) for (const value of values) addName(String(value));
  Object.values(schema).forEach(collect);
})(schemas);
for (const { id } of rules) addName(id);

/** Words of `said` that stand neither in `files` nor among the names. A word that a message cuts off counts as the whole. */
function leftOf(said: readonly string[], files: string): readonly string[] {
  const known = new Set([...names, ...wordsOf(files.replace(/\\[nrt]/g, ' '))]);
  const isKnown = (word: string): boolean => known.has(word) || [...known].some(one => one.startsWith(word));
  return [...new Set(said.flatMap(wordsOf))].filter(word => !/\d|^[0-9a-f]{4}$/.test(word) && !isKnown(word));
}

test.each(rules.map(rule => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  for (const example of rule.examples.invalid) {
    const { text, path } = fileOf(example);
    const { findings } = checkExample(example, [rule]);
    const fixes = findings.flatMap(finding => finding.fixes());
    const said = [
      ...findings.flatMap(({ message, related }) => [message, ...related.map(place => place.message)]),
      ...fixes.map(({ title }) => title),
    ];
    const written = fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText));
    expect(leftOf(said, JSON.stringify([text, path, example, written])), text).toEqual([]);
  }
});

const others = { '_learning/collections/none.md': '---\ntitle: "Nothing"\nitems: []\nlength: 20 min\n---\n' };
const site = siteOf(harbourFiles('', { [defaultPath]: harbourArticle, ...others }));
const project = createProject();
const nothingRead = { readArticle: () => undefined, imageInfo: () => undefined };
const files = [...site.site.paths()].map(path => `${path}\n${site.text(path)}`).join('\n');

/** What an editor shows at a place. */
const atPlace: Readonly<Record<string, (checked: CheckedArticle, offset: number) => readonly (string | undefined)[]>> =
  {
    hover: (checked, offset) => [hoverAt(checked, offset, cardHost)?.markdown],
    completion: ({ view }, offset) => {
      const items = complete({ view }, offset, project, { snippets: true, lazyEdits: true })?.items ?? [];
      return items.flatMap(({ detail, card }) => [
        detail,
        card && resolveItem(view, card, undefined, cardHost).documentation,
      ]);
    },
    fixes: (checked, offset) => quickFixesAt(checked, { start: offset, end: offset }).map(({ title }) => title),
    refactorings: (checked, offset) =>
      refactoringsAt(checked, { start: offset, end: offset }, nothingRead).flatMap(({ title, warnings = [] }) => [
        title,
        ...warnings,
      ]),
    rename: ({ view }, offset) =>
      [prepareRename(view, offset), planRename(view, offset, 'x y')].map(result =>
        result && 'refusal' in result ? result.refusal : undefined,
      ),
  };

test.each(Object.entries(atPlace))('%s, everywhere', (_, ask) => {
  const said = new Set<string>();
  for (const path of site.site.paths()) {
    const checked = site.checked(path);
    const end = checked.view.article.block?.content?.end ?? checked.view.article.text.length;
    for (let offset = 0; offset <= end; offset++)
      for (const text of ask(checked, offset)) if (text !== undefined) said.add(text);
  }
  expect(leftOf([...said], files)).toEqual([]);
});

test('the outline, lenses and hints', () => {
  const namesOf = (symbol: DocumentSymbol): string[] => [
    symbol.name,
    symbol.detail,
    ...symbol.children.flatMap(namesOf),
  ];
  const said = [...site.site.paths()].flatMap(path => {
    const checked = site.checked(path);
    const { view } = checked;
    const hints = inlayHints(view, { start: 0, end: view.article.text.length }, new Set(inlayHintKinds));
    return [
      ...documentSymbols(view).flatMap(namesOf),
      ...codeLenses(checked).map(({ title }) => title),
      ...hints.map(({ label }) => label),
    ];
  });
  expect(leftOf(said, files)).toEqual([]);
});

test('what curating says', () => {
  const actions: readonly CurationAction[] = [
    { kind: 'move', from: 0, to: 1 },
    { kind: 'move', from: 0, to: 9 },
    { kind: 'remove', index: 0 },
    { kind: 'remove', index: 9 },
    { kind: 'sort', by: 'quality' },
    { kind: 'sort', by: 'date' },
    { kind: 'sort', by: 'nearness' },
    { kind: 'add', path: otherPath },
    { kind: 'add', path: defaultPath },
    { kind: 'add', path: '_news/none.md' },
    { kind: 'addUrl', url: 'https://saltmarsh.example/new-wall' },
    { kind: 'addUrl', url: 'no address' },
    { kind: 'promote', index: 0 },
    { kind: 'makeArticle', index: 0 },
    { kind: 'togglePublished' },
  ];
  for (const text of Object.values(articles)) {
    const { site: index, checked, text: textOf } = harbourSite(text);
    const said = actions.flatMap(action => {
      const result = curate(checked(defaultPath).view, action, path => parseArticle(path, textOf(path)));
      return 'refused' in result ? [result.refused] : [result.said, ...result.warnings];
    });
    const all = [...index.paths()].map(path => `${path}\n${textOf(path)}`).join('\n');
    expect(leftOf(said, `${all} new wall`)).toEqual([]);
  }
});
