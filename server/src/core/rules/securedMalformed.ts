import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { readSecured, type SecuredDefect } from '../format/secured.ts';
import { defineRule } from './rule.ts';

export const securedMalformed = defineRule({
  id: 'secured-malformed',
  severity: 'error',
  summary: 'Ciphertext that is cut off or changed.',
  why: '`secured` was made by the publisher’s key. When one character of it is lost, nobody can read it any more, and nobody can make it anew here.',
  repair:
    'Take the value from an older version of the file or from the publisher. No tool may repair it, so there is no quick fix.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'secured: "AAECAwQFBgcICQoLDA0ODw==;AAECAwQFBgcICQoLDA0ODw=="' },
      { text: 'secured: AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;AAECAwQFBgcICQoLDA0ODw==' },
    ],
    invalid: [
      { text: 'secured: <|"AAECAwQFBgcICQoLDA0ODw=="|>' },
      { text: 'secured: <|"AAECAwQFBgcICQoLDA0O;AAECAwQFBgcICQoLDA0ODw=="|>' },
      { text: 'secured: <|"AAECAwQFBgcICQoLDA0ODw==;AAECAwQFBgcICQoLDA0O"|>' },
      { text: 'secured: <|"AAECAwQF…gcICQoLDA0ODw==;AAECAwQFBgcICQoLDA0ODw=="|>' },
    ],
  },
  check: whenAny(fieldsLook<TextField>(Sign.oddSecured), function* (fields) {
    for (const { node } of fields) {
      if (node.aliased || node.value === null || node.text.trim() === '') continue;
      const { kind } = readSecured(node.text);
      if (kind === 'valid' || kind === 'empty') continue;
      yield { start: node.start, end: node.end, message: `The value of “secured” is damaged: ${REASONS[kind]}.` };
    }
  }),
});

const REASONS: Readonly<Record<Exclude<SecuredDefect, 'empty'>, string>> = {
  blank: 'a blank or line break stands in it',
  parts: 'it does not consist of two parts with one semicolon between them',
  base64: 'it holds characters or an ending that base64 does not have',
  'cipher-length': 'its first part is not a whole number of 16-byte blocks',
  'iv-length': 'its last part is not 16 bytes long',
};
