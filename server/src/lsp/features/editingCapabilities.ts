import type { Registration, ServerCapabilities } from 'vscode-languageserver-protocol';
import type { ClientFeatures } from '../clientFeatures.ts';

/** What `editingRequests` answers. Apart from it, since the server tells it before its core is loaded. */
export const editingCapabilities: ServerCapabilities = {
  renameProvider: { prepareProvider: true },
  inlayHintProvider: true,
  codeLensProvider: {},
  linkedEditingRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: ['enumMember', 'class', 'variable'], tokenModifiers: ['deprecated'] },
    full: true,
  },
};

/** LSP's names of what the repository knows: topics, publishers, articles. */
export const semanticTokenTypes: readonly string[] = ['enumMember', 'class', 'variable'];

const onTypeFormatting = { firstTriggerCharacter: '\n' };

/** Told only while somebody wants it: editors ask which of several formatters is meant. */
export const formattingRegistrations: readonly Registration[] = [
  { id: 'format', method: 'textDocument/formatting', registerOptions: { documentSelector: null } },
  { id: 'formatRange', method: 'textDocument/rangeFormatting', registerOptions: { documentSelector: null } },
  {
    id: 'formatOnType',
    method: 'textDocument/onTypeFormatting',
    registerOptions: { documentSelector: null, ...onTypeFormatting },
  },
];

/** Files and folders that articles may name. */
export const fileRenames: NonNullable<NonNullable<ServerCapabilities['workspace']>['fileOperations']> = {
  willRename: { filters: [{ pattern: { glob: '**/*' } }] },
};

/** For a client that cannot be told later that the server formats, when it starts with the wish for it. */
export function formattingCapabilities(
  { registersFormatting }: Pick<ClientFeatures, 'registersFormatting'>,
  isWanted: boolean,
): ServerCapabilities {
  if (registersFormatting || !isWanted) return {};
  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: onTypeFormatting,
  };
}
