/**
 * The one way to change front matter. Every function answers with edits of the file's text that change what must change
 * and no other byte, or with `undefined` when there is nothing to change or no safe way to change it: the node is an
 * alias, broken, not of this article, or the value of `secured`; its lines cannot be told. No edit leaves the front
 * matter. All of them are pure: nodes belong to the text that they were read from, so after applying an edit, read the
 * article again.
 */
export { fillValue, type InsertOptions, insertField, removeEntry } from './fieldEdits.ts';
export { type FileStyle, fileStyle } from './fileStyle.ts';
export { appendItem, insertItem, moveItem, removeItem, scalarToList } from './listEdits.ts';
export { quoteValue, renameKey, replaceText, replaceValue, unquoteValue } from './valueEdits.ts';
export type { PlainValue } from './writeValue.ts';
