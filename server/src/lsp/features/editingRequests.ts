import type { CancellationToken } from 'vscode-jsonrpc';
import type {
  CodeLensParams,
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  LinkedEditingRangeParams,
  PrepareRenameParams,
  RenameFilesParams,
  RenameParams,
  SemanticTokensParams,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { CheckedDocument, OpenDocuments } from '../documents.ts';
import type { Answer } from '../guard.ts';
import type { Projects } from '../projects.ts';
import type { AidSettings } from '../settings.ts';
import type { Sites } from '../sites/sites.ts';
import { format, formatLines, formatNewLine } from './formatting.ts';
import type { MakeRequest } from './makeRequest.ts';
import { hints, lenses, linkedRanges, tokens } from './readingAids.ts';
import { prepare, type RenameSources, rename, willRenameFiles } from './rename.ts';

export interface EditingSources extends RenameSources {
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly sites: Sites;
}

/** Rename, formatting and reading aids, by method. */
export function editingRequests(request: MakeRequest, sources: EditingSources): Readonly<Record<string, Answer>> {
  const { documents, projects, sites, client } = sources;
  /** Answers of one open document; `null` for one that is not open. */
  const ofDocument = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    method: string,
    run: (document: CheckedDocument, params: P, aids: AidSettings, token: CancellationToken) => R | Promise<R>,
  ): Readonly<Record<string, Answer>> =>
    request<P, R | null>(`textDocument/${method}`, null, async (params, token) => {
      const document = await documents.check(params.textDocument.uri);
      if (!document) return null;
      const { aids } = await projects.placeOf(params.textDocument.uri);
      return run(document, params, aids, token);
    });

  return {
    ...ofDocument('prepareRename', (document, params: PrepareRenameParams) => prepare(document, params)),
    ...ofDocument('rename', (document, params: RenameParams, _, token) => rename(document, params, sources, token)),
    ...ofDocument('inlayHint', (document, params: InlayHintParams, aids) => hints(document, params, aids)),
    ...ofDocument('codeLens', (document, _: CodeLensParams, aids) => lenses(document, aids, client.features)),
    ...ofDocument('linkedEditingRange', (document, params: LinkedEditingRangeParams) => linkedRanges(document, params)),
    ...ofDocument('semanticTokens/full', (document, _: SemanticTokensParams) => tokens(document)),
    ...ofDocument('formatting', (document, _: DocumentFormattingParams, aids) =>
      aids.format ? format(document) : null,
    ),
    ...ofDocument('rangeFormatting', (document, params: DocumentRangeFormattingParams, aids) =>
      aids.format ? formatLines(document, params) : null,
    ),
    ...ofDocument('onTypeFormatting', (document, params: DocumentOnTypeFormattingParams, aids) =>
      aids.format ? formatNewLine(document, params) : null,
    ),
    ...request<RenameFilesParams, WorkspaceEdit | null>('workspace/willRenameFiles', null, (params, token) =>
      willRenameFiles(params, sites.all(), sources, token),
    ),
  };
}
