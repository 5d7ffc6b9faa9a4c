// Every question an editor may ask, at every offset of our fixtures and of real articles: what throws, and how long the core takes.
import { performance } from 'node:perf_hooks';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { quickFixesAt } from '../../server/src/core/check/fixes.ts';
import type { CheckedArticle } from '../../server/src/core/check/runRules.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { securedValues } from '../../server/src/core/edits/editBounds.ts';
import { codeLenses } from '../../server/src/core/features/codeLenses.ts';
import { complete } from '../../server/src/core/features/completion/completion.ts';
import { resolveItem, textNeeded } from '../../server/src/core/features/completion/resolve.ts';
import { definitionAt } from '../../server/src/core/features/definition.ts';
import { documentLinks } from '../../server/src/core/features/documentLinks.ts';
import { documentSymbols } from '../../server/src/core/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/core/features/foldingRanges.ts';
import { formatFrontMatter, formatRange } from '../../server/src/core/features/format/formatFrontMatter.ts';
import { indentNewLine } from '../../server/src/core/features/format/newLine.ts';
import { highlightsAt } from '../../server/src/core/features/highlights.ts';
import { hoverAt } from '../../server/src/core/features/hover/hover.ts';
import { inlayHintKinds } from '../../server/src/core/features/inlayHintKinds.ts';
import { inlayHints } from '../../server/src/core/features/inlayHints.ts';
import { linkedEditingAt } from '../../server/src/core/features/linkedEditing.ts';
import { refactoringsAt } from '../../server/src/core/features/refactor/refactorings.ts';
import { referencesAt } from '../../server/src/core/features/references.ts';
import { prepareRename } from '../../server/src/core/features/rename.ts';
import { selectionAt } from '../../server/src/core/features/selectionRanges.ts';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.ts';
import { dropFiles } from '../../server/src/core/paste/dropFiles.ts';
import { pasteAt } from '../../server/src/core/paste/pasteAt.ts';
import { contains, type Edit } from '../../server/src/core/text.ts';
import { corpusFiles } from '../support/corpus.ts';
import { harbourArticle } from '../support/harbourArticle.ts';
import { defaultPath } from '../support/rules.ts';
import { siteOf } from '../support/site.ts';
import { cardHost as host } from './cardHost.ts';
import { harbourFiles } from './harbourSite.ts';

const project = createProject();
const address = 'https://tidewater.example/2026/05/09/eels';
const sources = { readArticle: () => undefined, imageInfo: () => undefined };

type Ask = (checked: CheckedArticle, offset: number) => readonly Edit[] | undefined;

/** The questions about a place. What they answer with is looked at for its edits only. */
const atPlace: Readonly<Record<string, Ask>> = {
  completion({ view }, offset) {
    const list = complete({ view }, offset, project, { snippets: true, lazyEdits: false });
    return list?.items.flatMap(item => [item.edit, ...item.moreEdits]);
  },
  resolve({ view }, offset) {
    const [item] = complete({ view }, offset, project, { snippets: true, lazyEdits: true })?.items ?? [];
    if (item?.card && textNeeded(item.card) === undefined) resolveItem(view, item.card, undefined, host);
    return undefined;
  },
  hover: (checked, offset) => void hoverAt(checked, offset, host),
  definition: ({ view }, offset) => void definitionAt(view, offset),
  references: ({ view }, offset) => void [...(referencesAt(view, offset) ?? [])],
  highlights: ({ view }, offset) => void highlightsAt(view, offset),
  selection: ({ view }, offset) => void selectionAt(view, offset),
  linkedEditing: ({ view }, offset) => void linkedEditingAt(view, offset),
  prepareRename: ({ view }, offset) => void prepareRename(view, offset),
  quickFixes: (checked, offset) => quickFixesAt(checked, { start: offset, end: offset }).flatMap(fix => fix.edits),
  refactorings: (checked, offset) =>
    refactoringsAt(checked, { start: offset, end: offset }, sources).flatMap(one => one.edits),
  pasteItem: ({ view }, offset) => pasteAt(view, { start: offset, end: offset }, { text: address }, sources)?.edits,
  pasteText: ({ view }, offset) =>
    pasteAt(view, { start: offset, end: offset }, { text: '"A": b # c' }, sources)?.edits,
  drop({ view }, offset) {
    const dropped = dropFiles(view, offset, [{ name: 'a.png', path: 'assets/a.png' }], sources);
    return dropped && 'edits' in dropped ? dropped.edits : undefined;
  },
  formatRange: ({ view }, offset) => formatRange(view, { start: offset, end: offset + 60 }),
  newLine: ({ view }, offset) => indentNewLine(view, offset),
};

