import { parseArticle } from '../../core/article/articleDocument.ts';
import type { SiteView } from '../../core/check/siteView.ts';
import { ArticleSearch } from '../../core/curation/articleSearch.ts';
import { articleNeeded, curate as curateArticle } from '../../core/curation/curate.ts';
import { suggestRelated } from '../../core/curation/suggest.ts';
import { type ArticleSummary, markTexts, providerNameOf, titleOf } from '../../core/index/summary.ts';
import { previewOf } from '../../core/preview/previewOf.ts';
import { say } from '../../core/say.ts';
import { searchArticles } from '../../core/views/searchArticles.ts';
import type { Client } from '../client.ts';
import type { OpenDocuments } from '../documents.ts';
import { articleIn } from '../features/article.ts';
import type { TextOf } from '../features/articleFiles.ts';
import type { MakeRequest } from '../features/makeRequest.ts';
import { toWorkspaceEdits } from '../features/workspaceEdits.ts';
import type { Answer } from '../guard.ts';
import type { Pace } from '../pace.ts';
import {
  type CurateParams,
  type CurateResult,
  curate,
  type FoundArticle,
  type PreviewParams,
  type PreviewResult,
  preview,
  type SearchParams,
  type SearchResult,
  type SuggestionsParams,
  type SuggestionsResult,
  searchArticles as searchArticlesMethod,
  suggestions,
} from '../previewProtocol.ts';
import type { Projects } from '../projects.ts';

export interface PreviewSources {
  readonly client: Client;
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly pace: Pace;
  readonly textOf: TextOf;
}

/** What the preview shows of an open article, what it suggests, and what its buttons do, by method. */
export function previewRequests(request: MakeRequest, sources: PreviewSources): Readonly<Record<string, Answer>> {
  const { documents, projects, pace } = sources;
  const searches = new WeakMap<SiteView, ArticleSearch>();
  /** The search of a site, brought up to date. */
  const searchOf = async (site: SiteView): Promise<ArticleSearch> => {
    const search = searches.get(site) ?? new ArticleSearch();
    searches.set(site, search);
    for (const _ of search.follow(site)) await pace.step();
    return search;
  };
  return {
    ...request<PreviewParams, PreviewResult | null>(preview, null, async ({ uri }) => {
      const document = await documents.check(uri);
      const checked = document && articleIn(document);
      if (!checked) return null;
      const { root } = await projects.placeOf(uri);
      return { version: document.document.version, model: previewOf(checked), root };
    }),
    ...request<SuggestionsParams, SuggestionsResult>(suggestions, [], async ({ uri, limit }) => {
      const document = await documents.check(uri);
      const checked = document && articleIn(document);
      const site = checked?.view.site;
      if (!checked || !site) return [];
      return suggestRelated(checked.view, site, await searchOf(site), Math.min(limit, MOST_SUGGESTIONS));
    }),
    ...request<SearchParams, SearchResult>(searchArticlesMethod, [], async ({ uri, text, limit }) => {
      const view = (await documents.view(uri))?.view;
      if (!view?.site) return [];
      const found = searchArticles(view.site, text, Math.min(limit, MOST_FOUND), view.article.path);
      return found.map(toFound);
    }),
    ...request<CurateParams, CurateResult>(curate, { refused: say`This could not be done.` }, params =>
      curateDocument(params, sources),
    ),
  };
}

const MOST_SUGGESTIONS = 50;
const MOST_FOUND = 200;

function toFound(article: ArticleSummary): FoundArticle {
  return {
    path: article.path,
    title: titleOf(article),
    provider: providerNameOf(article),
    date: article.date,
    topics: markTexts(article, 'topic'),
  };
}

async function curateDocument(
  { uri, version, action }: CurateParams,
  { client, documents, textOf }: PreviewSources,
): Promise<CurateResult> {
  const first = await documents.view(uri);
  const needed = first && articleNeeded(first.view, action);
  const neededUri = needed === undefined ? undefined : first?.others?.uriOf(needed);
  const text = neededUri === undefined ? undefined : await textOf(neededUri);
  const now = await documents.view(uri); // as it is now: reading takes time in which it may change
  if (!now) return { refused: say`This document is no article.` };
  if (now.document.version !== version) return { refused: say`The article has changed meanwhile: do it again.` };
  const done = curateArticle(now.view, action, path =>
    path === needed && text !== undefined ? parseArticle(path, text) : undefined,
  );
  if ('refused' in done) return done;
  const { newFile, edits, said, warnings } = done;
  if (newFile && (!client.features.createsFiles || !now.others))
    return { refused: say`This editor cannot make files.` };
  const created = newFile && now.others?.uriOf(newFile.path);
  const own = edits.length > 0 ? [{ uri, version, text: now.document.getText(), edits }] : [];
  const creates = newFile && created !== undefined ? [{ uri: created, text: newFile.text }] : [];
  return {
    edit: toWorkspaceEdits(own, client.features, { creates }),
    ...(created !== undefined && { created }),
    said,
    warnings,
  };
}
