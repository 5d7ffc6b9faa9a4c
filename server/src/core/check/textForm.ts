import type { TextField } from './articleView.ts';

/** True for a text of one line by its nature, such as a headline or a name. */
export function isOneLine({ shape }: TextField): boolean {
  return shape.role !== 'prose';
}

/** True for a text in YAML's block style, where line breaks and indentation follow from the layout of the file. */
export function isBlock({ node }: TextField): boolean {
  return node.style === 'literal' || node.style === 'folded';
}
