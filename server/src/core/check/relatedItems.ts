import { type MapNode, nodeAt, type ScalarNode, textAt } from '../article/nodes.ts';
import { normalizeUrl } from '../format/url.ts';
import type { ListField } from './articleView.ts';
import { type Look, lookFor } from './look.ts';
import { perView } from './perView.ts';
import { Sign } from './sign.ts';
import { nothing } from './whenAny.ts';

/** An item of `related`, with what tells it from others. */
export interface RelatedItem {
  readonly list: ListField;
  readonly index: number;
  readonly node: MapNode;
  /** What a finding about the item stands on: its address, else its title. */
  readonly token: ScalarNode;
  readonly identity: readonly string[];
  /** It is the article itself: another item is not its double as well. */
  readonly isSelf: boolean;
}

/** The related items of an article in the order of the file, but those that have neither address nor title. */
export const relatedItems: Look<RelatedItem> = lookFor(
  Sign.related,
  perView(view => {
    if (view.lists('related').length === 0) return nothing;
    const own = new Set(view.root ? identityOf(view.root.node, ['originalUrl', 'webUrl']) : []);
    return view.lists('related').flatMap(list =>
      list.node.items.flatMap(({ value: node }, index): RelatedItem[] => {
        if (node.kind !== 'map' || node.aliased) return [];
        const token = scalarAt(node, 'webUrl') ?? scalarAt(node, 'title');
        if (token === undefined) return [];
        const identity = identityOf(node, ['webUrl']);
        return [{ list, index, node, token, identity, isSelf: identity.some(key => own.has(key)) }];
      }),
    );
  }),
);

/** Keys that two spellings of one item share: its addresses, and its title with its provider. */
function identityOf(map: MapNode, addresses: readonly string[]): string[] {
  const keys = addresses.flatMap(name => {
    const address = textAt(map, name)?.trim();
    return address ? [`address ${normalizeUrl(address)}`] : [];
  });
  const title = folded(textAt(map, 'title'));
  const provider = nodeAt(map, 'provider');
  const domain = folded(textAt(provider, 'domain')) ?? folded(textAt(provider, 'name'));
  if (title !== undefined && domain !== undefined) keys.push(`title ${title} ${domain}`);
  return keys;
}

function folded(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ').toLowerCase() || undefined;
}

function scalarAt(map: MapNode, name: string): ScalarNode | undefined {
  const node = nodeAt(map, name);
  return node?.kind === 'scalar' && node.text.trim() !== '' ? node : undefined;
}
