import type { TextField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { Sign } from '../check/sign.ts';
import { whenAny } from '../check/whenAny.ts';
import { readSecured, type SecuredDefect } from '../format/secured.ts';
import { say } from '../say.ts';
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
      yield { start: node.start, end: node.end, message: say`The value of “secured” is damaged: ${reasonOf(kind)}.` };
    }
  }),
});

function reasonOf(kind: Exclude<SecuredDefect, 'empty'>): string {
  switch (kind) {
    case 'blank':
      return say`a blank or line break stands in it`;
    case 'parts':
      return say`it does not consist of two parts with one semicolon between them`;
    case 'base64':
      return say`it holds characters or an ending that base64 does not have`;
    case 'cipher-length':
      return say`its first part is not a whole number of 16-byte blocks`;
    case 'iv-length':
      return say`its last part is not 16 bytes long`;
  }
}
