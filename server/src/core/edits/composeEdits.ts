import { byPosition, type Edit } from '../text.ts';

/** A stretch of a text that was edited: kept from the original, or new in place of some of it. */
interface Piece {
  /** Where it stood in the original text; empty for an insertion. */
  readonly start: number;
  readonly end: number;
  /** `undefined`: kept as it was. */
  readonly newText: string | undefined;
}

/**
 * The edits of `first`, made on a text of `length` UTF-16 units, and of `second`, made on its result, as edits of the
 * original text. Neither list may hold edits that overlap. What `second` keeps of `first` stays as small as it was.
 */
export function composeEdits(length: number, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const pieces = cut(piecesOf(length, first), second);
  return merged(pieces);
}

function piecesOf(length: number, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, newText } of [...edits].sort(byPosition)) {
    if (start > at) pieces.push({ start: at, end: start, newText: undefined });
    pieces.push({ start, end, newText });
    at = end;
  }
  if (length > at) pieces.push({ start: at, end: length, newText: undefined });
  return pieces;
}

/** Replaces stretches of the edited text, walking over its pieces once. */
function cut(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  /** Takes pieces up to an offset of the edited text; those taken away keep their place in the original. */
  const take = (until: number, keep: boolean): void => {
    while (at < until) {
      const piece = rest.pop();
      if (!piece) return;
      const size = sizeOf(piece);
      const [head, tail] = at + size > until ? split(piece, until - at) : [piece, undefined];
      if (tail) rest.push(tail);
      at += sizeOf(head);
      if (keep) result.push(head);
      else if (head.end > head.start) result.push({ start: head.start, end: head.end, newText: '' });
    }
  };
  for (const { start, end, newText } of [...edits].sort(byPosition)) {
    take(start, true);
    const place = rest.at(-1)?.start ?? pieces.at(-1)?.end ?? 0;
    result.push({ start: place, end: place, newText });
    take(end, false);
  }
  return [...result, ...rest.reverse()];
}

function sizeOf(piece: Piece): number {
  return piece.newText === undefined ? piece.end - piece.start : piece.newText.length;
}

/** New text has no place inside the original: its first part stands for all that it replaced. */
function split(piece: Piece, size: number): [Piece, Piece] {
  if (piece.newText === undefined) {
    const middle = piece.start + size;
    return [
      { ...piece, end: middle },
      { ...piece, start: middle },
    ];
  }
  return [
    { ...piece, newText: piece.newText.slice(0, size) },
    { start: piece.end, end: piece.end, newText: piece.newText.slice(size) },
  ];
}

/** Joins changed pieces that touch into one edit each. */
function merged(pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let open: { start: number; end: number; newText: string } | undefined;
  for (const { start, end, newText } of pieces) {
    if (newText === undefined) open = undefined;
    else if (open) {
      open.end = Math.max(open.end, end);
      open.newText += newText;
    } else {
      open = { start, end, newText };
      edits.push(open);
    }
  }
  return edits.filter(edit => edit.end > edit.start || edit.newText !== '');
}
