// The custom messages between server and client. The client imports no other file of the server.

/**
 * What a client may send as `initializationOptions`; all of it is optional. `enable` and `rules` are for clients that
 * have no settings to ask for; the rest says which of the messages below the client understands.
 */
export interface InitializationOptions {
  readonly enable?: boolean;
  /** Severities by rule id. */
  readonly rules?: Readonly<Record<string, string>>;
  /** The client takes `masthead/status`. */
  readonly status?: boolean;
  /** The client answers `masthead/readFile`. */
  readonly readFile?: boolean;
  /** The client answers `masthead/listFiles`. */
  readonly listFiles?: boolean;
  /** The client takes `masthead/siteChanged`. */
  readonly siteChanges?: boolean;
  readonly problems?: 'openFiles' | 'workspace';
  /** Pictures of other sites may be shown. */
  readonly remoteImages?: boolean;
  /** In pixels: the client takes a width for pictures in Markdown as VS Code does, and wants them so wide. */
  readonly pictureWidth?: number;
  /** The client's command that asks for completions again, such as `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string;
  /** The client's command that opens a file: it gets the URI as a string, as `vscode.open` does. */
  readonly openCommand?: string;
  /** The client's command that shows the references of a place: it gets a URI as a string, and a position. */
  readonly referencesCommand?: string;
  /** The client's command that shows the findings of the files that are open. */
  readonly problemsCommand?: string;
  readonly format?: { readonly enable?: boolean };
  readonly inlayHints?: Readonly<Record<string, boolean>>;
  readonly codeLens?: { readonly enable?: boolean };
  /** Absolute path of a folder of this machine where the server may keep what it knows of the workspace for the next start. */
  readonly storage?: string;
}

/** How many findings an article has, by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** What the server knows of one open document. */
export interface ArticleStatus {
  readonly uri: string;
  /** `none`: the document has no front matter, or Masthead is off for it. */
  readonly state: 'article' | 'none';
  /** Name of the content type for people, such as `News article`. `undefined`: the type is not known. */
  readonly contentType?: string;
  readonly counts: FindingCounts;
}

export interface ReadFileParams {
  readonly uri: string;
}

export interface ReadFileResult {
  /** The file as UTF-8, with a BOM if it has one. `undefined`: there is no such file. */
  readonly text?: string;
}

export interface ListFilesParams {
  /** URI of a folder. */
  readonly folder: string;
  /** Globs relative to the folder, such as `_news/*.md`. A file is listed when one of them matches. */
  readonly globs: readonly string[];
}

export interface ListFilesResult {
  /** Sorted; empty when the folder does not exist. */
  readonly uris: readonly string[];
}

/** What `masthead.checkWorkspace` found. */
export interface WorkspaceCheck {
  /** False when it was cancelled, or articles could not be read. */
  readonly complete: boolean;
  readonly articles: number;
  /** Articles with findings. */
  readonly faulty: number;
  readonly findings: number;
  /** Findings that are not told, as there are too many. */
  readonly leftOut: number;
}

/**
 * Command of the server (`workspace/executeCommand`): checks all articles, answers a `WorkspaceCheck`, and from then on tells the findings
 * of all of them.
 */
export const checkWorkspace = 'masthead.checkWorkspace';

/** Notification of `ArticleStatus` from server to client: an open document was checked. */
export const articleStatus = 'masthead/status';

/** Request from server to client: reads a file through the editor, for a server that cannot read it itself (web worker, virtual workspace). */
export const readFile = 'masthead/readFile';

/** Request from server to client: lists files through the editor. */
export const listFiles = 'masthead/listFiles';

/** Notification from server to client: what a repository knows has changed. Some changes come as one. */
export const siteChanged = 'masthead/siteChanged';
