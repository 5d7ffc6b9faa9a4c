import { nodeAt, toValue } from '../../article/nodes.ts';
import type { ArticleView } from '../../check/articleView.ts';
import { insertField, replaceValue } from '../../edits/edits.ts';
import { say } from '../../say.ts';
import type { Refactoring } from './refactoring.ts';

/** Shows or hides the article: `published`, where its content type has that. What the source has removed stays hidden. */
export function togglePublished({ article, root }: ArticleView): Refactoring | undefined {
  if (root?.shape.fields.get('published')?.shape.kind !== 'boolean') return undefined;
  const removed = nodeAt(root.node, 'removed');
  const node = nodeAt(root.node, 'published');
  const { order, sections } = root.shape;
  const shown = isShown({ root });
  if (shown === undefined || (!shown && removed && toValue(removed) === true)) return undefined;
  const edit =
    node?.kind === 'scalar'
      ? replaceValue(article, node, !shown)
      : insertField(article, root.node, 'published', false, { order, sections });
  return (
    edit && {
      id: 'toggle-published',
      title: shown ? say`Hide this article` : say`Publish this article`,
      edits: [edit],
    }
  );
}

/** What `published` says; a site shows what says nothing. `undefined` when it says neither. */
export function isShown({ root }: Pick<ArticleView, 'root'>): boolean | undefined {
  const node = nodeAt(root?.node, 'published');
  const shown = node ? toValue(node) : true;
  return typeof shown === 'boolean' ? shown : undefined;
}
