import type { TextRole } from '../schema/shape.ts';
import type { ArticleView, TextField } from './articleView.ts';
import { isTextField } from './articleView.ts';

/** The roles of texts that readers see as they stand: no addresses, dates, code or ciphertext. */
const READABLE: ReadonlySet<TextRole> = new Set(['title', 'prose', 'name', 'keyword', 'topic', 'item-path']);

/**
 * The texts that readers see, in the order of the file. A value at an alias repeats another one, which is reported where
 * it stands, and a number or boolean is another rule's business.
 */
export function readableTexts({ fields }: ArticleView): readonly TextField[] {
  return fields.filter(isTextField).filter(isReadable);
}

/** True for a text that readers see. */
export function isReadable({ node, shape }: TextField): boolean {
  return shape.role !== undefined && READABLE.has(shape.role) && typeof node.value === 'string' && !node.aliased;
}

/** True for a text of one line by its nature, such as a headline or a name. */
export function isOneLine({ shape }: TextField): boolean {
  return shape.role !== 'prose';
}

/** True for a text in YAML's block style, where line breaks and indentation follow from the layout of the file. */
export function isBlock({ node }: TextField): boolean {
  return node.style === 'literal' || node.style === 'folded';
}
