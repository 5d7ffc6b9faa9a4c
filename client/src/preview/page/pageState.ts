import type { Suggestion } from '../../../../server/src/core/preview/previewModel.ts';
import type { PreviewLook, RemoteImages, ShownArticle, ToPage } from '../pageMessages.ts';

/** All that the page shows. */
export interface Shown {
  readonly article: ShownArticle | undefined;
  /** The article's front matter cannot be read now: what is shown is the last that could be. */
  readonly isStale: boolean;
  readonly broken: ShownArticle['model']['broken'];
  readonly selected: number | 'main' | undefined;
  readonly suggestions: readonly Suggestion[] | undefined;
  readonly locked: boolean;
  readonly remoteImages: RemoteImages;
  readonly look: PreviewLook;
  /** The related item that is compared. */
  readonly compared: number;
  /** What was done last, for those who hear the page. */
  readonly said: string;
  /** How often something was done: the same words twice are read out twice. */
  readonly saidCount: number;
}

export const nothingShown: Shown = {
  article: undefined,
  isStale: false,
  broken: undefined,
  selected: undefined,
  suggestions: undefined,
  locked: false,
  remoteImages: 'ask',
  look: 'cards',
  compared: 0,
  said: '',
  saidCount: 0,
};

/** What a message makes of what is shown. */
export function received(shown: Shown, message: ToPage): Shown {
  switch (message.type) {
    case 'show':
      return withArticle(shown, message.article);
    case 'none':
      return { ...shown, article: undefined, isStale: false, broken: undefined, suggestions: undefined };
    case 'select':
      return { ...shown, selected: message.card };
    case 'suggestions':
      return message.uri === shown.article?.uri ? { ...shown, suggestions: message.items } : shown;
    case 'settings':
      return { ...shown, locked: message.locked, remoteImages: message.remoteImages };
    case 'said':
      return { ...shown, said: message.text, saidCount: shown.saidCount + 1 };
  }
}

/** What cannot be read leaves the last good state of the same article. */
function withArticle(shown: Shown, article: ShownArticle): Shown {
  const { broken } = article.model;
  const isSame = shown.article?.uri === article.uri;
  if (broken && isSame && shown.article)
    return { ...shown, isStale: true, broken, article: { ...shown.article, version: article.version } };
  return {
    ...shown,
    article,
    isStale: broken !== undefined,
    broken,
    ...(!isSame && { suggestions: undefined, selected: undefined, compared: 0 }),
    compared: isSame ? Math.min(shown.compared, Math.max(0, article.model.related.length - 1)) : 0,
  };
}
