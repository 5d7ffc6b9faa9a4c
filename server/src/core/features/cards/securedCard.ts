import { readSecured, type SecuredDefect } from '../../format/secured.ts';
import { say } from '../../say.ts';
import { countOf } from '../countOf.ts';

/** What may be said of the publisher's ciphertext, as Markdown: how long it is and whether its form is right; nothing of what it holds. */
export function securedCard(text: string): string {
  const reading = readSecured(text);
  const form =
    reading.kind === 'valid'
      ? say`Well-formed: ${countOf(reading.bytes, 'byte')} of ciphertext and a vector of 16 bytes.`
      : say`Not well-formed: ${defectOf(reading.kind)}.`;
  const what = say`The publisher’s ciphertext, ${countOf(text.length, 'character')}. It is opaque: only the publisher’s key can read or make it.`;
  return `${what}\n\n${form}`;
}

function defectOf(kind: SecuredDefect): string {
  switch (kind) {
    case 'empty':
      return say`it is empty`;
    case 'blank':
      return say`there are blanks in it`;
    case 'parts':
      return say`it is not two parts joined by one \`;\``;
    case 'base64':
      return say`a part of it is no base64`;
    case 'cipher-length':
      return say`its ciphertext is no whole number of 16-byte blocks`;
    case 'iv-length':
      return say`its vector has not 16 bytes`;
  }
}
