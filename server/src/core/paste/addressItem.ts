import { parseArticle } from '../article/articleDocument.ts';
import type { ScalarNode } from '../article/nodes.ts';
import type { ArticleView, Field } from '../check/articleView.ts';
import { composeEdits } from '../edits/composeEdits.ts';
import { within } from '../edits/editBounds.ts';
import { fillValue, type PlainValue } from '../edits/edits.ts';
import { nodeAt } from '../features/completion/place.ts';
import type { Refactoring } from '../features/refactor/refactoring.ts';
import { say } from '../say.ts';
import { applyEdits, type Edit, edit } from '../text.ts';
import { stepsOf } from './itemPlace.ts';
import { pastedAddresses } from './pastedAddresses.ts';
import { filesForAddress, itemOfAddress } from './pasteItems.ts';
import type { NeededFiles, PasteSources } from './pasteOffer.ts';

/**
 * Makes the item of an address that stands in its place: `- https://…`, as when it was pasted by an editor that knows nothing of items.
 * Empty for any other value.
 */
export function bareAddressActions(
  view: ArticleView,
  field: Field | undefined,
  sources: PasteSources,
): readonly Refactoring[] {
  const bare = field && bareAddress(field);
  const item = bare && itemOfAddress(view, bare.role, bare.item, bare.address, sources);
  const edits =
    bare && item !== undefined ? replaced(view, field.path, bare.node, bare.isItem ? item : [item]) : undefined;
  if (!edits) return [];
  const title =
    bare?.role === 'images' ? say`Make a picture of this address` : say`Make a related item of this address`;
  return [{ id: 'make-item', title, edits }];
}

/** The files that `bareAddressActions` will ask for. */
export function filesForBareAddress(view: ArticleView, field: Field | undefined): NeededFiles {
  const bare = field && bareAddress(field);
  return bare ? filesForAddress(view, bare.role, [bare.address]) : { articles: [], images: [] };
}

/** `- https://…` in a list of items, and `related: https://…`. */
function bareAddress({ node, shape, parent, index }: Field) {
  const isItem = index !== undefined;
  const list = isItem ? parent?.shape : shape;
  if (node.kind !== 'scalar' || node.aliased || list?.kind !== 'list' || list.item.kind !== 'map') return undefined;
  const { role, item } = list;
  const [address, ...others] = pastedAddresses({ text: node.text }) ?? [];
  if ((role !== 'related' && role !== 'images') || !address || others.length > 0) return undefined;
  return { role, item, node, address, isItem };
}

function replaced(
  { article }: ArticleView,
  path: string,
  node: ScalarNode,
  value: PlainValue,
): readonly Edit[] | undefined {
  const { text } = article;
  // One of the blanks before and behind it is enough.
  const start = / /.test(text.charAt(node.start - 1)) && / /.test(text.charAt(node.end)) ? node.start - 1 : node.start;
  const emptied = within(article, edit({ start, end: node.end }, ''));
  if (!emptied) return undefined;
  const between = parseArticle(article.path, applyEdits(text, [emptied]), article.kind);
  const empty = nodeAt(between.root, stepsOf(path));
  const filled = empty?.kind === 'scalar' ? fillValue(between, empty, value) : undefined;
  return filled && composeEdits(text.length, [emptied], [filled]);
}
