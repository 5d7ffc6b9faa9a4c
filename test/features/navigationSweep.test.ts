// Every question of hover and navigation at every offset: nothing throws, nothing leaves the front matter, nothing of `secured` is shown.
import { describe, expect, test } from 'vitest';
import { isSecured } from '../../server/src/core/article/nodes.ts';
import type { CheckedArticle } from '../../server/src/core/check/runRules.ts';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/core/features/foldingRanges.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover.ts';
import { referencesAt } from '../../server/src/core/features/references.ts';
import { selectionAt } from '../../server/src/core/features/selectionRanges.ts';
import { contains, type Span } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { cardHost as host } from './cardHost.ts';
import { harbourFiles } from './harbourSite.ts';

/** What is shown of an article, asked at every so many offsets; spans that leave the front matter. */
function ask({ view, findings }: CheckedArticle, step: number): { shown: string; outside: readonly Span[] } {
  const { article } = view;
  const shown: string[] = [JSON.stringify(documentSymbols(view)), JSON.stringify(documentLinks(view))];
  const spans: Span[] = [...documentLinks(view), ...(foldingRanges(view) ?? [])];
  for (let offset = 0; offset <= article.text.length; offset += step) {
    const hover = hoverAt({ view, findings }, offset, host);
    if (hover) {
      shown.push(hover.markdown);
      spans.push(hover);
    }
    const definition = definitionAt(view, offset);
    if (definition) spans.push(definition.origin);
    spans.push(...(highlightsAt(view, offset) ?? []), ...selectionAt(view, offset));
    spans.push(...(referencesAt(view, offset) ?? []).filter(({ path }) => path === article.path));
  }
  const { block } = article;
  const whole = block && {
    start: block.opening?.start ?? block.content.start,
    end: block.closing?.end ?? block.content.end,
  };
  return { shown: shown.join('\n'), outside: spans.filter(span => !whole || !contains(whole, span)) };
}

const cipher = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=';

describe('fixtures', () => {
  const texts: Readonly<Record<string, string>> = {
    'a whole article': harbourArticle,
    'CRLF and a byte order mark': `\ufeff${harbourArticle.replaceAll('\n', '\r\n')}`,
    'never closed': harbourArticle.slice(0, -5),
    'in the middle of typing': harbourArticle.replace('type: article', 'type: "arti').replace('topics:', 'topics'),
    'secured broken': harbourArticle.replace(/secured: .*/, `secured: "${cipher}`),
    'secured as an address': harbourArticle.replace(/secured: .*/, `secured: "https://a.example/${cipher}"`),
    'secured as a mapping': harbourArticle.replace(/secured: .*/, `secured:\n  webUrl: "https://a.example/${cipher}"`),
    'flow style': `---\n{title: "x", topics: [Harbours, "Harbours"], images: [{url: /assets/ferry.jpg}], secured: "${cipher}"}\n---\n`,
    aliases: `---\na: &a {webUrl: "https://a.example/"}\nb: *a\nrelated: [*a, {<<: *a, title: x}]\n---\n`,
    'wrong shapes':
      '---\ntitle: [a]\ntopics: {a: b}\nimages: x\nrelated: [x, [y], {}]\nprovider: []\nquality: "x"\n---\n',
    empty: '---\n---\n',
    'no front matter': '# Title\n',
  };
  test.each(Object.entries(texts))('%s', (_, text) => {
    const site = siteOf(harbourFiles('', { [defaultPath]: text }));
    const { shown, outside } = ask(site.checked(defaultPath), 1);
    expect(outside).toEqual([]);
    expect(shown).not.toContain(cipher.slice(0, 12));
    expect(shown).not.toContain(cipher.slice(-12));
  });
});

test('real articles', { timeout: 60_000 }, () => {
  const files = corpusFiles();
  const site = siteOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  for (const { path, text } of files.filter((_, i) => i % 16 === 0)) {
    const checked = site.checked(path);
    const { shown, outside } = ask(checked, 7);
    expect(outside, path).toEqual([]);
    for (const [, key = '', value = ''] of text.matchAll(/^(\w+): "?([A-Za-z0-9+/=;]{60,})/gm))
      if (isSecured(key)) expect(shown.includes(value.slice(0, 24)), path).toBe(false);
  }
});
