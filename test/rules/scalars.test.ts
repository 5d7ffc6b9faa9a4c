// Numbers, booleans and texts: one finding for each value, by the rule whose business it is, whatever stands there.
import { describe, expect, test } from 'vitest';
import { fixArticle } from '../../server/src/core/check/fixes.ts';
import { createProject } from '../../server/src/core/config/project.ts';
import { applyEdits } from '../../server/src/core/text.ts';
import { checkText, testNow } from '../support/rules.ts';

const project = createProject();

/** What a value is found to be: `rule`, then the token that the first fix leaves, with `?` when it wants a look. */
function verdict(path: string, before: string, value: string, after = ''): string {
  const text = `---\n${before}${value}${after}\n---\n`;
  const checked = checkText(path, text);
  const start = 4 + before.length;
  const found = checked.findings.filter(({ start: at, end }) => at < start + value.length && end > start);
  const said = found.map(finding => {
    const [fix] = finding.fixes();
    if (!fix) return finding.rule;
    const fixed = applyEdits(text, fix.edits);
    const token = fixed.slice(start, fixed.length - after.length - 5);
    if (fix.safe) {
      const all = fixArticle(checked.view.article, { project, now: testNow }, finding.rule).text;
      expect(all, 'fix-all does what the fix does').toBe(fixed);
    }
    return `${finding.rule} → ${token}${fix.safe ? '' : '?'}`;
  });
  return said.join(', ') || 'fine';
}

const news = '_news/2026-05-12-harbour-opens-again.md';
const course = '_learning/courses/tides.md';

describe('whole numbers', () => {
  test.each([
    ['59', 'fine'],
    ['0', 'fine'],
    ['1000', 'fine'],
    ['59 # so far', 'fine'],
    ['-1', 'number-range'],
    ['1001', 'number-range'],
    ['"59"', 'number-quoted → 59'],
    ["' 59 '", 'number-quoted → 59'],
    ['"1_000"', 'number-quoted → 1000'],
    ['"59px"', 'number-unit → 59'],
    ['59px', 'number-unit → 59'],
    ['59 px', 'number-unit → 59'],
    ['59%', 'number-unit → 59'],
    ['59 points', 'number-unit → 59'],
    ['~59', 'number-unit → 59'],
    ['about 59', 'number-unit → 59'],
    ['59 quality', 'number-unit → 59'],
    ['59 hm', 'number-unit → 59?'],
    ['59/1000', 'number-unit → 59'],
    ['59/100', 'number-unit → 59?'],
    ['5.9k', 'number-unit → 5900?'],
    ['59.5px', 'wrong-type'],
    ['59px 60px', 'wrong-type'],
    ['59.0', 'wrong-type → 59'],
    ['59.', 'number-yaml11 → 59'],
    ['1.000', 'wrong-type → 1?'],
    ['59.5', 'wrong-type'],
    ['"59.5"', 'wrong-type'],
    ['59,', 'wrong-type → 59'],
    ['5,9', 'wrong-type'],
    ['1 000', 'wrong-type → 1000'],
    ['1\u00a0000', 'wrong-type → 1000'],
    ["1'000", 'wrong-type → 1000'],
    ['５９', 'wrong-type → 59'],
    ['1,000', 'number-yaml11 → 1000'],
    ['1_000', 'number-yaml11 → 1000'],
    ['1_0', 'number-yaml11 → 10'],
    ['+59', 'number-yaml11 → 59'],
    ['-0', 'fine'],
    ['00', 'number-yaml11 → 0'],
    ['05', 'number-yaml11 → 5'],
    ['08', 'number-yaml11 → 8'],
    ['012', 'number-yaml11 → 12?'],
    ['0o14', 'number-yaml11 → 12'],
    ['0x1F', 'number-yaml11 → 31'],
    ['0b101', 'number-yaml11 → 5'],
    ['1e2', 'number-yaml11 → 100'],
    ['1e-2', 'wrong-type'],
    ['.5', 'wrong-type'],
    ['12:30', 'number-yaml11'],
    ['190:20:30', 'number-yaml11'],
    ['.inf', 'wrong-type'],
    ['.nan', 'wrong-type'],
    ['true', 'wrong-type'],
    ['high', 'wrong-type'],
    ['fifty-nine', 'wrong-type'],
    ['2026-05-12', 'wrong-type'],
    ['[59]', 'wrong-type → 59?'],
    ['[]', 'wrong-type'],
    ['{ a: 59 }', 'wrong-type'],
    ['~', 'empty-value → ?'],
    ['""', 'empty-value → ?'],
    ['"  "', 'empty-value → ?'],
  ])('quality: %s', (value, expected) => {
    expect(verdict(news, 'type: article\nquality: ', value)).toBe(expected);
  });

  test('a minus sign of typography', () => {
    expect(verdict(news, 'heat: ', '\u22121')).toBe('wrong-type → -1');
    expect(verdict(news, 'heat: ', '- 1', '')).not.toBe('fine');
  });
});

