// Asks for completions at a cursor and accepts them, as an editor would.
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { viewArticle } from '../../server/src/core/check/articleView.ts';
import { createProject, type Project } from '../../server/src/core/config/project.ts';
import {
  type CompletionItem,
  type CompletionList,
  type CompletionOptions,
  complete,
} from '../../server/src/core/features/completion/completion.ts';
import { resolveItem, textNeeded } from '../../server/src/core/features/completion/resolve.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { fixture } from '../support/fixture.ts';
import { defaultPath, testNow } from '../support/rules.ts';

export interface Asked {
  readonly text: string;
  readonly path: string;
  readonly offset: number;
  readonly site: SiteIndex | undefined;
  readonly files: Readonly<Record<string, string>>;
  readonly options: CompletionOptions;
  readonly list: CompletionList | undefined;
  readonly project: Project;
}

export interface AskOptions extends Partial<CompletionOptions> {
  readonly path?: string;
  /** The other files of the repository; there is no index when left out. */
  readonly files?: Readonly<Record<string, string>>;
}

const project = createProject();

/** Asks at the `<|>` of a text. Without fences it is the front matter alone. */
export function ask(marked: string, { path = defaultPath, files, ...options }: AskOptions = {}): Asked {
  const bare = /^---|^\ufeff/.test(marked) || /\.(ya?ml|json)$/.test(path) ? marked : `---\n${marked}\n---\n`;
  const { text, cursor } = fixture(bare);
  if (cursor === undefined) throw new Error('There is no cursor');
  const site = files && indexTexts({ ...files, [path]: text }, project);
  return askAt(text, path, cursor, site, files ?? {}, { snippets: false, lazyEdits: false, ...options });
}

export function askAt(
  text: string,
  path: string,
  offset: number,
  site: SiteIndex | undefined,
  files: Readonly<Record<string, string>>,
  options: CompletionOptions,
): Asked {
  const article = parseArticle(path, text);
  const view = viewArticle(article, { contentType: project.contentTypeOf(article), now: testNow, site });
  return { text, path, offset, site, files, options, project, list: complete({ view }, offset, project, options) };
}

/** The labels in the order in which an editor shows them before anything else is typed. */
export function labels({ list }: Asked): readonly string[] {
  return [...(list?.items ?? [])]
    .sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0))
    .map(item => item.label);
}

/** The labels that are left by an editor that knows no more than prefixes and words of the filter text. */
export function answers(asked: Asked): readonly string[] {
  const { list, text, offset } = asked;
  const left = (list?.items ?? []).filter(item => {
    const typed = text.slice(item.edit.start, offset).trim().toLowerCase();
    return isSubsequence(typed, (item.filterText ?? item.label).toLowerCase());
  });
  return labels({ ...asked, list: { items: left, isIncomplete: false } });
}

function isSubsequence(typed: string, text: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The whole text after the item with a label was accepted; snippets stay as they are written. */
export function accept(asked: Asked, label: string): string {
  const item = asked.list?.items.find(one => one.label === label);
  if (!item) throw new Error(`“${label}” is not offered, but ${labels(asked).join(' | ') || 'nothing'}`);
  return acceptItem(asked, item);
}

export function acceptItem(asked: Asked, item: CompletionItem): string {
  const more = asked.options.lazyEdits && item.card ? resolved(asked, item).moreEdits : [];
  return applyEdits(asked.text, [item.edit, ...item.moreEdits, ...more]);
}

export function resolved({ text, path, site, files, project: within }: Asked, { card }: CompletionItem) {
  if (!card) return { documentation: undefined, moreEdits: [] };
  const article = parseArticle(path, text);
  const view = viewArticle(article, { contentType: within.contentTypeOf(article), now: testNow, site });
  const needed = textNeeded(card);
  return resolveItem(view, card, needed === undefined ? undefined : files[needed]);
}

/** What stands between the fences. */
export function inner(text: string): string {
  return /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? text;
}

/** A snippet as its default texts and first choices make it. */
export function expanded(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_, choices: string) =>
      (/^(?:[^,\\]|\\.)*/.exec(choices)?.[0] ?? '').replace(/\\(.)/g, '$1'),
    )
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_, text: string) => text)
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
