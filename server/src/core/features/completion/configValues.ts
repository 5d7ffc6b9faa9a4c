import { translated } from '../../say.ts';
import type { ContentType } from '../../schema/contentType.ts';
import { shapeAt } from '../../schema/shape.ts';
import type { Place } from './place.ts';
import type { Suggestion } from './suggestion.ts';
import { valuesBeside } from './topics.ts';

/** Globs for the folders of the repository that hold articles. */
export function globSuggestions(place: Place): readonly Suggestion[] {
  const folders = new Set<string>();
  for (const folder of place.site?.folders() ?? []) {
    const top = /^(?:[^/]+\/)*?_[^/]+(?:\/[^/]+)?/.exec(folder)?.[0];
    if (top !== undefined)
      for (const one of [top, top.slice(0, Math.max(0, top.lastIndexOf('/')))])
        if (/(?:^|\/)_/.test(one)) folders.add(one);
  }
  const taken = new Set(valuesBeside(place));
  return [...folders]
    .sort()
    .map(folder => `${folder}/**`)
    .filter(glob => !taken.has(glob))
    .map(value => ({ value, kind: 'value' }));
}

/** Names of fields, for `required` and `remove` of a content type: those of the type that it changes, and its own. */
export function fieldNames(place: Place, contentTypes: readonly ContentType[]): readonly Suggestion[] {
  const { context, view } = place;
  const [root, id, list] = context.path;
  if (root !== 'contentTypes' || typeof id !== 'string' || (list !== 'required' && list !== 'remove')) return [];
  const own = view.fields.find(({ path }) => path === `contentTypes.${id}`)?.node;
  const extend = own?.kind === 'map' ? own.entries.find(({ name }) => name === 'extends')?.value : undefined;
  const base = extend?.kind === 'scalar' ? extend.text : id;
  const type = contentTypes.find(one => one.id === base);
  const added = own?.kind === 'map' ? own.entries.find(({ name }) => name === 'fields')?.value : undefined;
  const names = [
    ...(type?.shape.order ?? []),
    ...(list === 'required' && added?.kind === 'map' ? added.entries.map(({ name }) => name) : []),
  ];
  const taken = new Set(valuesBeside(place));
  return [...new Set(names)]
    .filter(name => !taken.has(name))
    .map(value => {
      const description = type && shapeAt(type.shape, value)?.description;
      return { value, kind: 'value', detail: description && translated(description) };
    });
}
