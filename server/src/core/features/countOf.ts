import { numberText, say } from '../say.ts';

export type Counted =
  | 'article'
  | 'byte'
  | 'character'
  | 'collection'
  | 'day'
  | 'error'
  | 'file'
  | 'hint'
  | 'item'
  | 'line'
  | 'other'
  | 'related item'
  | 'topic'
  | 'warning'
  | 'word';

/** `1 article`, `1,234 articles`. */
export function countOf(count: number, what: Counted): string {
  const one = count === 1;
  const number = numberText(count);
  switch (what) {
    case 'article':
      return one ? say`1 article` : say`${number} articles`;
    case 'byte':
      return one ? say`1 byte` : say`${number} bytes`;
    case 'character':
      return one ? say`1 character` : say`${number} characters`;
    case 'collection':
      return one ? say`1 collection` : say`${number} collections`;
    case 'day':
      return one ? say`1 day` : say`${number} days`;
    case 'error':
      return one ? say`1 error` : say`${number} errors`;
    case 'file':
      return one ? say`1 file` : say`${number} files`;
    case 'hint':
      return one ? say`1 hint` : say`${number} hints`;
    case 'item':
      return one ? say`1 item` : say`${number} items`;
    case 'line':
      return one ? say`1 line` : say`${number} lines`;
    case 'other':
      return one ? say`1 other` : say`${number} others`;
    case 'related item':
      return one ? say`1 related item` : say`${number} related items`;
    case 'topic':
      return one ? say`1 topic` : say`${number} topics`;
    case 'warning':
      return one ? say`1 warning` : say`${number} warnings`;
    case 'word':
      return one ? say`1 word` : say`${number} words`;
  }
}
