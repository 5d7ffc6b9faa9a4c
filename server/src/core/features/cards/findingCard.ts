import type { Finding } from '../../check/runRules.ts';
import { ruleAddress } from '../../rules/ruleAddress.ts';
import { whys } from '../../rules/whys.generated.ts';
import { markdownLink } from '../markdown.ts';

/** Why a finding is one, as Markdown: what its rule looks for, why it matters, and where more stands. Its message stands beside it. */
export function findingCard({ rule: id }: Pick<Finding, 'rule'>): string | undefined {
  const why = whys[id];
  return why && `${markdownLink(id, ruleAddress(id))} — ${why}`;
}
