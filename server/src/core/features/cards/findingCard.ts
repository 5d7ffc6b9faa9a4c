import type { Finding } from '../../check/runRules.ts';
import { rules } from '../../rules/index.generated.ts';
import { ruleAddress } from '../../rules/ruleAddress.ts';
import { whys } from '../../rules/whys.generated.ts';
import { markdownLink } from '../markdown.ts';

/** Why a finding is one, as Markdown: what its rule looks for, why it matters, and where more stands. Its message stands beside it. */
export function findingCard({ rule: id }: Pick<Finding, 'rule'>): string | undefined {
  const rule = rules.find(one => one.id === id);
  return rule && `${markdownLink(rule.id, ruleAddress(rule.id))} — ${rule.summary} ${whys[rule.id] ?? ''}`;
}
