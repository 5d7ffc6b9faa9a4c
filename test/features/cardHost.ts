import type { CardHost } from '../../server/src/core/features/cards/cardHost.ts';

/** Shows cards as an editor does that allows everything, and knows no picture's bytes. */
export const cardHost: CardHost = {
  fileUri: path => `file:///site/${path}`,
  imageInfo: () => undefined,
  remoteImages: true,
  utcOffset: () => 60,
  pictureWidth: 320,
};
