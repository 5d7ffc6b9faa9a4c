// The messages of the views and of what they do. Like `protocol.ts`, a file that the client imports: types and names only.
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ArticleGroup, ArticleRow, GroupBy, ProviderRow, SavedView, TopicRow } from '../core/views/viewModel.ts';

/** Request: → `readonly SiteInfo[]`: the repositories whose files have been read. */
export const sites = 'masthead/sites';
/** Request: `GroupsParams` → `readonly ArticleGroup[]`. */
export const groups = 'masthead/articleGroups';
/** Request: `ArticlesParams` → `ArticlesResult`. */
export const articles = 'masthead/articles';
/** Request: `SiteParams` → `readonly TopicRow[]`. */
export const topics = 'masthead/topics';
/** Request: `SiteParams` → `readonly ProviderRow[]`. */
export const providers = 'masthead/providers';
/** Request: `NameParams` → `NamePlace | null`; `null`: nobody names it. */
export const namePlace = 'masthead/namePlace';
/** Request: `FileMarksParams` → `FileMarks | null`; `null`: there is nothing new. */
export const fileMarks = 'masthead/fileMarks';
/** Request: `FixRuleParams` → `FixRuleResult`. Nothing is changed: the client applies the edit. */
export const fixRule = 'masthead/fixRule';
/** Request: `NewArticleParams` → `NewArticleResult`. Nothing is written. */
export const newArticle = 'masthead/newArticle';
/** Request: `ReadViewsParams` → `readonly SavedView[]`, one for each file that is a view. */
export const readViews = 'masthead/readViews';
/** Request: `SavedView` → the text of its file. */
export const viewText = 'masthead/viewText';

export type { ArticleGroup, ArticleRow, GroupBy, ProviderRow, SavedView, TopicRow };

export interface SiteParams {
  /** URI of the project's root, as `SiteInfo` has it. */
  readonly root: string;
}

export interface SiteInfo extends SiteParams {
  readonly articles: number;
}

export interface GroupsParams extends SiteParams {
  readonly by: GroupBy;
  /** Words that all have to stand in an article's title, provider, topics, day or path; empty: all articles. */
  readonly filter: string;
}

export interface ArticlesParams extends GroupsParams {
  readonly key: string;
  readonly offset: number;
  readonly limit: number;
}

export interface ArticlesResult {
  readonly rows: readonly ArticleRow[];
  readonly total: number;
}

export interface FileMarksParams extends SiteParams {
  /** Of the marks that the client has; `undefined`: it has none. */
  readonly stamp?: string | undefined;
}

/** Files that stand out among the others; paths are relative to the project's root. */
export interface FileMarks {
  /** The site does not show them. */
  readonly unpublished: readonly string[];
  /** Their own text has errors. */
  readonly broken: readonly string[];
  /** Another one when one of these files is another. */
  readonly stamp: string;
}

export interface NameParams extends SiteParams {
  readonly kind: 'topic' | 'provider';
  /** Of the topic; the domain of the provider. */
  readonly name: string;
}

export interface NamePlace {
  readonly uri: string;
  /** In UTF-16 units. */
  readonly offset: number;
}

export interface FixRuleParams {
  readonly rule: string;
  /** URIs of the files to repair. */
  readonly uris: readonly string[];
}

export interface FixRuleResult {
  /** Asks for consent before it is made, where the client can. */
  readonly edit: WorkspaceEdit;
  /** How many findings it repairs, and in how many files. */
  readonly fixes: number;
  readonly files: number;
}

export interface NewArticleParams extends SiteParams {
  /** A title or a web address. */
  readonly text: string;
}

export type NewArticleResult =
  | { readonly uri: string; readonly text: string }
  /** The repository has it already: its URI and title. */
  | { readonly exists: string; readonly title: string }
  | { readonly refused: string };

export interface ReadViewsParams {
  readonly files: readonly { readonly path: string; readonly text: string }[];
}
