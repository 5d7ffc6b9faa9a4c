import { readSecured, type SecuredDefect } from '../../format/secured.ts';
import { countOf } from '../markdown.ts';

/** What may be said of the publisher's ciphertext, as Markdown: how long it is and whether its form is right; nothing of what it holds. */
export function securedCard(text: string): string {
  const reading = readSecured(text);
  const form =
    reading.kind === 'valid'
      ? `Well-formed: ${countOf(reading.bytes, 'byte')} of ciphertext and a vector of 16 bytes.`
      : `Not well-formed: ${defects[reading.kind]}.`;
  return `The publisher’s ciphertext, ${countOf(text.length, 'character')}. It is opaque: only the publisher’s key can read or make it.\n\n${form}`;
}

const defects: Readonly<Record<SecuredDefect, string>> = {
  empty: 'it is empty',
  blank: 'there are blanks in it',
  parts: 'it is not two parts joined by one `;`',
  base64: 'a part of it is no base64',
  'cipher-length': 'its ciphertext is no whole number of 16-byte blocks',
  'iv-length': 'its vector has not 16 bytes',
};
