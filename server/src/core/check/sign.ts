import type { DocumentRule } from '../rules/rule.ts';

/**
 * What a first look at an article may show: something of which a rule may have to speak. A rule is asked only where one of its
 * signs shows. Nearly always none does, so that dozens of rules cost no more than that one look. A sign may show where in the end
 * no rule speaks, never the other way round.
 */
export const Sign = {
  /** The reader found a problem. */
  problem: 1 << 0,
  /** A comment that may silence rules. */
  suppression: 1 << 1,
  /** No content type: values whose meaning readers may take differently. */
  undeclared: 1 << 2,
  /** A mapping that is not `regular`, one without a shape too; or no mapping at all. */
  oddMap: 1 << 3,
  /** A list with too few or too many items. */
  oddList: 1 << 4,
  /** A scalar without a value, or of mere blanks. */
  empty: 1 << 5,
  /** A value of another kind than its field takes; a number or boolean that is not plainly that, and within its bounds. */
  mistyped: 1 << 6,
  /** A text that is too long, too short or not among the values allowed, or that must match a pattern. */
  unfit: 1 << 7,
  /** A text that readers see, with more than words and single blanks in it. */
  unclean: 1 << 8,
  /** A text that readers see, with what looks like an HTML entity. */
  entity: 1 << 9,
  /** A text without quotes that may be something else to some reader. */
  unquoted: 1 << 10,
  /** An address that is not plainly good. */
  oddUrl: 1 << 11,
  /** An AMP address. */
  amp: 1 << 12,
  /** A date that is not in the canonical form, or does not exist. */
  oddDate: 1 << 13,
  /** A date that has not come. */
  futureDate: 1 << 14,
  /** A date of the article that is not the day in its file's name. */
  otherDay: 1 << 15,
  oddDomain: 1 << 16,
  oddDuration: 1 << 17,
  oddPrice: 1 << 18,
  oddSecured: 1 << 19,
  pattern: 1 << 20,
  /** A picture whose width and height are not plainly those of one. */
  oddSize: 1 << 21,
  /** A list of pictures with more than one. */
  severalImages: 1 << 22,
  /** A list that may name something twice. */
  twice: 1 << 23,
  /** A list of related items. */
  related: 1 << 24,
  /** A provider on whose site its item does not plainly stand. */
  stranger: 1 << 25,
  /** `-1`. */
  minusOne: 1 << 26,
  /** `removed: true`. */
  removed: 1 << 27,
  /** A title that is not plainly the one in its file's name. */
  otherTitle: 1 << 28,
  /** Always there. */
  any: 1 << 29,
  /** There is a site to ask. */
  site: 1 << 30,
} as const;

/** A check that needs to be asked only where one of its signs shows. */
export type SignedCheck = DocumentRule['check'] & { readonly signs: number };

/** @param signs bits of `Sign`; the check must have nothing to say where none of them shows */
export function onSigns(signs: number, check: DocumentRule['check']): SignedCheck {
  return Object.assign((view: Parameters<typeof check>[0]) => check(view), { signs });
}