/** The questions about a whole article. */
const ofArticle: Readonly<Record<string, (checked: CheckedArticle) => readonly Edit[] | undefined>> = {
  symbols: ({ view }) => void documentSymbols(view),
  links: ({ view }) => void documentLinks(view),
  folding: ({ view }) => void foldingRanges(view),
  lenses: checked => void codeLenses(checked),
  tokens: ({ view }) => void semanticTokens(view),
  hints: ({ view }) => void inlayHints(view, { start: 0, end: view.article.text.length }, new Set(inlayHintKinds)),
  format: ({ view }) => formatFrontMatter(view),
};

/** In ms. */
const SLOW = 10;

export interface Asked {
  /** How often each was asked, its 99th percentile and its longest answer in ms, and how many took more than 10 ms. */
  readonly times: readonly { name: string; asked: number; p99: number; longest: number; slow: number }[];
  /** What threw, and edits outside the front matter or in `secured`. */
  readonly wrong: readonly string[];
}

/** @param real how many real articles are asked about, as far as the corpus is there */
export function askEverywhere(real: number, tell: (line: string) => void = () => {}): Asked {
  const samples = new Map<string, number[]>();
  const wrong: string[] = [];
  const ask = (
    name: string,
    checked: CheckedArticle,
    question: () => readonly Edit[] | undefined,
    where: string,
  ): void => {
    let edits: readonly Edit[] | undefined;
    let time = Number.POSITIVE_INFINITY;
    // A machine that does something else takes long at times: what is slow is slow three times.
    for (let i = 0; i < 3 && time > SLOW; i++) {
      const started = performance.now();
      try {
        edits = question();
      } catch (error) {
        wrong.push(`${name} throws at ${where}: ${error}`);
      }
      time = Math.min(time, performance.now() - started);
    }
    const times = samples.get(name);
    if (times) times.push(time);
    else samples.set(name, [time]);
    const { article } = checked.view;
    const secured = securedValues(article);
    for (const edit of edits ?? [])
      if (
        (article.block && !contains(article.block.content, edit)) ||
        secured.some(value => edit.start < value.end && value.start < edit.end)
      )
        wrong.push(`${name} edits ${JSON.stringify(edit)} at ${where}`);
  };
  const askAll = (checked: CheckedArticle): void => {
    const { text, path, block } = checked.view.article;
    for (const [name, question] of Object.entries(ofArticle)) ask(name, checked, () => question(checked), path);
    const end = Math.min(text.length, (block?.closing?.end ?? text.length) + 20);
    for (let offset = 0; offset <= end; offset++)
      for (const [name, question] of Object.entries(atPlace))
        ask(name, checked, () => question(checked, offset), `${path} ${offset}`);
  };
  const own = siteOf(harbourFiles('', { [defaultPath]: harbourArticle }));
  for (const path of own.site.paths()) if (parseArticle(path, own.text(path)).block) askAll(own.checked(path));
  const files = corpusFiles();
  const site = siteOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const step = Math.max(1, Math.floor(files.length / Math.max(1, real)));
  for (const [i, { path }] of files
    .filter((_, index) => index % step === 0)
    .slice(0, real)
    .entries()) {
    askAll(site.checked(path));
    if ((i + 1) % 20 === 0) tell(`${i + 1} real articles`);
  }
  const times = [...samples].map(([name, all]) => {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { name, asked: all.length, p99: at(0.99), longest: at(1), slow: all.filter(time => time > SLOW).length };
  });
  return { times, wrong };
}
