// Nothing of the ciphertext leaves the file: no message, no related place and no fix holds a piece of it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from '../../server/src/core/article/articleDocument.ts';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { checkText, defaultPath, testNow } from '../support/rules.ts';

const base64 = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(array => Buffer.from(array).toString('base64'));
const sealed = fc.tuple(base64(64), base64(16)).map(([cipher, vector]) => `${cipher};${vector}`);
const damages: readonly ((value: string, at: number) => string)[] = [
  (value, at) => value.slice(0, at) + value.slice(at + 1),
  (value, at) => value.slice(0, at),
  (value, at) => `${value.slice(0, at)} ${value.slice(at)}`,
  (value, at) => `${value.slice(0, at)}…${value.slice(at)}`,
  (value, at) => `${value.slice(0, at)}&amp;${value.slice(at)}`,
  value => value.replace(';', ','),
  value => `${value};`,
];

test('a damaged value is reported without a word of it, and never changed', () => {
  fc.assert(
    fc.property(sealed, fc.constantFrom(...damages), fc.integer({ min: 9, max: 80 }), (value, damage, at) => {
      const broken = damage(value, at);
      const text = `---\ntitle: Tide \nsecured: "${broken}"\n---\n`;
      const { findings } = checkText(defaultPath, text);
      const own = findings.filter(finding => finding.rule === 'secured-malformed');
      expect(own).toHaveLength(1);
      expect(text.slice(own[0]!.start, own[0]!.end)).toBe(`"${broken}"`);
      const said = findings.flatMap(({ message, related, fixes }) => [
        message,
        ...related.map(one => one.message),
        ...fixes().flatMap(fix => [fix.title, ...fix.edits.map(edit => edit.newText)]),
      ]);
      for (let i = 0; i + 8 <= broken.length; i++) {
        const piece = broken.slice(i, i + 8);
        expect(said.filter(one => one.includes(piece))).toEqual([]);
      }
      const fixed = fixArticle(parseArticle(defaultPath, text), { project: createProject(), now: testNow });
      expect(fixed.text).toContain(`\nsecured: "${broken}"\n`);
    }),
    { seed: 20260601, numRuns: 150 },
  );
});

test('a whole value is not reported', () => {
  fc.assert(
    fc.property(sealed, value => {
      const { findings } = checkText(defaultPath, `---\nsecured: "${value}"\n---\n`);
      expect(findings.filter(finding => finding.rule === 'secured-malformed')).toEqual([]);
    }),
    { seed: 20260601, numRuns: 50 },
  );
});

test('what repeats the value by an alias is read by nobody: no finding quotes it', () => {
  const cipher = 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=;ASNFZ4mrze8BI0VniavN7w==';
  const names = [
    'category',
    'title',
    'excerpt',
    'publishedDateTime',
    'webUrl',
    'ampWebUrl',
    'type',
    'quality',
    'published',
    'heat',
  ];
  for (const name of names) {
    const parts = `provider:\n  name: *it\n  domain: *it\ntopics:\n  - *it\nimages:\n  - url: *it\n    width: *it\n`;
    const text = `---\nsecured: &it "${cipher}"\n${name}: *it\n${parts}related:\n  - ${name}: *it\n    title: *it\n---\n`;
    expect(JSON.stringify(checkText(defaultPath, text).findings).toLowerCase()).not.toContain('q83vasnf');
  }
});
