/** The kind of the action that applies every safe fix, such as `editor.codeActionsOnSave` names it. */
export const fixAllKind = 'source.fixAll.masthead';

export const quickFixKind = 'quickfix';

/** The kind of changes in the text of an article that people may want, though nothing is wrong. */
export const rewriteKind = 'refactor.rewrite';

/** The kind of changes that make a new file. */
export const extractKind = 'refactor.extract';

/** The kind of the action that sorts keys, for `editor.codeActionsOnSave`. */
export const sortKeysKind = 'source.sortKeys.masthead';

/** Every kind of code action that the server gives. */
export const codeActionKinds: string[] = [quickFixKind, rewriteKind, extractKind, sortKeysKind, fixAllKind];
