import fs from 'node:fs';
import path from 'node:path';
import { fixArticle } from '../core/check/fixes.ts';
import { type CheckOptions, checkArticle, checkSite } from '../core/check/runRules.ts';
import { createSiteIndex, type SiteIndex } from '../core/index/siteIndex.ts';
import type { ArticleSummary } from '../core/index/summary.ts';
import type { ProjectFolder } from '../node/projects.ts';
import { readAddress, readWholeArticle } from '../node/repository.ts';
import { type FileChecker, fileChecker } from './checkFile.ts';
import { type CheckFiles, onThisThread } from './checkThreads.ts';
import { type Message, messagesOf } from './fileResult.ts';
import { type ProjectFiles, projectFiles, type Selection } from './selection.ts';

export interface RepositoryOptions {
  readonly fix: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called once for each target. */
  readonly onChecked: () => void;
}

export interface CheckedRepository {
  /** Whether the messages come in the order of their paths. */
  readonly isSorted: boolean;
  /** By path: every target that is an article, and every other one that has a finding. */
  readonly messages: ReadonlyMap<string, readonly Message[]>;
  /** What `--fix` has written, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** What the targets say, for those that are articles. */
  readonly summaries: readonly ArticleSummary[];
}

/**
 * Checks some files of one project. All of its files are looked at, as they say of each other what none says alone; the targets' own
 * findings are found on the way.
 *
 * @param checker checks a single file
 * @param checkFiles checks many, and says the same
 */
export async function checkRepository(
  selection: Selection,
  options: RepositoryOptions,
  checker: FileChecker = fileChecker(selection.folder, options.now),
  checkFiles: CheckFiles = onThisThread(checker),
): Promise<CheckedRepository> {
  const run = new RepositoryCheck(selection.folder, projectFiles(selection), options, checker);
  await run.readAll(checkFiles);
  if (options.fix) run.fixAll();
  run.addSiteFindings();
  return { isSorted: run.isSorted, messages: run.found, written: run.written, summaries: run.summaries() };
}

class RepositoryCheck {
  readonly #folder: ProjectFolder;
  readonly #options: RepositoryOptions;
  readonly #files: ProjectFiles;
  readonly #checker: FileChecker;
  readonly #index: SiteIndex;
  /** What is said of each target, by path: at first by its own text only. */
  readonly found = new Map<string, readonly Message[]>();
  readonly written = new Map<string, string>();
  isSorted = true;

  constructor(folder: ProjectFolder, files: ProjectFiles, options: RepositoryOptions, checker: FileChecker) {
    this.#folder = folder;
    this.#files = files;
    this.#options = options;
    this.#checker = checker;
    this.#index = createSiteIndex({ address: readAddress(folder) });
  }

  async readAll(checkFiles: CheckFiles): Promise<void> {
    const { all, targets } = this.#files;
    const files = Array.from(all, path => ({ path, target: targets.get(path) }));
    // Not before the other thread has something to do.
    const listOnce = (): void => {
      if (!this.#index.knowsFiles) this.#index.setFiles(all);
    };
    await checkFiles(files, (part, checked) => {
      listOnce();
      this.#index.fill(part.map(({ path }, i) => [path, checked[i]?.summary] as const));
      for (const [i, { path, target }] of part.entries()) {
        const messages = checked[i]?.messages;
        if (messages) this.found.set(path, messages);
        if (target) this.#options.onChecked();
      }
    });
    listOnce();
  }

  /** Reads a file that has changed. */
  #readAgain(relative: string): void {
    const { summary, messages } = this.#checker.check(relative, this.#files.targets.get(relative));
    this.#index.update(relative, summary);
    if (messages) this.found.set(relative, messages);
  }

  /** Applies what is safe to every target that has a finding. */
  fixAll(): void {
    const faulty = new Set(
      [...this.found].filter(([, messages]) => messages.some(({ fix }) => fix)).map(([path]) => path),
    );
    for (const { path: relative } of this.#siteFindings()) faulty.add(relative);
    for (const relative of faulty) this.#fix(relative);
  }

  #fix(relative: string): void {
    const article = this.found.has(relative) ? readWholeArticle(this.#folder, relative) : undefined;
    if (!article) return;
    const fixed = fixArticle(article, { ...this.#checkOptions(), site: this.#index });
    if (fixed.edits.length === 0) return;
    fs.writeFileSync(path.join(this.#folder.root, relative), fixed.text);
    this.written.set(relative, fixed.text);
    this.#readAgain(relative);
  }

  addSiteFindings(): void {
    for (const { path: relative, findings } of this.#siteFindings()) {
      // Other files of a registry come last.
      this.isSorted &&= this.found.has(relative);
      const article = this.found.has(relative) ? readWholeArticle(this.#folder, relative) : undefined;
      // With the article's text come the fixes of these findings.
      const all = article ? checkArticle(article, { ...this.#checkOptions(), site: this.#index }).findings : findings;
      this.found.set(relative, messagesOf(article, all));
    }
  }

  summaries(): ArticleSummary[] {
    return [...this.found.keys()].flatMap(relative => this.#index.get(relative) ?? []);
  }

  #siteFindings(): ReturnType<typeof checkSite> {
    return checkSite(this.#index, this.#checkOptions(), this.#files.targets.keys());
  }

  #checkOptions(): CheckOptions {
    return { project: this.#folder.project, now: this.#options.now };
  }
}
