import { kindOf } from './marks.ts';
import type { NamedFiles } from './namedFiles.ts';
import { itemStem } from './paths.ts';
import type { Cell, Postings } from './postings.ts';
import type { SitePictures } from './sitePictures.ts';
import type { SiteProviders } from './siteProviders.ts';
import type { SiteTopics } from './siteTopics.ts';
import { titleHash } from './titleKey.ts';

/** The inverted lists of an index. */
export interface SiteLists {
  readonly urls: Postings<string>;
  readonly relatedUrls: Postings<string>;
  readonly titles: Postings<number>;
  readonly images: Postings<string>;
  readonly items: NamedFiles;
  readonly days: Postings<number>;
  readonly topics: SiteTopics;
  readonly providers: SiteProviders;
  readonly pictures: SitePictures;
}

/**
 * Puts a new article into all lists, in one pass over its marks: what `articleKeys.ts` says, without lists of its own, and without
 * asking whom it affects.
 */
export function fillLists(lists: SiteLists, cell: Cell): void {
  const { path, registry, date, marks, values } = cell.summary;
  let hasTitle = false;
  let provider = '';
  for (let i = 0; i < marks.length; i++) {
    const value = values[i] ?? '';
    const kind = kindOf(marks[i] ?? 0);
    if (kind === 'provider') provider = value;
    if (value === '') continue;
    switch (kind) {
      case 'title': {
        const hash = hasTitle ? undefined : titleHash(value);
        if (hash !== undefined) lists.titles.addOnce(hash, cell);
        hasTitle = true;
        break;
      }
      case 'originalUrl':
      case 'webUrl':
      case 'ampWebUrl':
      case 'cdnAmpWebUrl':
        lists.urls.addOnce(value, cell);
        break;
      case 'related':
        lists.relatedUrls.addOnce(value, cell);
        break;
      case 'topic':
      case 'parent':
        lists.topics.fill(cell, value);
        break;
      case 'domain':
        lists.providers.fill(cell, value, provider);
        break;
      case 'item':
        lists.items.fill(cell, itemStem(path, value));
        break;
      case 'image':
        lists.images.addOnce(value, cell);
        lists.pictures.fill(cell, value);
        break;
      case 'picture':
        lists.pictures.fill(cell, value);
        break;
    }
  }
  if (date !== undefined) lists.days.addOnce(Math.floor(date / 86_400_000), cell);
  if (registry === 'topic') lists.topics.fillEntry(cell);
  if (registry === 'organization') lists.providers.fillEntry(cell);
}
