// Pasting and dropping into front matter: the server says what comes of it, the editor shows it beside the bare text.
import * as vscode from 'vscode';
import {
  type DropParams,
  type DropResult,
  drop,
  type PasteParams,
  type PasteResult,
  paste,
} from '../../../server/src/lsp/pasteProtocol.ts';
import { articleDocuments, workspaceSchemes } from '../documentSelector.ts';
import type { Session } from '../startClient.ts';
import { droppedFiles } from './droppedFiles.ts';
import { mayBeFrontMatter } from './frontMatterLines.ts';
import { pasteApi } from './pasteApi.ts';

/** Registers what takes pastes, where the editor knows them, and drops; anew with each server, as the documents may be others then. */
export function registerPasteAndDrop(session: Session): vscode.Disposable {
  let registered = vscode.Disposable.from();
  const started = session.onDidStart(() => {
    registered.dispose();
    registered = vscode.Disposable.from(registerPaste(session), registerDrop(session));
  });
  return new vscode.Disposable(() => {
    started.dispose();
    registered.dispose();
  });
}

function registerPaste(session: Session): vscode.Disposable {
  const api = pasteApi();
  if (!api) return vscode.Disposable.from();
  const kind = api.DocumentDropOrPasteEditKind.Empty.append('masthead');
  return api.registerDocumentPasteEditProvider(
    articleDocuments(workspaceSchemes()),
    {
      async provideDocumentPasteEdits(document, [range, ...others], dataTransfer, _, token) {
        if (!range || others.length > 0 || !mayBeFrontMatter(document, range.end)) return [];
        const result = await askPaste(session, document, range, dataTransfer, token);
        // A line that was copied as a whole goes above the one with the cursor, and not into it.
        if (!result || (result.kind === 'text' && (await isWholeLine(dataTransfer)))) return [];
        const edit = new api.DocumentPasteEdit('', titleOf(result), kind.append(result.kind));
        edit.additionalEdit = await editOf(session, document, result);
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: TEXTS },
  );
}

function registerDrop(session: Session): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(articleDocuments(workspaceSchemes()), {
    async provideDocumentDropEdits(document, position, dataTransfer, token) {
      if (!mayBeFrontMatter(document, position)) return undefined;
      const files = await droppedFiles(dataTransfer);
      const result =
        files.length > 0
          ? await askDrop(session, document, { position, files }, token)
          : await askPaste(session, document, new vscode.Range(position, position), dataTransfer, token);
      if (!result) return undefined;
      const edit = new vscode.DocumentDropEdit('');
      // Nothing is dropped then: its path would be no front matter.
      if ('refused' in result) void vscode.window.showWarningMessage(result.refused);
      else {
        edit.additionalEdit = await editOf(session, document, result);
        Object.assign(edit, { title: titleOf(result) }); // shown since VS Code 1.97
      }
      return edit;
    },
  });
}

/** True for what was copied in the editor without a selection. */
async function isWholeLine(dataTransfer: vscode.DataTransfer): Promise<boolean> {
  const data = await dataTransfer.get('vscode-editor-data')?.asString();
  return data !== undefined && /"isFromEmptySelection":\s*true/.test(data);
}

/** The forms of a text that are looked at, in this order. */
const TEXTS = ['text/plain', 'text/uri-list', 'text/html'];

async function askPaste(
  { client }: Session,
  document: vscode.TextDocument,
  range: vscode.Range,
  dataTransfer: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<PasteResult | null | undefined> {
  const [plain, list, html] = await Promise.all(TEXTS.map(type => dataTransfer.get(type)?.asString()));
  const text = plain || list;
  if (!client || !text) return undefined;
  const params: PasteParams = {
    ...placeOf(document),
    range: client.code2ProtocolConverter.asRange(range),
    text,
    ...(html && { html }),
  };
  return client.sendRequest<PasteResult | null>(paste, params, token);
}

async function askDrop(
  { client }: Session,
  document: vscode.TextDocument,
  { position, files }: { readonly position: vscode.Position; readonly files: DropParams['files'] },
  token: vscode.CancellationToken,
): Promise<DropResult | null | undefined> {
  const params = client && {
    ...placeOf(document),
    position: client.code2ProtocolConverter.asPosition(position),
    files,
  };
  return client?.sendRequest<DropResult | null>(drop, params, token);
}

function placeOf(document: vscode.TextDocument): { readonly uri: string; readonly version: number } {
  return { uri: document.uri.toString(), version: document.version };
}

async function editOf(
  { client }: Session,
  document: vscode.TextDocument,
  { edits }: PasteResult,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, (await client?.protocol2CodeConverter.asTextEdits([...edits])) ?? []);
  return edit;
}

/** As the editor lists it beside “Insert Plain Text”. */
function titleOf({ kind, count }: PasteResult): string {
  switch (kind) {
    case 'related':
      return count === 1
        ? vscode.l10n.t('Insert as a Related Item')
        : vscode.l10n.t('Insert as {0} Related Items', count);
    case 'images':
      return count === 1 ? vscode.l10n.t('Insert as a Picture') : vscode.l10n.t('Insert as {0} Pictures', count);
    case 'topics':
      return count === 1 ? vscode.l10n.t('Insert as a Topic') : vscode.l10n.t('Insert as {0} Topics', count);
    case 'text':
      return vscode.l10n.t('Insert as Text of This Field');
  }
}
