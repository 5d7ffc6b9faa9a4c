/** Address of the page that documents a rule: editors link to it, and so do reports. */
export function ruleAddress(id: string): string {
  return `https://github.com/masthead-tools/masthead/blob/main/docs/rules/${id}.md`;
}
