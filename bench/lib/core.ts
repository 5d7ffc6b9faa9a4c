// What the benchmark uses of Masthead's core.
export { parseArticle } from '../../server/src/core/article/articleDocument.ts';
export { fileKindOf, findFrontMatter } from '../../server/src/core/article/frontMatter.ts';
export { checkArticle } from '../../server/src/core/check/runRules.ts';
export { createProject } from '../../server/src/core/config/project.ts';
export { summaryOfText } from '../../server/src/core/index/indexTexts.ts';
export { createSiteIndex } from '../../server/src/core/index/siteIndex.ts';
export { rules } from '../../server/src/core/rules/index.generated.ts';
