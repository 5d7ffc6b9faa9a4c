// Every rule's own examples, run: what its page says is what it does.
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/core/rules/index.generated.ts';
import { applyFirstFixes, checkExample, fileOf, shown } from '../support/rules.ts';

describe.each(rules)('$id', rule => {
  test('has its documentation', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [rule.summary, rule.why, rule.repair]) expect(text).toMatch(/^[A-Z“`].*[.!]$/s);
    expect(rule.examples.valid.length).toBeGreaterThan(0);
    expect(rule.examples.invalid.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.valid)('says nothing of $text', example => {
    const { view, findings } = checkExample(example, [rule]);
    expect(findings.map(finding => shown(view.article, finding))).toEqual([]);
  });

  test.each(rule.examples.invalid)('finds what is wrong in $text', example => {
    const { text, marked } = fileOf(example);
    const checked = checkExample(example, [rule]);
    const { article } = checked.view;
    const expected = marked.map(({ start, end }) => `${rule.id} at ${start}-${end}: ${text.slice(start, end)}`);
    expect(checked.findings.map(finding => shown(article, finding))).toEqual(expected);
    for (const finding of checked.findings) {
      expect(finding.message, 'one short sentence').toMatch(/^[^\n]{4,160}[.!?]$/);
    }
    const fixes = checked.findings.flatMap(finding => finding.fixes());
    if (example.fixed === undefined) expect(fixes.map(fix => fix.title)).toEqual([]);
    else {
      expect(applyFirstFixes(checked)).toBe(fileOf({ ...example, text: example.fixed }).text);
      for (const fix of fixes) expect(fix.title).toMatch(/^[A-Z][^\n]{2,80}$/);
    }
  });

  test('offers the fixes it says it has', () => {
    const found = rule.examples.invalid.flatMap(example => {
      return checkExample(example, [rule]).findings.flatMap(finding => finding.fixes().map(fix => fix.safe));
    });
    const kinds = { safe: [true], suggestion: [false], both: [false, true], none: [] }[rule.fix];
    expect([...new Set(found)].sort()).toEqual(kinds);
  });

  test('is content with what its fixes leave', () => {
    for (const example of rule.examples.invalid) {
      if (example.fixed === undefined) continue;
      const { view, findings } = checkExample({ ...example, text: example.fixed }, [rule]);
      expect(findings.map(finding => shown(view.article, finding))).toEqual([]);
    }
  });
});
