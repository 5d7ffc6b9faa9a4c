import type { ImageType } from '../../format/imageHeader.ts';

/** What a card needs from where it is shown. */
export interface CardHost {
  /** The URI of a file of the repository, by its path in the project: for links and pictures. `undefined`: cards have none. */
  fileUri(path: string): string | undefined;
  /** What is known of a picture of the repository. `undefined`: nothing. */
  imageInfo(path: string): ImageInfo | undefined;
  /** Whether pictures of other sites may be shown: then the editor loads them. */
  readonly remoteImages: boolean;
  /** How many minutes the reader's clock is ahead of UTC at a moment. `undefined`: not known, so no local time is shown. */
  utcOffset(epochMs: number): number | undefined;
  /** In pixels, where Markdown takes a width as in VS Code. `undefined`: it does not. */
  readonly pictureWidth: number | undefined;
}

export interface ImageInfo {
  /** `undefined` when the bytes are no picture. */
  readonly type: ImageType | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Size of the file. */
  readonly bytes: number;
}

/** Shows no links to files, no pictures and no local times. */
export const plainHost: CardHost = {
  fileUri: () => undefined,
  imageInfo: () => undefined,
  remoteImages: false,
  utcOffset: () => undefined,
  pictureWidth: undefined,
};
