import type { InitializeParams } from 'vscode-languageserver-protocol';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, as far as the server goes by it. */
export interface ClientFeatures {
  /** Asks for diagnostics. Else they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Asks for diagnostics again when told to. */
  readonly refreshesDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Sends `workspace/didChangeConfiguration` to servers that register for it. */
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  /** Tells when folders are added or removed. */
  readonly workspaceFolders: boolean;
  /** Takes code actions and not only commands. */
  readonly codeActions: boolean;
  /** Takes edits that name the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Shows the other places that a diagnostic speaks of. */
  readonly relatedPlaces: boolean;
  readonly takesStatus: boolean;
  readonly readsFiles: boolean;
}

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace } = capabilities;
  const own = (initializationOptions ?? {}) as InitializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    relatedPlaces:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    takesStatus: own.status === true,
    readsFiles: own.readFile === true,
  };
}
