import { isBlank, type ProseDefect, proseDefects } from '../format/prose.ts';
import type { ArticleView, TextField } from './articleView.ts';
import { perView } from './perView.ts';
import { isBlock, isOneLine } from './readableTexts.ts';
import { suspects } from './suspects.ts';

/** A text that readers see, with what is off in it, in the order of the text. */
export interface UncleanText {
  readonly field: TextField;
  readonly defects: readonly ProseDefect[];
}

/** The texts that readers see and that have defects, in the order of the file, but those of mere blanks. */
export const uncleanTexts: (view: ArticleView) => readonly UncleanText[] = perView(view =>
  suspects(view)
    .unclean.filter(({ node }) => !isBlank(node.text))
    .map(field => ({
      field,
      defects: proseDefects(field.node.text, { multiline: !isOneLine(field), block: isBlock(field) }),
    }))
    .filter(({ defects }) => defects.length > 0),
);