describe('numbers with a fraction', () => {
  test.each([
    ['4.8', 'fine'],
    ['4', 'fine'],
    ['4.8235292', 'fine'],
    ['4.8235292px', 'number-unit → 4.8235292'],
    ['"4.8"', 'number-quoted → 4.8'],
    ['4.8/5', 'number-unit → 4.8'],
    ['4.8 out of 5', 'number-unit → 4.8'],
    ['4.8/10', 'number-unit → 4.8?'],
    ['4,8', 'number-yaml11 → 4.8'],
    ['.5', 'number-yaml11 → 0.5'],
    ['5.', 'number-yaml11 → 5'],
    ['48', 'number-range'],
    ['-0.5', 'number-range'],
    ['1,000', 'number-yaml11 → 1000?'],
  ])('average: %s', (value, expected) => {
    expect(verdict(course, 'ratings:\n  count: 54\n  average: ', value)).toBe(expected);
  });
});

describe('booleans', () => {
  test.each([
    ['true', 'fine'],
    ['False', 'fine'],
    ['TRUE', 'fine'],
    ['"true"', 'boolean-quoted → true'],
    ["'False'", 'boolean-quoted → false'],
    ['" no "', 'boolean-quoted → false'],
    ['yes', 'boolean-yaml11 → true'],
    ['NO', 'boolean-yaml11 → false'],
    ['On', 'boolean-yaml11 → true'],
    ['off # for now', 'boolean-yaml11 → false # for now'],
    ['y', 'wrong-type → true'],
    ['N', 'wrong-type → false'],
    ['1', 'wrong-type → true'],
    ['0', 'wrong-type → false'],
    ['ture', 'wrong-type → true'],
    ['"flase"', 'wrong-type → false'],
    ['tru', 'wrong-type → true'],
    ['yess', 'wrong-type → true'],
    ['2', 'wrong-type'],
    ['maybe', 'wrong-type'],
    ['[true]', 'wrong-type → true?'],
    ['{}', 'wrong-type'],
  ])('published: %s', (value, expected) => {
    expect(verdict(news, 'published: ', value)).toBe(expected);
  });
});

describe('texts', () => {
  test.each([
    ['Harbour', 'fine'],
    ['"2022"', 'fine'],
    ['5G', 'fine'],
    ['Yes we can', 'fine'],
    ['2022', 'text-unquoted → "2022"'],
    ['2022 # the year', 'text-unquoted → "2022" # the year'],
    ['1.0', 'text-unquoted → "1.0"'],
    ['0777', 'text-unquoted → "0777"'],
    ['true', 'text-unquoted → "true"'],
    ['Off', 'text-unquoted → "Off"'],
    ['12:30', 'text-unquoted → "12:30"'],
    ['1_000', 'text-unquoted → "1_000"'],
    ['2026-05-12', 'text-unquoted → "2026-05-12"'],
    [':ferry', 'text-unquoted → ":ferry"'],
    ['[Harbour]', 'wrong-type → Harbour?'],
    ['["a, b"]', 'wrong-type → "a, b"?'],
    ['[a, b]', 'wrong-type'],
    ['{ a: b }', 'wrong-type'],
  ])('name: %s', (value, expected) => {
    expect(verdict('_people/ada-quill.md', 'name: ', value)).toBe(expected);
  });

  test.each([
    ['- Energy\n  - 2022', 'text-unquoted → - Energy\n  - "2022"'],
    ['- Energy\n  - null', 'text-unquoted → - Energy\n  - "null"'],
    ['- Energy\n  - ~', 'empty-value'],
    ['- Energy\n  - ""', 'empty-value'],
    ['- Energy\n  -', 'empty-value'],
  ])('topics: %s', (value, expected) => {
    expect(verdict(news, 'topics:\n  ', value)).toBe(expected);
  });

  test.each([
    ['price', '38.79', 'price-format'],
    ['length', '13:34', 'duration-format'],
    ['publishedDateTime', '2026-05-12', 'date-only'],
    ['originalUrl', '2022', 'text-unquoted'],
  ])('%s: %s is the business of one rule', (name, value, rule) => {
    const { findings } = checkText(course, `---\n${name}: ${value}\n---\n`);
    expect(findings.filter(({ start }) => start > 4).map(finding => finding.rule)).toEqual([rule]);
  });

  test('what an alias repeats is reported where it stands', () => {
    const { findings } = checkText('_people/ada-quill.md', '---\nname: &t 2022\nbio: *t\ntype: *t\n---\n');
    expect(findings.filter(({ start }) => start > 4).map(({ rule, start }) => `${rule} ${start}`)).toEqual([
      'text-unquoted 13',
      'value-not-allowed 32',
    ]);
  });

  test('nothing of “secured” is quoted or changed', () => {
    for (const value of ['2022', 'true', '[2022]', '{ a: 2022 }', '-2022', '"20\n  22"']) {
      const { findings } = checkText(news, `---\nsecured: ${value}\nsecured: ${value}\n---\n`);
      for (const { message, fixes, start } of findings.filter(finding => finding.start > 4)) {
        expect(message).not.toContain('22');
        expect(fixes(), `${value} at ${start}`).toEqual([]);
      }
    }
  });
});
