import type { Location, Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/text.ts';
import { toRange } from '../convert.ts';
import type { OtherFiles } from '../sites/otherFiles.ts';

/** A place in a file of a project. */
export interface FilePlace extends Span {
  readonly path: string;
}

/**
 * Places as an editor takes them, in their order. Files that are not open are read for their lines, some at a time.
 *
 * @param own the document that `ownPath` names: it need not be read
 */
export async function toLocations(
  places: readonly FilePlace[],
  others: OtherFiles,
  own?: { readonly path: string; readonly document: TextDocument },
): Promise<Location[]> {
  const locations: Location[] = [];
  for (let at = 0; at < places.length; at += AT_A_TIME) {
    const part = places.slice(at, at + AT_A_TIME);
    // A file that has no text, such as a picture, has one place: its start.
    await others.prepare(part.flatMap(place => (place.path === own?.path || place.end === 0 ? [] : [place.path])));
    for (const place of part) {
      const document = place.path === own?.path ? own.document : others.get(place.path);
      const uri = place.path === own?.path ? own.document.uri : others.uriOf(place.path);
      locations.push({ uri, range: document ? toRange(document, unquoted(document, place)) : fileStart });
    }
  }
  return locations;
}

/** Fewer than the files that are kept once read. */
const AT_A_TIME = 200;

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The index knows tokens with their quotes. */
function unquoted(document: TextDocument, { start, end }: Span): Span {
  const text = document.getText();
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && text.charAt(end - 1) === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
