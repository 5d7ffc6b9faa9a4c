import type { ProjectConfig } from '../../core/config/readConfig.ts';
import type { RuleSeverities } from '../../core/config/severity.ts';
import type { ArticleSummary } from '../../core/index/summary.ts';

/** A project as it is read from where its files are. Plain data: it can be sent to a worker. */
export interface SiteDescription {
  /** URI of the folder that paths are relative to. */
  readonly root: string;
  readonly config: ProjectConfig;
  /** Severities of the editor's settings. */
  readonly rules: RuleSeverities;
  /** Globs of files and folders that the editor does not show. */
  readonly exclude: readonly string[];
  /** Milliseconds since 1970: what counts as the future. */
  readonly now: number;
}

/** What was found, a part at a time. Paths are relative to the site's root. */
export interface ScanBatch {
  /** Files that are there, articles among them. */
  readonly files?: readonly string[];
  /** What the index keeps of files that can be articles; `undefined` for one that is none. */
  readonly articles?: readonly (readonly [path: string, summary: ArticleSummary | undefined])[];
  /** What stands at a path that was asked for: itself, the files below it, or nothing. Nothing else does. */
  readonly looked?: { readonly path: string; readonly files: readonly string[] };
  /** How many files will be looked at in all, as soon as it is known. */
  readonly total?: number;
}

/** Gets a batch; the next one waits until it resolves. */
export type TakeBatch = (batch: ScanBatch) => Promise<void>;

/** Where the files of sites are, and who reads them. Files that `.gitignore` or the editor hides are not there. */
export interface SiteFiles {
  /**
   * Looks at all files of a site.
   *
   * @param signal ends it: then it rejects
   */
  scan(site: SiteDescription, take: TakeBatch, signal: AbortSignal): Promise<void>;
  /** Looks at some files, or at all below a folder. */
  look(site: SiteDescription, paths: readonly string[], take: TakeBatch, signal: AbortSignal): Promise<void>;
  /** The text of a file as far as its front matter goes, or further. `undefined`: it is gone, or no text. Never rejects. */
  readHead(site: SiteDescription, path: string): Promise<string | undefined>;
  /** False for a file that a scan passes over. */
  includes(site: SiteDescription, path: string): boolean;
  /** Keeps what is known for the next start, after so many files have changed. */
  save?(site: SiteDescription): void;
  /** Lets go of everything. */
  dispose(): void;
}
