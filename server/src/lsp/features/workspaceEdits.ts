import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../core/text.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange } from '../convert.ts';

/** What changes in one file. */
export interface FileEdits {
  readonly uri: string;
  /** The text that the edits are for. */
  readonly text: string;
  /** Of the document, when it is open: the edits hold for no other. */
  readonly version: number | undefined;
  readonly edits: readonly Edit[];
}

export interface EditOptions {
  /** What people have to agree to first, where the client asks. */
  readonly confirm?: { readonly label: string; readonly description: string } | undefined;
  /** Files that get another URI afterwards. */
  readonly renames?: readonly { readonly from: string; readonly to: string }[] | undefined;
  /** Files that come into being. */
  readonly creates?: readonly { readonly uri: string; readonly text: string }[] | undefined;
}

/** Edits of several files as one. */
export function toWorkspaceEdits(
  files: readonly FileEdits[],
  client: Pick<ClientFeatures, 'versionedEdits' | 'confirmsEdits' | 'renamesFiles' | 'createsFiles'>,
  { confirm, renames = [], creates = [] }: EditOptions = {},
): WorkspaceEdit {
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries(files.map(file => [file.uri, textEdits(file)])) };
  }
  const annotationId = confirm && client.confirmsEdits ? 'confirm' : undefined;
  const annotated = <T extends object>(one: T): T => ({ ...one, ...(annotationId !== undefined && { annotationId }) });
  const annotation: ChangeAnnotation | undefined = annotationId && confirm && { ...confirm, needsConfirmation: true };
  return {
    documentChanges: [
      ...(client.createsFiles ? creates : []).flatMap(
        ({ uri, text }): NonNullable<WorkspaceEdit['documentChanges']> => [
          { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
          { textDocument: { uri, version: null }, edits: [{ range: fileStart, newText: text }] },
        ],
      ),
      ...files.map(
        (file): TextDocumentEdit => ({
          textDocument: { uri: file.uri, version: file.version ?? null },
          edits: textEdits(file).map((one): AnnotatedTextEdit | TextEdit => annotated(one)),
        }),
      ),
      ...(client.renamesFiles ? renames : []).map(({ from, to }) =>
        annotated({ kind: 'rename' as const, oldUri: from, newUri: to, options: { overwrite: false } }),
      ),
    ],
    ...(annotation && annotationId !== undefined && { changeAnnotations: { [annotationId]: annotation } }),
  };
}

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function textEdits({ uri, text, edits }: FileEdits): TextEdit[] {
  const document = TextDocument.create(uri, 'markdown', 0, text);
  return edits.map(one => ({ range: toRange(document, one), newText: one.newText }));
}
