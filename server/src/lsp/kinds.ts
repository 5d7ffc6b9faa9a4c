/** The kind of the action that applies every safe fix, such as `editor.codeActionsOnSave` names it. */
export const fixAllKind = 'source.fixAll.masthead';

export const quickFixKind = 'quickfix';

/** Every kind of code action that the server gives. */
export const codeActionKinds: string[] = [quickFixKind, fixAllKind];
