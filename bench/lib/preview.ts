// What the benchmark uses of the preview: its page, what it shows, and the browser of its tests.
export { pageHtml } from '../../client/src/preview/pageHtml.ts';
export { pageTexts } from '../../client/src/preview/pageTexts.ts';
export { previewOf } from '../../server/src/core/preview/previewOf.ts';
export { launchBrowser } from '../../test/support/editor/page.ts';
// With it, as what a core keeps of an article only that one core can read.
export * from './core.ts';
