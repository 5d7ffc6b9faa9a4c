import type { ServerCapabilities } from 'vscode-languageserver-protocol';

/** What `navigationRequests` answers. Apart from it, since the server tells it before its core is loaded. */
export const navigationCapabilities: ServerCapabilities = {
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: { resolveProvider: false },
  documentSymbolProvider: { label: 'Front matter' },
  workspaceSymbolProvider: { resolveProvider: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
};
