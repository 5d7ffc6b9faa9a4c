import { type Article, parseArticle } from '../article/articleDocument.ts';
import type { SiteView } from '../check/siteView.ts';
import type { Project } from '../config/project.ts';
import type { PlainValue } from '../edits/edits.ts';
import { blockOf } from '../features/completion/providers.ts';
import { isWebAddress } from '../features/markdown.ts';
import type { NewFile } from '../features/refactor/refactoring.ts';
import { newArticleText } from '../features/refactor/related.ts';
import { formatDateTime, readDateTime, utcDate } from '../format/dateTime.ts';
import { slugOf } from '../format/slug.ts';
import { normalizeUrl } from '../format/url.ts';
import { say } from '../say.ts';
import type { MapShape } from '../schema/shape.ts';
import { factsOfUrl, type UrlFacts } from './itemFromUrl.ts';

/** What is known of an article that does not exist yet. */
export interface ArticleIdea {
  /** A title, or the web address of what it is about. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type NewArticle =
  | NewFile
  /** The repository has it already, at this path. */
  | { readonly exists: string }
  /** One sentence: why it cannot be made. */
  | { readonly refused: string };

/** The folder that new articles go to: the `_news` with most files. */
function newsFolder(site: SiteView): string {
  const folders = [...site.folders()].filter(folder => /(?:^|\/)_news$/.test(folder));
  return folders.sort((a, b) => site.filesIn(b).length - site.filesIn(a).length)[0] ?? '_news';
}

/** The file that a new article is written like: the last of its folder. `undefined`: there is none. */
export function newsSample(site: SiteView): string | undefined {
  const folder = newsFolder(site);
  return site
    .filesIn(folder)
    .map(name => `${folder}/${name}`)
    .filter(path => site.get(path) !== undefined)
    .at(-1);
}

/**
 * A news article of a title or an address: its file name, its date, and every required field in canonical order, not published yet. What
 * nobody knows is empty, and the findings lead to it.
 *
 * @param like the article that `newsSample` names
 */
export function newArticle(
  { text, now }: ArticleIdea,
  site: SiteView,
  project: Project,
  like: Article | undefined,
): NewArticle {
  const facts = factsOfUrl(text, site);
  if (!facts && isWebAddress(text)) return { refused: say`This is no address of a page.` };
  const key = facts && normalizeUrl(facts.url);
  const [known] = key === undefined ? [] : site.withUrl(key).some(1);
  if (known) return { exists: known.path };
  const title = facts?.title ?? text.trim();
  const slug = slugOf(title);
  if (slug === '') return { refused: say`The title needs letters or digits: the file is named by it.` };
  const path = `${newsFolder(site)}/${utcDate(now)}-${slug}.md`;
  if (site.hasFile(path)) return { exists: path };
  const sample = like ?? parseArticle(path, '---\n---\n');
  const type = facts?.type ?? 'article';
  const shape = project.contentTypeOf(parseArticle(path, `---\ntype: ${type}\n---\n`))?.shape;
  if (!shape) return { refused: say`This project has no kind of file for news.` };
  return { path, text: newArticleText(sample, shape, valuesOf(shape, { title, type, facts, now, site })) };
}

interface Known {
  readonly title: string;
  readonly type: string;
  readonly facts: UrlFacts | undefined;
  readonly now: number;
  readonly site: SiteView;
}

function valuesOf(shape: MapShape, { title, type, facts, now, site }: Known): ReadonlyMap<string, PlainValue> {
  const date = readDateTime(facts?.date ?? '');
  const known: Readonly<Record<string, PlainValue>> = {
    title,
    type,
    publishedDateTime: formatDateTime('epochMs' in date ? date.epochMs : startOfMinute(now)),
    ...(facts && { originalUrl: facts.url, ...(type === 'article' && { webUrl: facts.url }) }),
    provider: facts ? blockOf(site, facts.provider, true) : { name: '', domain: '' },
    published: false,
    topics: [],
  };
  const values = new Map<string, PlainValue>();
  for (const { name, shape: field, required } of shape.fields.values()) {
    const only = field.kind === 'text' && field.values?.length === 1 ? field.values[0] : undefined;
    const value = known[name] ?? (required ? (only ?? (field.kind === 'text' ? '' : undefined)) : undefined);
    if (value !== undefined) values.set(name, value);
  }
  return values;
}

function startOfMinute(now: number): number {
  return Math.floor(now / 60_000) * 60_000;
}
