// How everything that people read is said. Here it is said in English, and so by the command line; in the build of the language server
// `lsp/l10n/say.ts` stands in the place of this file, which says the same in the language of the editor. A whole sentence is one text
// where it can be, as other languages have other orders of words. Its German stands in `lsp/l10n/de`; a test finds one that is missing.
export { numberText, say, translated } from './english.ts';
