import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import type { CardHost, ImageInfo } from '../../core/features/cards/cardHost.ts';
import { hoverAt, pictureAt } from '../../core/features/hover/hover.ts';
import { plainText } from '../../core/features/markdown.ts';
import { IMAGE_HEADER_BYTES, readImageHeader } from '../../core/format/imageHeader.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import type { Runtime } from '../server.ts';
import { articleIn } from './article.ts';

export interface HoverSources {
  readonly client: Pick<ClientFeatures, 'hoverMarkdown' | 'pictureWidth'>;
  readonly runtime: Pick<Runtime, 'readStart' | 'utcOffset'>;
  /** Whether pictures of other sites may be shown. */
  readonly remoteImages: boolean;
}

/** What there is to say of a place. `null`: nothing. */
export async function hover(
  document: CheckedDocument,
  { position }: HoverParams,
  sources: HoverSources,
): Promise<Hover | null> {
  const checked = articleIn(document);
  if (!checked) return null;
  const offset = document.document.offsetAt(position);
  const picture = pictureAt(checked.view, offset);
  const info = picture === undefined ? undefined : await imageInfo(document, picture, sources);
  const found = hoverAt(
    checked,
    offset,
    cardHost(document, sources, path => (path === picture ? info : undefined)),
  );
  if (!found) return null;
  const { hoverMarkdown } = sources.client;
  const value = hoverMarkdown ? found.markdown : plainText(found.markdown);
  return {
    contents: { kind: hoverMarkdown ? 'markdown' : 'plaintext', value },
    range: toRange(document.document, found),
  };
}

/** Where cards of a document are shown. */
export function cardHost(
  { others }: Pick<CheckedDocument, 'others'>,
  { client, runtime, remoteImages }: HoverSources,
  info: CardHost['imageInfo'] = () => undefined,
): CardHost {
  return {
    fileUri: path => others?.uriOf(path),
    imageInfo: info,
    remoteImages,
    utcOffset: epochMs => runtime.utcOffset?.(epochMs),
    pictureWidth: client.pictureWidth,
  };
}

/** `undefined`: the file is gone, or stands where only the client can read. */
export async function imageInfo(
  { others }: Pick<CheckedDocument, 'others'>,
  path: string,
  { runtime }: { readonly runtime: Pick<Runtime, 'readStart'> },
): Promise<ImageInfo | undefined> {
  const uri = others?.uriOf(path);
  const read = uri === undefined ? undefined : await runtime.readStart?.(uri, IMAGE_HEADER_BYTES);
  if (!read) return undefined;
  const { type, width, height } = readImageHeader(read.bytes) ?? {};
  return { type, width, height, bytes: read.size };
}
