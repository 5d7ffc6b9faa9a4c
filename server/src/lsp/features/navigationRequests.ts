import type {
  DefinitionParams,
  DocumentHighlightParams,
  DocumentLinkParams,
  DocumentSymbolParams,
  FoldingRangeParams,
  HoverParams,
  ReferenceParams,
  SelectionRangeParams,
  WorkspaceSymbol,
  WorkspaceSymbolParams,
} from 'vscode-languageserver-protocol';
import type { ClientFeatures } from '../clientFeatures.ts';
import type { CheckedDocument, OpenDocuments } from '../documents.ts';
import type { Answer } from '../guard.ts';
import type { Projects } from '../projects.ts';
import type { Runtime } from '../server.ts';
import type { Sites } from '../sites/sites.ts';
import { hover } from './hover.ts';
import type { MakeRequest } from './makeRequest.ts';
import { definition, highlights, links, references } from './navigation.ts';
import { folds, selections, symbols } from './structure.ts';
import { resolveSymbol, symbolsOfWorkspace } from './workspaceSymbols.ts';

export interface NavigationSources {
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly sites: Sites;
  readonly features: ClientFeatures;
  readonly runtime: Runtime;
}

/** Hover, navigation and structure, by method. */
export function navigationRequests(
  request: MakeRequest,
  { documents, projects, sites, features, runtime }: NavigationSources,
): Readonly<Record<string, Answer>> {
  /** Answers of one open document; `null` for one that is not open. */
  const ofDocument = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    method: string,
    run: (document: CheckedDocument, params: P) => R | Promise<R>,
  ): Readonly<Record<string, Answer>> =>
    request<P, R | null>(`textDocument/${method}`, null, async params => {
      const document = await documents.check(params.textDocument.uri);
      return document ? run(document, params) : null;
    });

  return {
    ...ofDocument('hover', async (document, params: HoverParams) => {
      const { remoteImages } = await projects.placeOf(params.textDocument.uri);
      return hover(document, params, { client: features, runtime, remoteImages });
    }),
    ...ofDocument('definition', (document, params: DefinitionParams) => definition(document, params, features)),
    ...ofDocument('references', (document, params: ReferenceParams) => references(document, params)),
    ...ofDocument('documentHighlight', (document, params: DocumentHighlightParams) => highlights(document, params)),
    ...ofDocument('documentLink', (document, _: DocumentLinkParams) => links(document)),
    ...ofDocument('documentSymbol', (document, _: DocumentSymbolParams) => symbols(document, features)),
    ...ofDocument('foldingRange', (document, _: FoldingRangeParams) => folds(document, features)),
    ...ofDocument('selectionRange', (document, params: SelectionRangeParams) => selections(document, params)),
    ...request<WorkspaceSymbolParams, WorkspaceSymbol[]>('workspace/symbol', [], ({ query }) =>
      symbolsOfWorkspace(sites.all(), query, features),
    ),
    ...request<WorkspaceSymbol, WorkspaceSymbol | null>('workspaceSymbol/resolve', null, symbol =>
      resolveSymbol(sites.all(), symbol),
    ),
  };
}
