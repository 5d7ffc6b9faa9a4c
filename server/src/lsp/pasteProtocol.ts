// The messages of pasting and dropping, for any client that can ask. Like `protocol.ts`, a file that the client imports: types and names only.
import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol';

/** Request: `PasteParams` → `PasteResult | null`; `null`: the bare text is right. Nothing is changed: the client applies the edits. */
export const paste = 'masthead/paste';

/** Request: `DropParams` → `DropResult | null`; `null`: these files mean nothing there. Nothing is changed. */
export const drop = 'masthead/drop';

export interface PasteParams {
  readonly uri: string;
  /** The document's version that the range is of. Another one: `null`. */
  readonly version: number;
  /** The selection that is replaced; empty at a cursor. */
  readonly range: Range;
  /** What the clipboard holds as text. */
  readonly text: string;
  /** The same as HTML, where a browser copied it: it tells the words of links. */
  readonly html?: string;
}

export interface PasteResult {
  /** What comes of it: items of these lists, or a text as its field writes it. */
  readonly kind: 'related' | 'images' | 'topics' | 'text';
  /** How many items; 1 for a text. */
  readonly count: number;
  /** Of the document as it is. They contain what was pasted. */
  readonly edits: readonly TextEdit[];
}

export interface DropParams {
  readonly uri: string;
  /** The document's version that the position is of. Another one: `null`. */
  readonly version: number;
  readonly position: Position;
  readonly files: readonly DroppedFile[];
}

export interface DroppedFile {
  readonly name: string;
  /** `undefined`: it lies nowhere that the editor knows of, as one that is dropped into a browser. */
  readonly uri?: string;
  /** The first bytes of a picture in base64, for a server that cannot read it itself. */
  readonly start?: string;
}

export type DropResult =
  | PasteResult
  /** One sentence for people: why they cannot be taken. */
  | { readonly refused: string };
