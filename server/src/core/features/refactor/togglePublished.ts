import { insertField, replaceValue } from '../../article/edits.ts';
import { nodeAt, toValue } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import type { Refactoring } from './refactoring.ts';

/** Shows or hides the article: `published`, where its content type has that. What the source has removed stays hidden. */
export function togglePublished({ article, root }: ArticleView): Refactoring | undefined {
  if (root?.shape.fields.get('published')?.shape.kind !== 'boolean') return undefined;
  const removed = nodeAt(root.node, 'removed');
  const node = nodeAt(root.node, 'published');
  const { order, sections } = root.shape;
  const isShown = node ? toValue(node) : true;
  if (typeof isShown !== 'boolean' || (!isShown && removed && toValue(removed) === true)) return undefined;
  const edit =
    node?.kind === 'scalar'
      ? replaceValue(article, node, !isShown)
      : insertField(article, root.node, 'published', false, { order, sections });
  return (
    edit && { id: 'toggle-published', title: isShown ? 'Hide this article' : 'Publish this article', edits: [edit] }
  );
}
