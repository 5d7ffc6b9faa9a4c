import type { Severity } from '../rules/rule.ts';

/** What a setting may say of a rule. `off`: it does not run. */
export type SeveritySetting = Severity | 'off';

export const severities = ['off', 'hint', 'info', 'warning', 'error'] as const satisfies readonly SeveritySetting[];

/** Severities by rule id, as settings and the configuration file give them. */
export type RuleSeverities = Readonly<Record<string, SeveritySetting>>;

export function isSeveritySetting(value: unknown): value is SeveritySetting {
  return severities.some(one => one === value);
}
