import { nodeAt, type ScalarNode, textAt } from '../article/nodes.ts';
import { type ArticleView, isMapField, type MapField } from '../check/articleView.ts';
import type { Span } from '../text.ts';
import { registryOf } from './entity.ts';
import { isOn } from './treePath.ts';

/**
 * The places that change together while somebody types: the domain of a publisher, in its block or registry entry, with its `_id` and the
 * names of its logos, which hold it. `undefined` where nothing of that kind stands, or nothing goes with it.
 */
export function linkedEditingAt(view: ArticleView, offset: number): readonly Span[] | undefined {
  const provider = providerAt(view, offset);
  const domain = provider && textAt(provider.node, 'domain');
  if (!provider || !domain || !/^[\w-]+(?:\.[\w-]+)+$/.test(domain)) return undefined;
  const spans = scalarsOf(view, provider).flatMap(node => domainIn(view.article.text, node, domain));
  return spans.length > 1 && spans.some(span => isOn(span, offset)) ? spans : undefined;
}

function providerAt(view: ArticleView, offset: number): MapField | undefined {
  if (registryOf(view) === 'organization') return view.root;
  return view.fields
    .filter(isMapField)
    .find(({ shape, node }) => shape.role === 'provider' && !node.aliased && isOn(node, offset));
}

function scalarsOf(view: ArticleView, { node }: MapField): readonly ScalarNode[] {
  const images = nodeAt(node, 'images');
  const urls = images?.kind === 'list' ? images.items.map(({ value }) => nodeAt(value, 'url')) : [];
  return [nodeAt(node, '_id'), nodeAt(node, 'domain'), ...urls].filter(
    (one): one is ScalarNode => one?.kind === 'scalar' && !one.aliased && !isKeptOf(view, one),
  );
}

/** A picture of another site has its own name. */
function isKeptOf({ site }: ArticleView, { text }: ScalarNode): boolean {
  return /^https?:/i.test(text) && site?.localPath(text) === undefined;
}

/** The domain as a whole name: `/a.example-50x50.png` holds it, `/www.a.example/x` does not. */
function domainIn(text: string, { start, end }: ScalarNode, domain: string): readonly Span[] {
  const source = text.slice(start, end);
  const at = source.indexOf(domain);
  if (at < 0 || source.indexOf(domain, at + 1) >= 0) return [];
  if (/[\w.-]$/.test(source.slice(0, at)) || /^(?:[\w]|\.[\w-]*\.)/.test(source.slice(at + domain.length))) return [];
  return [{ start: start + at, end: start + at + domain.length }];
}
