import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CardSource,
  type CompletionKind,
  complete,
  completionContext,
  type CompletionItem as Item,
  pictureToMeasure,
} from '../../core/features/completion/completion.ts';
import { resolveItem, textNeeded } from '../../core/features/completion/resolve.ts';
import { plainText } from '../../core/features/markdown.ts';
import { IMAGE_HEADER_BYTES, readImageHeader } from '../../core/format/imageHeader.ts';
import { say } from '../../core/say.ts';
import type { Edit } from '../../core/text.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange } from '../convert.ts';
import type { OpenDocuments, ViewedDocument } from '../documents.ts';
import type { Answer } from '../guard.ts';
import type { Projects } from '../projects.ts';
import type { Runtime } from '../server.ts';
import { cardHost } from './hover.ts';
import type { MakeRequest } from './makeRequest.ts';

export interface CompletionSources {
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly features: ClientFeatures;
  readonly runtime: Runtime;
  /** Text of a file, as it is open or stored. `undefined`: there is none, or it cannot be read. Never rejects. */
  readonly textOf: (uri: string) => Promise<string | undefined>;
}

/** Completion and the documentation of its items, by method. */
export function completionRequests(request: MakeRequest, sources: CompletionSources): Readonly<Record<string, Answer>> {
  return {
    ...request<CompletionParams, CompletionList | null>('textDocument/completion', null, async given => {
      const document = await sources.documents.view(given.textDocument.uri);
      return document ? completion(document, given, sources) : null;
    }),
    ...request<CompletionItem, CompletionItem | null>('completionItem/resolve', null, item => resolve(item, sources)),
  };
}

/** What an item brings along for `completionItem/resolve`. */
interface ItemData {
  readonly uri: string;
  readonly card: CardSource;
  /** The line where the rest of the item goes: lines stay where they are while something is typed on one of them. */
  readonly line?: number | undefined;
}

async function completion(
  viewed: ViewedDocument,
  { position }: CompletionParams,
  { features, runtime }: CompletionSources,
): Promise<CompletionList | null> {
  const { document, options } = viewed;
  const offset = document.offsetAt(position);
  const context = completionContext(viewed, offset);
  const picture = pictureToMeasure(viewed, context);
  const size = picture === undefined ? undefined : await imageSize(viewed, picture, runtime);
  const asked = {
    snippets: features.snippets,
    lazyEdits: features.resolvesEdits,
    imageSize: (path: string) => (path === picture ? size : undefined),
  };
  const list = complete(viewed, offset, options.project, asked, context);
  if (!list) return null;
  return { isIncomplete: list.isIncomplete, items: list.items.map(item => toItem(document, item, features)) };
}

async function resolve(item: CompletionItem, sources: CompletionSources): Promise<CompletionItem> {
  const { documents, projects, features, runtime, textOf } = sources;
  const data = item.data as ItemData | undefined;
  const opened = data && (await documents.view(data.uri));
  if (!data || !opened) return item;
  const { document, view, others } = opened;
  const path = textNeeded(data.card);
  // Only an article that the index knows is read, whatever path comes back from the client.
  const uri = path !== undefined && view.site?.get(path) ? others?.uriOf(path) : undefined;
  const text = uri === undefined ? undefined : await textOf(uri);
  const { remoteImages } = await projects.placeOf(data.uri);
  const host = cardHost(opened, { client: features, runtime, remoteImages });
  const { documentation, moreEdits } = resolveItem(view, placed(data, document), text, host);
  const edits = [...(item.additionalTextEdits ?? []), ...moreEdits.map(edit => toTextEdit(document, edit))];
  return {
    ...item,
    ...(documentation !== undefined && {
      documentation: features.completionMarkdown
        ? { kind: 'markdown', value: documentation }
        : plainText(documentation),
    }),
    ...(features.resolvesEdits && edits.length > 0 && { additionalTextEdits: edits }),
  };
}

/** The card with its place in the document as it is now. */
function placed({ card, line }: ItemData, document: TextDocument): CardSource {
  if (card.kind !== 'article' || !card.insert) return card;
  if (line === undefined || !Number.isInteger(line) || line >= document.lineCount)
    return { kind: 'article', path: card.path };
  return { ...card, insert: { ...card.insert, offset: document.offsetAt({ line, character: 0 }) } };
}

function toItem(document: TextDocument, item: Item, features: ClientFeatures): CompletionItem {
  const { label, kind, detail, edit, snippet, moreEdits, filterText, sortText, card, continues } = item;
  const line = card?.kind === 'article' && card.insert ? document.positionAt(card.insert.offset).line : undefined;
  const data: ItemData | undefined = card && { uri: document.uri, card, ...(line !== undefined && { line }) };
  const shown = snippet && !features.insertsAsIs ? dedented(document, edit) : edit;
  return {
    label,
    kind: kinds[kind],
    ...(detail !== undefined && (features.labelDetails ? { labelDetails: { description: detail } } : { detail })),
    textEdit: toTextEdit(document, shown),
    insertTextFormat: snippet ? SNIPPET : PLAIN,
    ...(features.insertsAsIs && edit.newText.includes('\n') && { insertTextMode: AS_IS }),
    ...(moreEdits.length > 0 && { additionalTextEdits: moreEdits.map(one => toTextEdit(document, one)) }),
    ...(filterText !== undefined && { filterText }),
    sortText,
    ...(data && { data }),
    ...(continues &&
      features.suggestCommand !== undefined && { command: { title: say`Suggest`, command: features.suggestCommand } }),
  };
}

/** A client that indents the lines of a snippet itself adds the blanks of the cursor's line to each of them. */
function dedented(document: TextDocument, edit: Edit): Edit {
  const { line } = document.positionAt(edit.start);
  const start = document.offsetAt({ line, character: 0 });
  const blanks = /^[ \t]*/.exec(document.getText().slice(start, edit.start))?.[0] ?? '';
  return blanks === '' ? edit : { ...edit, newText: edit.newText.replaceAll(`\n${blanks}`, '\n') };
}

function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.newText };
}

/** The size that stands in a picture's own bytes. */
async function imageSize(
  { others }: ViewedDocument,
  path: string,
  runtime: Runtime,
): Promise<{ width: number; height: number } | undefined> {
  const uri = others?.uriOf(path);
  const read = uri === undefined ? undefined : await runtime.readStart?.(uri, IMAGE_HEADER_BYTES);
  const { width, height } = (read && readImageHeader(read.bytes)) ?? {};
  return width !== undefined && height !== undefined ? { width, height } : undefined;
}

const PLAIN: InsertTextFormat = 1;
const SNIPPET: InsertTextFormat = 2;
const AS_IS: InsertTextMode = 1;

/** LSP's `CompletionItemKind`. */
const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: 10,
  value: 12,
  topic: 20,
  provider: 9,
  date: 12,
  url: 12,
  size: 11,
  file: 17,
  article: 18,
  rule: 21,
  'content-type': 7,
};
