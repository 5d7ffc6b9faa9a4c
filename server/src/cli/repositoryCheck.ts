import fs from 'node:fs';
import path from 'node:path';
import { fixArticle } from '../core/check/fixes.ts';
import { type CheckOptions, checkArticle, checkSite, countFindings, isArticle } from '../core/check/runRules.ts';
import { createSiteIndex, type SiteIndex } from '../core/index/siteIndex.ts';
import { summarize } from '../core/index/summarize.ts';
import type { ArticleSummary } from '../core/index/summary.ts';
import { findFiles } from '../node/findFiles.ts';
import { type ProjectFolder, pathInProject } from '../node/projects.ts';
import { readAddress, readArticle, readWholeArticle } from '../node/repository.ts';
import { type FileResult, type Message, messagesOf, notUtf8 } from './fileResult.ts';
import type { Target } from './targets.ts';

export interface RepositoryOptions {
  readonly fix: boolean;
  readonly gitignore: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called once for each target. */
  readonly onChecked: () => void;
}

export interface CheckedRepository {
  readonly results: readonly FileResult[];
  /** What the targets say, for those that are articles. */
  readonly summaries: readonly ArticleSummary[];
}

/**
 * Checks some files of one project. All of its files are read, as they say of each other what none says alone; the targets' own findings
 * are found on the way.
 */
export function checkRepository(
  folder: ProjectFolder,
  targets: readonly Target[],
  options: RepositoryOptions,
): CheckedRepository {
  const run = new RepositoryCheck(folder, targets, options);
  run.readAll();
  if (options.fix) run.fixAll();
  return { results: run.results(), summaries: run.summaries() };
}

class RepositoryCheck {
  readonly #folder: ProjectFolder;
  readonly #options: RepositoryOptions;
  /** By path in the project. */
  readonly #targets: ReadonlyMap<string, Target>;
  readonly #index: SiteIndex;
  /** What the text of each target says, by path. */
  readonly #found = new Map<string, readonly Message[]>();
  /** What `--fix` has written, by path. */
  readonly #written = new Map<string, string>();

  constructor(folder: ProjectFolder, targets: readonly Target[], options: RepositoryOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#targets = new Map(targets.map(target => [pathInProject(folder, target.file), target]));
    this.#index = createSiteIndex({ address: readAddress(folder) });
  }

  readAll(): void {
    const { isRepository, root } = this.#folder;
    const all = new Set(this.#targets.keys());
    if (isRepository) {
      for (const file of findFiles(root, this.#options)) all.add(pathInProject(this.#folder, file));
    }
    this.#index.setFiles(all);
    for (const relative of all) this.#read(relative);
  }

  #read(relative: string): void {
    const target = this.#targets.get(relative);
    const read = readArticle(this.#folder, relative, target?.named);
    if (read.kind === 'article') {
      const { view, findings } = checkArticle(read.article, {
        ...this.#checkOptions(),
        ...(target ? {} : { rules: [] }),
      });
      this.#index.update(relative, summarize(view, countFindings(findings)));
      if (target && isArticle(view)) this.#found.set(relative, messagesOf(read.article, findings));
    } else if (target && read.kind === 'not-utf8') this.#found.set(relative, [notUtf8]);
    if (target) this.#options.onChecked();
  }

  /** Applies what is safe to every target that has a finding. */
  fixAll(): void {
    const faulty = new Set(
      [...this.#found].filter(([, messages]) => messages.some(({ fix }) => fix)).map(([path]) => path),
    );
    for (const { path: relative } of this.#siteFindings()) faulty.add(relative);
    for (const relative of faulty) this.#fix(relative);
  }

  #fix(relative: string): void {
    const article = this.#found.has(relative) ? readWholeArticle(this.#folder, relative) : undefined;
    if (!article) return;
    const fixed = fixArticle(article, { ...this.#checkOptions(), site: this.#index });
    if (fixed.edits.length === 0) return;
    fs.writeFileSync(path.join(this.#folder.root, relative), fixed.text);
    this.#written.set(relative, fixed.text);
    this.#read(relative);
  }

  /** Every target that is an article, and every other one that has a finding. */
  results(): FileResult[] {
    for (const { path: relative, findings } of this.#siteFindings()) {
      const article = this.#found.has(relative) ? readWholeArticle(this.#folder, relative) : undefined;
      // With the article's text come the fixes of these findings.
      const all = article ? checkArticle(article, { ...this.#checkOptions(), site: this.#index }).findings : findings;
      this.#found.set(relative, messagesOf(article, all));
    }
    return [...this.#found].map(([relative, messages]) => {
      const output = this.#written.get(relative);
      const filePath = path.join(this.#folder.root, relative);
      return { filePath, messages, ...(output !== undefined && { output }) };
    });
  }

  summaries(): ArticleSummary[] {
    return [...this.#found.keys()].flatMap(relative => this.#index.get(relative) ?? []);
  }

  #siteFindings(): ReturnType<typeof checkSite> {
    return checkSite(this.#index, this.#checkOptions(), this.#targets.keys());
  }

  #checkOptions(): CheckOptions {
    return { project: this.#folder.project, now: this.#options.now };
  }
}
