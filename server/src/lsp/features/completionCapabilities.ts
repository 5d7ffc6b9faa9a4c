import type { ServerCapabilities } from 'vscode-languageserver-protocol';

/** What `completionRequests` answers. Apart from it, since the server tells it before its core is loaded. */
export const completionCapabilities: ServerCapabilities = {
  completionProvider: {
    // What stands before a value: without them editors ask only where a word begins.
    triggerCharacters: [':', ' ', '-', '"', "'", '[', '{', ',', '#', '/'],
    resolveProvider: true,
  },
};
