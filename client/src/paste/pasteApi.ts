// What VS Code offers for pasting since 1.97, as far as it is used here: our types are those of the oldest VS Code that we run in.
import * as vscode from 'vscode';

export interface EditKind {
  append(...parts: string[]): EditKind;
}

export interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}

export interface PasteEditProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<PasteEdit[]>;
}

export interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: EditKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind };
  registerDocumentPasteEditProvider(
    selector: vscode.DocumentSelector,
    provider: PasteEditProvider,
    metadata: { readonly providedPasteEditKinds: readonly EditKind[]; readonly pasteMimeTypes: readonly string[] },
  ): vscode.Disposable;
}

/** `undefined` in a VS Code that is older. */
export function pasteApi(): PasteApi | undefined {
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as Partial<PasteApi> & {
    readonly languages: Partial<PasteApi>;
  };
  const register = languages.registerDocumentPasteEditProvider;
  if (!DocumentPasteEdit || !DocumentDropOrPasteEditKind || !register) return undefined;
  return {
    DocumentPasteEdit,
    DocumentDropOrPasteEditKind,
    registerDocumentPasteEditProvider: (...given) => register.apply(languages, given),
  };
}
