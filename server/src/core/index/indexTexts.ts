import { parseArticle } from '../article/articleDocument.ts';
import { fileKindOf } from '../article/frontMatter.ts';
import { viewArticle } from '../check/articleView.ts';
import type { Project } from '../config/project.ts';
import { readSiteAddress } from './siteAddress.ts';
import { createSiteIndex, type SiteIndex } from './siteIndex.ts';
import { summarize } from './summarize.ts';
import type { ArticleSummary } from './summary.ts';

/** The index of a repository whose texts are all at hand, by path. Its site stands where the `_config.yml` among them says. */
export function indexTexts(texts: Readonly<Record<string, string>>, project: Project): SiteIndex {
  const config = Object.keys(texts).find(path => /(?:^|\/)_config\.ya?ml$/.test(path));
  const index = createSiteIndex({
    address: config === undefined ? undefined : readSiteAddress(parseArticle(config, texts[config] ?? '')),
  });
  index.setFiles(Object.keys(texts));
  for (const [path, text] of Object.entries(texts)) index.update(path, summaryOfText(path, text, project));
  return index;
}

/** What the index keeps of a text; `undefined` when it is no article. */
export function summaryOfText(path: string, text: string, project: Project): ArticleSummary | undefined {
  const kind = fileKindOf(path);
  if (kind === undefined || project.ignores(path)) return undefined;
  const article = parseArticle(path, text, kind);
  return summarize(viewArticle(article, { contentType: project.contentTypeOf(article), now: 0 }));
}
