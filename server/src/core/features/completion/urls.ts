import { textAt } from '../../article/nodes.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../../format/amp.ts';
import { say } from '../../say.ts';
import { ampUrlsOf } from './ampPatterns.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';

/** The addresses that a field may hold by what its mapping says already. */
export function urlSuggestions({
  name,
  map,
  site,
  view,
}: Pick<Place, 'name' | 'map' | 'site' | 'view'>): readonly Suggestion[] {
  const at = (field: string) => {
    const text = field === name ? undefined : textAt(map, field)?.trim();
    return text === '' ? undefined : text;
  };
  const found: Suggestion[] = [];
  const add = (value: string | undefined, detail: string) => {
    if (value !== undefined && !found.some(one => one.value === value)) found.push({ value, detail, kind: 'url' });
  };
  switch (name) {
    case 'originalUrl':
      add(at('webUrl'), say`as webUrl`);
      break;
    case 'webUrl':
      add(at('originalUrl'), say`as originalUrl`);
      break;
    case 'ampWebUrl': {
      const cdn = at('cdnAmpWebUrl');
      add(cdn === undefined ? undefined : ampUrlOfCdn(cdn), say`from cdnAmpWebUrl`);
      const web = at('webUrl') ?? at('originalUrl');
      for (const url of web === undefined ? [] : ampUrlsOf(web, site, view)) add(url, say`as other pages of the host`);
      break;
    }
    case 'cdnAmpWebUrl': {
      const amp = at('ampWebUrl');
      add(amp === undefined ? undefined : cdnAmpUrl(amp), say`from ampWebUrl`);
      break;
    }
  }
  return found;
}
