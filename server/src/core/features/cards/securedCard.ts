import { readSecured, type SecuredDefect } from '../../format/secured.ts';
import { say } from '../../say.ts';
import { countOf } from '../countOf.ts';

/** What may be said of the publisher's ciphertext, as Markdown: how long it is and whether its form is right; nothing of what it holds. */
export function securedCard(text: string): string {
  const reading = readSecured(text);
  const form =
    reading.kind === 'valid'
      ? say`Well-formed: ${countOf(reading.bytes, 'byte')} of ciphertext and a vector of 16 bytes.`
      : say`Not well-formed: ${defects[reading.kind]}.`;
  const what = say`The publisher’s ciphertext, ${countOf(text.length, 'character')}. It is opaque: only the publisher’s key can read or make it.`;
  return `${what}\n\n${form}`;
}

const defects: Readonly<Record<SecuredDefect, string>> = {
  empty: say`it is empty`,
  blank: say`there are blanks in it`,
  parts: say`it is not two parts joined by one \`;\``,
  base64: say`a part of it is no base64`,
  'cipher-length': say`its ciphertext is no whole number of 16-byte blocks`,
  'iv-length': say`its vector has not 16 bytes`,
};
