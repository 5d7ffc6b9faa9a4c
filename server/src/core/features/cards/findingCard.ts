import type { Finding } from '../../check/runRules.ts';
import { ruleAddress } from '../../rules/ruleAddress.ts';
import { ruleTexts } from '../../rules/ruleTexts.generated.ts';
import { translated } from '../../say.ts';
import { markdownLink } from '../markdown.ts';

/** Why a finding is one, as Markdown: what its rule looks for, why it matters, and where more stands. Its message stands beside it. */
export function findingCard({ rule: id }: Pick<Finding, 'rule'>): string | undefined {
  const texts = ruleTexts[id];
  return texts && `${markdownLink(id, ruleAddress(id))} — ${translated(texts.summary)} ${translated(texts.why)}`;
}
