// A little repository in memory, for tests of editor features.
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { type CheckedArticle, checkArticle } from '../../server/src/core/check/runRules.ts';
import { createProject, type Project } from '../../server/src/core/config/project.ts';
import { indexTexts } from '../../server/src/core/index/indexTexts.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';
import type { Span } from '../../server/src/core/text.ts';
import { fixture } from './fixture.ts';
import { testNow } from './rules.ts';

export interface TestSite {
  readonly site: SiteIndex;
  readonly project: Project;
  /** The text of a file, without marks. */
  text(path: string): string;
  /** An article, checked within the repository. */
  checked(path: string): CheckedArticle;
  /** Where the `<|>` of the repository stands, or the start of its first `<|…|>`. */
  readonly cursor: number;
  /** Every `<|…|>` of a file. */
  ranges(path: string): readonly Span[];
}

/** Texts by path; one of them may hold a cursor `<|>` or ranges `<|…|>`. */
export function siteOf(files: Readonly<Record<string, string>>, project: Project = builtIn): TestSite {
  const read = new Map(Object.entries(files).map(([path, text]) => [path, fixture(text)]));
  const texts = Object.fromEntries([...read].map(([path, { text }]) => [path, text]));
  const site = indexTexts(texts, project);
  const text = (path: string) => {
    const found = texts[path];
    if (found === undefined) throw new Error(`There is no file ${path}`);
    return found;
  };
  return {
    site,
    project,
    text,
    checked: path => checkArticle(parseArticle(path, text(path)), { project, now: testNow, site }),
    cursor: [...read.values()].find(({ cursor }) => cursor !== undefined)?.cursor ?? 0,
    ranges: path => read.get(path)?.ranges ?? [],
  };
}

const builtIn = createProject();
