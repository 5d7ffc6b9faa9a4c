import { type Article, parseArticle } from '../../core/article/articleDocument.ts';
import { fixArticle } from '../../core/check/fixes.ts';
import { newArticle as makeArticle, newsSample } from '../../core/curation/newArticle.ts';
import { titleOf } from '../../core/index/summary.ts';
import { say } from '../../core/say.ts';
import { articleGroups, articlesOf } from '../../core/views/articleGroups.ts';
import { placeOfName, providerRows, topicRows } from '../../core/views/names.ts';
import { readSavedView, writeSavedView } from '../../core/views/savedView.ts';
import type { Buffers } from '../buffers.ts';
import type { Client } from '../client.ts';
import type { TextOf } from '../features/articleFiles.ts';
import type { MakeRequest } from '../features/makeRequest.ts';
import { type FileEdits, toWorkspaceEdits } from '../features/workspaceEdits.ts';
import type { Answer } from '../guard.ts';
import type { Pace } from '../pace.ts';
import { type Projects, pathIn } from '../projects.ts';
import type { Runtime } from '../server.ts';
import type { Site } from '../sites/site.ts';
import type { Sites } from '../sites/sites.ts';
import * as views from '../viewsProtocol.ts';
import { markTeller } from './markTeller.ts';

export interface ViewSources {
  readonly client: Client;
  readonly runtime: Pick<Runtime, 'now'>;
  readonly buffers: Buffers;
  readonly projects: Projects;
  readonly sites: Sites;
  readonly pace: Pace;
  readonly textOf: TextOf;
}

/** What views show of whole repositories, by method. */
export function viewRequests(request: MakeRequest, sources: ViewSources): Readonly<Record<string, Answer>> {
  const { sites } = sources;
  const find = (root: string): Site | undefined => sites.all().find(site => site.place.root === root);
  /** Answers of a repository whose files have been read. */
  const ofSite = <P extends views.SiteParams, R>(
    method: string,
    otherwise: R,
    run: (site: ReadSite, params: P) => R | Promise<R>,
  ) =>
    request<P, R>(method, otherwise, async params => {
      const site = find(params.root);
      return site && isRead(site) ? run(site, params) : otherwise;
    });
  const marksOf = markTeller();
  return {
    ...request<null, readonly views.SiteInfo[]>(views.sites, [], async () =>
      sites.all().flatMap(({ view, place }) => (view ? [{ root: place.root, articles: view.size }] : [])),
    ),
    ...ofSite<views.GroupsParams, readonly views.ArticleGroup[]>(views.groups, [], ({ view, place }, { by, filter }) =>
      articleGroups(view, by, filter, id => place.project.contentTypes.find(type => type.id === id)?.name),
    ),
    ...ofSite<views.ArticlesParams, views.ArticlesResult>(views.articles, { rows: [], total: 0 }, ({ view }, params) =>
      articlesOf(view, params.by, params.key, params.filter, params),
    ),
    ...ofSite<views.SiteParams, readonly views.TopicRow[]>(views.topics, [], ({ view }) => topicRows(view)),
    ...ofSite<views.SiteParams, readonly views.ProviderRow[]>(views.providers, [], ({ view }) => providerRows(view)),
    ...ofSite<views.FileMarksParams, views.FileMarks | null>(views.fileMarks, null, ({ view }, { stamp }) => {
      const marks = marksOf(view);
      return marks.stamp === stamp ? null : marks;
    }),
    ...ofSite<views.NameParams, views.NamePlace | null>(views.namePlace, null, ({ view, others }, { kind, name }) => {
      const place = placeOfName(view, kind, name);
      return place ? { uri: others.uriOf(place.path), offset: place.offset } : null;
    }),
    ...ofSite<views.NewArticleParams, views.NewArticleResult>(
      views.newArticle,
      { refused: say`The articles are not read yet: try again in a moment.` },
      (site, params) => startArticle(site, params, sources),
    ),
    ...request<views.FixRuleParams, views.FixRuleResult>(
      views.fixRule,
      { edit: {}, fixes: 0, files: 0 },
      (params, token) => fixFiles(params, sources, () => token.isCancellationRequested),
    ),
    ...request<views.ReadViewsParams, readonly views.SavedView[]>(views.readViews, [], async ({ files }) =>
      files.flatMap(({ path, text }) => readSavedView(path, text) ?? []),
    ),
    ...request<views.SavedView, string>(views.viewText, '', async view => writeSavedView(view)),
  };
}

/** A repository whose files have been read. */
type ReadSite = Site & { readonly view: NonNullable<Site['view']> };

function isRead(site: Site): site is ReadSite {
  return site.view !== undefined;
}

async function startArticle(
  { view, place, others }: ReadSite,
  { text }: views.NewArticleParams,
  { runtime, textOf }: ViewSources,
): Promise<views.NewArticleResult> {
  const sample = newsSample(view);
  const like = sample === undefined ? undefined : await textOf(others.uriOf(sample));
  const article = sample === undefined || like === undefined ? undefined : parseArticle(sample, like);
  const made = makeArticle({ text, now: runtime.now() }, view, place.project, article);
  if ('refused' in made) return made;
  if ('exists' in made) {
    const known = view.get(made.exists);
    return { exists: others.uriOf(made.exists), title: known ? titleOf(known) : made.exists };
  }
  return { uri: others.uriOf(made.path), text: made.text };
}

/** All safe fixes of one rule in some files, each read as it is now, as one edit that asks before it is made. */
async function fixFiles(
  { rule, uris }: views.FixRuleParams,
  { client, runtime, buffers, projects, sites, pace, textOf }: ViewSources,
  isCancelled: () => boolean,
): Promise<views.FixRuleResult> {
  const files: FileEdits[] = [];
  let fixes = 0;
  for (const uri of uris) {
    if (isCancelled()) break;
    await pace.step();
    const place = await projects.placeOf(uri);
    const text = place.enabled ? await textOf(uri) : undefined;
    if (text === undefined) continue;
    const article: Article = parseArticle(pathIn(place, uri), text);
    const site = sites.siteOf(place)?.view;
    const fixed = fixArticle(article, { project: place.project, now: runtime.now(), site }, rule);
    if (fixed.edits.length === 0) continue;
    fixes += fixed.count;
    files.push({ uri, version: buffers.find(uri)?.version, text, edits: fixed.edits });
  }
  const description = say`${rule}: ${fixes} in ${files.length === 1 ? say`one file` : say`${files.length} files`}`;
  const confirm = { label: say`Fix all`, description };
  return { edit: toWorkspaceEdits(files, client.features, { confirm }), fixes, files: files.length };
}
