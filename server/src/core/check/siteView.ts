/**
 * What rules may ask of the rest of the repository: the seam for the content index, which implements it.
 * Everything is a look-up in memory; nothing reads a file.
 */
export interface SiteView {
  /** Names of the topic registry in its order; empty when the repository has none. */
  readonly topics: readonly string[];
  /** True when a file of the repository has this path, relative to the project's root and with `/`. */
  hasFile(path: string): boolean;
}
