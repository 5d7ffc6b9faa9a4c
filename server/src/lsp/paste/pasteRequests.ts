import type { ImageInfo } from '../../core/features/cards/cardHost.ts';
import { readImageHeader } from '../../core/format/imageHeader.ts';
import { dropFiles, filesForDrop } from '../../core/paste/dropFiles.ts';
import { filesForPaste, type PasteOffer, pasteAt } from '../../core/paste/pasteAt.ts';
import { toRange, toSpan } from '../convert.ts';
import type { OpenDocuments, ViewedDocument } from '../documents.ts';
import type { TextOf } from '../features/articleFiles.ts';
import type { MakeRequest } from '../features/makeRequest.ts';
import { filesOf } from '../features/refactorings.ts';
import type { Answer } from '../guard.ts';
import {
  type DropParams,
  type DroppedFile,
  type DropResult,
  drop,
  type PasteParams,
  type PasteResult,
  paste,
} from '../pasteProtocol.ts';
import type { Projects } from '../projects.ts';
import type { Runtime } from '../server.ts';
import { pathWithin } from '../uris.ts';

export interface PasteRequestSources {
  readonly documents: OpenDocuments;
  readonly projects: Projects;
  readonly runtime: Pick<Runtime, 'readStart'>;
  readonly textOf: TextOf;
}

/** What becomes of what is pasted and dropped, by method. */
export function pasteRequests(request: MakeRequest, sources: PasteRequestSources): Readonly<Record<string, Answer>> {
  const { projects } = sources;
  return {
    ...request<PasteParams, PasteResult | null>(paste, null, async ({ uri, version, range, text, html }) => {
      const viewed = await viewAt(uri, version, sources);
      if (!viewed) return null;
      const pasted = { text, html };
      const span = toSpan(viewed.document, range);
      const files = await filesOf(viewed, filesForPaste(viewed.view, span, pasted), sources);
      const now = await viewAt(uri, version, sources); // reading takes time in which it may change
      return toResult(now, now && pasteAt(now.view, span, pasted, files));
    }),
    ...request<DropParams, DropResult | null>(drop, null, async ({ uri, version, position, files }) => {
      const viewed = await viewAt(uri, version, sources);
      if (!viewed) return null;
      const { root } = await projects.placeOf(uri);
      const offset = viewed.document.offsetAt(position);
      const dropped = files.map(file => ({ name: file.name, path: pathOf(root, file) }));
      const { readArticle, imageInfo } = await filesOf(viewed, filesForDrop(viewed.view, offset, dropped), sources);
      const given = new Map(files.map((file, i) => [dropped[i]?.path, infoOf(file)]));
      const now = await viewAt(uri, version, sources);
      const result =
        now &&
        dropFiles(now.view, offset, dropped, { readArticle, imageInfo: path => imageInfo(path) ?? given.get(path) });
      return result && 'refused' in result ? result : toResult(now, result);
    }),
  };
}

/** `undefined`: it is not open, not at this version any more, or none of our files. */
async function viewAt(
  uri: string,
  version: number,
  { documents }: PasteRequestSources,
): Promise<ViewedDocument | undefined> {
  const viewed = await documents.view(uri);
  const isOurs = viewed?.document.version === version && !viewed.options.project.ignores(viewed.view.article.path);
  return isOurs ? viewed : undefined;
}

function toResult(viewed: ViewedDocument | undefined, offer: PasteOffer | undefined): PasteResult | null {
  if (!viewed || !offer) return null;
  const { kind, count, edits } = offer;
  const { document } = viewed;
  return { kind, count, edits: edits.map(one => ({ range: toRange(document, one), newText: one.newText })) };
}

function pathOf(root: string, { uri }: DroppedFile): string | undefined {
  return uri === undefined ? undefined : pathWithin(root, uri);
}

/** What the client read of a picture. */
function infoOf({ start }: DroppedFile): ImageInfo | undefined {
  if (start === undefined) return undefined;
  const bytes = Uint8Array.from(atob(start), character => character.charCodeAt(0));
  const { type, width, height } = readImageHeader(bytes) ?? {};
  return { type, width, height, bytes: bytes.length };
}
