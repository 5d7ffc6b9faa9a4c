import { globMatcher } from '../../core/config/glob.ts';
import { createProject, type Project } from '../../core/config/project.ts';
import { folderOf, nameOf } from '../../core/index/paths.ts';
import type { ArticleSummary } from '../../core/index/summary.ts';
import type { Pace } from '../pace.ts';
import { pathWithin, uriOf } from '../uris.ts';
import type { SiteDescription, SiteFiles, TakeBatch } from './siteFiles.ts';
import { articleKindOf, summarizeText } from './summarizeText.ts';

/** Files that somebody else reads, one at a time: the editor, for a server in a web worker. */
export interface FileSource {
  /** URIs of the files below a folder whose paths in it one of the globs matches. Empty when there is no such folder. */
  list(folder: string, globs: readonly string[]): Promise<readonly string[]>;
  /** `undefined`: there is no such file. */
  read(uri: string): Promise<string | undefined>;
}

/**
 * Reads and checks in slices on this thread. Hides what the source hides, and what the editor's settings exclude; not by `.gitignore`: a
 * repository that is not on this machine holds nothing that is ignored.
 */
export function createSlicedFiles(source: FileSource, pace: Pace): SiteFiles {
  const list = async (site: SiteDescription, folder: string, ...globs: readonly string[]): Promise<string[]> => {
    const uris = await source.list(folder === '' ? site.root : uriOf(site.root, folder), globs);
    const paths = uris.flatMap(uri => pathWithin(site.root, uri) ?? []);
    const hidden = hides(site.exclude);
    return paths.filter(path => !isInternal(path) && !hidden(path)).sort();
  };

  const readAll = async (site: SiteDescription, paths: readonly string[], take: TakeBatch, signal: AbortSignal) => {
    const project = createProject(site.config, site.rules);
    const wanted = paths.filter(path => articleKindOf(path, project) !== undefined);
    const others = paths.filter(path => articleKindOf(path, project) === undefined);
    for (let i = 0; i < wanted.length; i += AT_ONCE) {
      signal.throwIfAborted();
      const part = wanted.slice(i, i + AT_ONCE);
      const texts = await Promise.all(part.map(path => readOrNothing(source, uriOf(site.root, path))));
      const articles: [string, ArticleSummary | undefined][] = [];
      for (const [at, path] of part.entries()) {
        await pace.step();
        articles.push([path, summaryOfText(path, texts[at], project, site.now)]);
      }
      await take({ articles });
    }
    // What was an article once may be none for another configuration.
    await inParts(others, part => take({ articles: part.map(path => [path, undefined]) }));
  };

  return {
    async scan(site, take, signal) {
      const paths = await list(site, '', '**/*');
      signal.throwIfAborted();
      await take({ total: paths.length });
      await inParts(paths, files => take({ files }));
      await readAll(site, paths, take, signal);
    },
    async look(site, paths, take, signal) {
      for (const path of paths) {
        signal.throwIfAborted();
        const name = literal(nameOf(path));
        // A file, or a folder with files in it.
        const files = await list(site, folderOf(path), name, `${name}/**`);
        await take({ looked: { path, files } });
        await readAll(site, files, take, signal);
      }
    },
    readHead: (site, path) => readOrNothing(source, uriOf(site.root, path)),
    includes: (site, path) => !isInternal(path) && !hides(site.exclude)(path),
    dispose() {},
  };
}

/** Files that are asked for together: each takes a way to the client and back. */
const AT_ONCE = 16;

const PART = 200;

async function inParts<T>(all: readonly T[], run: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < all.length; i += PART) await run(all.slice(i, i + PART));
}

function summaryOfText(
  path: string,
  text: string | undefined,
  project: Project,
  now: number,
): ArticleSummary | undefined {
  return text === undefined ? undefined : summarizeText(path, text, project, now);
}

async function readOrNothing(source: FileSource, uri: string): Promise<string | undefined> {
  try {
    return await source.read(uri);
  } catch {
    return undefined;
  }
}

/** A glob that matches one name only. */
function literal(name: string): string {
  return name.replace(/[[\]*?{}]/g, '[$&]');
}

function isInternal(path: string): boolean {
  return /(?:^|\/)(?:\.git|node_modules)\//.test(path);
}

/** A glob that matches a folder hides all below it. */
export function hides(exclude: readonly string[]): (path: string) => boolean {
  if (exclude.length === 0) return () => false;
  const matches = globMatcher(exclude.flatMap(glob => [glob, `${glob.replace(/\/$/, '')}/**`]));
  return path => matches(path);
}
