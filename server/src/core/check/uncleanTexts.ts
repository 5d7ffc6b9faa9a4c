import { isBlank, type ProseDefect, type ProseDefectKind, proseDefects } from '../format/prose.ts';
import type { TextField } from './articleView.ts';
import { fieldsWith } from './firstLook.ts';
import { type Look, lookFor } from './look.ts';
import { perView } from './perView.ts';
import { Sign } from './sign.ts';
import { isBlock, isOneLine } from './textForm.ts';

/** A text that readers see, with what is off in it, in the order of the text. */
export interface UncleanText {
  readonly field: TextField;
  readonly defects: readonly ProseDefect[];
}

/** The texts that readers see and that have defects of some of these kinds, in the order of the file, but those of mere blanks. */
export function uncleanTexts(...kinds: readonly ProseDefectKind[]): Look<UncleanText> {
  return lookFor(Sign.unclean, view =>
    all(view).filter(({ defects }) => defects.some(({ kind }) => kinds.includes(kind))),
  );
}

const all = perView(view =>
  (fieldsWith(view, Sign.unclean) as readonly TextField[])
    .filter(({ node }) => !isBlank(node.text))
    .map(
      (field): UncleanText => ({
        field,
        defects: proseDefects(field.node.text, { multiline: !isOneLine(field), block: isBlock(field) }),
      }),
    ),
);
