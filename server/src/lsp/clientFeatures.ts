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
  /** Shows Markdown in hovers. */
  readonly hoverMarkdown: boolean;
  /** In pixels; `undefined`: Markdown takes no width. */
  readonly pictureWidth: number | undefined;
  /** Takes definitions with the place that they start from. */
  readonly definitionLinks: boolean;
  /** Takes the outline as a tree. */
  readonly symbolTrees: boolean;
  /** How many folding ranges it wants. */
  readonly mostFolds: number;
  /** Takes completions as snippets. */
  readonly snippets: boolean;
  /** Takes more edits of a completion when it asks for its details. */
  readonly resolvesEdits: boolean;
  /** Can insert the lines of a completion without indenting them itself. */
  readonly insertsAsIs: boolean;
  /** Shows a description beside a completion's label. */
  readonly labelDetails: boolean;
  /** Shows Markdown beside completions. */
  readonly completionMarkdown: boolean;
  /** Command of the client that asks for completions again. */
  readonly suggestCommand: string | undefined;
  /** Asks for the lines of a workspace symbol later. */
  readonly resolvesSymbolPlaces: boolean;
  /** Asks before it makes an edit that says so. */
  readonly confirmsEdits: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  /** Commands of the client; `undefined` where it has none. */
  readonly commands: { readonly [name in 'open' | 'references' | 'problems']: string | undefined };
  /** Asks for formatting when it is told that the server formats. */
  readonly registersFormatting: boolean;
  /** What it asks for again when told to, by method. */
  readonly refreshedAids: readonly string[];
  readonly takesStatus: boolean;
  readonly takesSiteChanges: boolean;
  readonly readsFiles: boolean;
  readonly listsFiles: boolean;
  /** Lets the server ask for diagnostics of the whole workspace when it has some. */
  readonly registersDiagnostics: boolean;
  /** Shows the progress of what the server does by itself. */
  readonly showsProgress: boolean;
  /** Path of a folder for what is worth keeping; `undefined`: nothing is kept. */
  readonly storage: string | undefined;
}

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window } = capabilities;
  const own = (initializationOptions ?? {}) as InitializationOptions;
  const completionItem = textDocument?.completion?.completionItem;
  const versioned = workspace?.workspaceEdit?.documentChanges === true;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: versioned,
    relatedPlaces:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    pictureWidth: typeof own.pictureWidth === 'number' ? own.pictureWidth : undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    snippets: completionItem?.snippetSupport === true,
    resolvesEdits: completionItem?.resolveSupport?.properties.includes('additionalTextEdits') === true,
    insertsAsIs: completionItem?.insertTextModeSupport?.valueSet.includes(1) === true,
    labelDetails: completionItem?.labelDetailsSupport === true,
    completionMarkdown: completionItem?.documentationFormat?.includes('markdown') === true,
    suggestCommand: typeof own.suggestCommand === 'string' ? own.suggestCommand : undefined,
    resolvesSymbolPlaces: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    confirmsEdits: versioned && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: versioned && workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renamesFiles: versioned && workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    commands: {
      open: named(own.openCommand),
      references: named(own.referencesCommand),
      problems: named(own.problemsCommand),
    },
    registersFormatting: textDocument?.formatting?.dynamicRegistration === true,
    refreshedAids: [
      ...(workspace?.inlayHint?.refreshSupport ? ['workspace/inlayHint/refresh'] : []),
      ...(workspace?.codeLens?.refreshSupport ? ['workspace/codeLens/refresh'] : []),
      ...(workspace?.semanticTokens?.refreshSupport ? ['workspace/semanticTokens/refresh'] : []),
    ],
    takesStatus: own.status === true,
    takesSiteChanges: own.siteChanges === true,
    readsFiles: own.readFile === true,
    listsFiles: own.listFiles === true,
    registersDiagnostics: textDocument?.diagnostic?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    storage: typeof own.storage === 'string' && own.storage !== '' ? own.storage : undefined,
  };
}

function named(command: unknown): string | undefined {
  return typeof command === 'string' && command !== '' ? command : undefined;
}
