import type { SiteView } from '../check/siteView.ts';
import { markTexts } from '../index/summary.ts';

/** How many articles use a topic; registry entries below it are no articles. */
export function topicUses(site: SiteView, name: string): number {
  return Math.max(0, site.withTopic(name).count - topicsBelow(site, name));
}

/** How many entries of the topic registry have this one above them. */
export function topicsBelow(site: SiteView, name: string): number {
  let count = 0;
  for (const topic of new Set(site.topics))
    for (const entry of site.topicEntries(topic).list()) if (markTexts(entry, 'parent').includes(name)) count++;
  return count;
}
