// Rename, refactorings, formatting and reading aids at every offset: nothing throws, no edit leaves the front matter or touches `secured`.
import { describe, expect, test } from 'vitest';
import { isSecured } from '../../server/src/core/article/nodes.ts';
import type { CheckedArticle } from '../../server/src/core/check/runRules.ts';
import { securedValues } from '../../server/src/core/edits/editBounds.ts';
import { codeLenses } from '../../server/src/core/features/codeLenses.ts';
import { formatFrontMatter, formatRange } from '../../server/src/core/features/format/formatFrontMatter.ts';
import { indentNewLine } from '../../server/src/core/features/format/newLine.ts';
import { inlayHintKinds } from '../../server/src/core/features/inlayHintKinds.ts';
import { inlayHints } from '../../server/src/core/features/inlayHints.ts';
import { linkedEditingAt } from '../../server/src/core/features/linkedEditing.ts';
import { filesForRefactorings, refactoringsAt } from '../../server/src/core/features/refactor/refactorings.ts';
import { planRename, prepareRename } from '../../server/src/core/features/rename.ts';
import { renameIn } from '../../server/src/core/features/renameIn.ts';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { contains, type Edit, type Span } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { harbourFiles } from './harbourSite.ts';

const cipher = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=';
const sources = {
  readArticle: () => undefined,
  imageInfo: () => ({ type: 'PNG', width: 3, height: 4, bytes: 5 }) as const,
};

/** All that is shown, and what is not where it may be. */
function ask(checked: CheckedArticle, step: number): { shown: string; wrong: readonly string[] } {
  const { view } = checked;
  const { article } = view;
  const { text, block } = article;
  const edits: [string, readonly Edit[]][] = [['format', formatFrontMatter(view)]];
  const spans: [string, Span][] = codeLenses(checked).map(lens => ['lens', lens]);
  const whole = { start: 0, end: text.length };
  const hints = inlayHints(view, whole, new Set(inlayHintKinds));
  const shown: string[] = [JSON.stringify(codeLenses(checked)), JSON.stringify(hints)];
  spans.push(...semanticTokens(view).map((token): [string, Span] => ['token', token]));
  spans.push(...hints.map(({ offset }): [string, Span] => ['hint', { start: offset, end: offset }]));
  for (let offset = 0; offset <= text.length; offset += step) {
    const place = prepareRename(view, offset);
    if (place) shown.push(JSON.stringify(place));
    if (place && 'span' in place) spans.push(['rename', place.span]);
    for (const name of ['Port Ellery', 'new.example', 'https://new.example/']) {
      const plan = planRename(view, offset, name);
      if (plan && !('refusal' in plan)) edits.push(['rename', renameIn(view, plan)]);
    }
    const here = { start: offset, end: offset };
    filesForRefactorings(checked, here);
    for (const one of refactoringsAt(checked, here, sources)) {
      edits.push([one.id, one.edits]);
      shown.push(one.title, one.newFile?.text ?? '');
    }
    edits.push(
      ['range', formatRange(view, { start: offset, end: offset + 60 })],
      ['line', indentNewLine(view, offset)],
    );
    for (const span of linkedEditingAt(view, offset) ?? []) spans.push(['linked', span]);
  }
  const fences = block && { start: block.opening?.start ?? 0, end: block.closing?.end ?? text.length };
  const secured = securedValues(article);
  const wrong = [
    ...edits.flatMap(([name, all]) =>
      all
        .filter(
          one =>
            !block ||
            !contains(block.content, one) ||
            secured.some(value => one.start < value.end && value.start < one.end),
        )
        .map(one => `${name} ${JSON.stringify(one)}`),
    ),
    ...spans.filter(([, span]) => !fences || !contains(fences, span)).map(([name, span]) => `${name} ${span.start}`),
  ];
  return { shown: shown.join('\n'), wrong: [...new Set(wrong)] };
}

describe('fixtures', () => {
  const texts: Readonly<Record<string, string>> = {
    'a whole article': harbourArticle,
    'CRLF and a byte order mark': `\ufeff${harbourArticle.replaceAll('\n', '\r\n')}`,
    'never closed': harbourArticle.slice(0, -5),
    'in the middle of typing': harbourArticle.replace('type: article', 'type: "arti').replace('topics:', 'topics'),
    'out of order': harbourArticle.replace('category: news\n', '').replace('\nsecured', 'category: news\nsecured'),
    'secured broken': harbourArticle.replace(/secured: .*/, `secured: "${cipher}`),
    'secured as an address': harbourArticle.replace(/secured: .*/, `secured: "https://a.example/${cipher}"`),
    'secured as a mapping': harbourArticle.replace(/secured: .*/, `secured:\n  webUrl: "https://a.example/${cipher}"`),
    'secured in the middle': `---\nsecured:   "${cipher}"   \ntitle: x\ncategory: news\nrelated:\n- title: a\n- title: b\n---\n`,
    'secured inside': `---\nprovider:\n    secured: "${cipher}"\n    domain: a.example\n    name: a\n---\n`,
    'flow style': `---\n{title: "x", topics: [Harbours, "Harbours"], images: [{url: /assets/ferry.jpg}], secured: "${cipher}"}\n---\n`,
    aliases: `---\na: &a {webUrl: "https://a.example/"}\nb: *a\nrelated: [*a, {<<: *a, title: x}]\ntopics: &t [Harbours]\nmore: *t\n---\n`,
    'wrong shapes':
      '---\ntitle: [a]\ntopics: {a: b}\nimages: x\nrelated: [x, [y], {}]\nprovider: []\nquality: "x"\n---\n',
    empty: '---\n---\n',
    'no front matter': '# Title\n',
  };
  test.each(Object.entries(texts))('%s', { timeout: 30_000 }, (_, text) => {
    const site = siteOf(harbourFiles('', { [defaultPath]: text }));
    const { shown, wrong } = ask(site.checked(defaultPath), text.length > 1000 ? 11 : 1);
    expect(wrong).toEqual([]);
    expect(shown).not.toContain(cipher.slice(0, 12));
    expect(shown).not.toContain(cipher.slice(-12));
  });
});

test('real articles', { timeout: 60_000 }, () => {
  const files = corpusFiles().filter((_, i) => i % 5 === 0);
  const site = siteOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  for (const { path, text } of files.filter((_, i) => i % 12 === 0)) {
    const { shown, wrong } = ask(site.checked(path), 97);
    expect(wrong, path).toEqual([]);
    for (const [, key = '', value = ''] of text.matchAll(/^(\w+): "?([A-Za-z0-9+/=;]{60,})/gm))
      if (isSecured(key)) expect(shown.includes(value.slice(0, 24)), path).toBe(false);
  }
});
