// What the benchmark uses of the views and suggestions.
export { parseArticle } from '../../server/src/core/article/articleDocument.ts';
export { checkArticle } from '../../server/src/core/check/runRules.ts';
export { createProject } from '../../server/src/core/config/project.ts';
export { ArticleSearch } from '../../server/src/core/curation/articleSearch.ts';
export { suggestRelated } from '../../server/src/core/curation/suggest.ts';
export { indexTexts } from '../../server/src/core/index/indexTexts.ts';
export { markText } from '../../server/src/core/index/summary.ts';
export { titleKey } from '../../server/src/core/index/titleKey.ts';
export { previewOf } from '../../server/src/core/preview/previewOf.ts';
export { articleGroups, articlesOf } from '../../server/src/core/views/articleGroups.ts';
export { providerRows, topicRows } from '../../server/src/core/views/names.ts';
