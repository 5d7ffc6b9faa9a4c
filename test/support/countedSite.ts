import type { Articles } from '../../server/src/core/check/siteView.ts';
import type { SiteIndex } from '../../server/src/core/index/siteIndex.ts';

export interface CountedSite {
  readonly site: SiteIndex;
  /** How many articles, names and other things of the repository a task looks at. */
  during(task: () => unknown): number;
}

/** The same repository, with a count of what is looked at in it: what tells of speed on any machine. */
export function countedSite(site: SiteIndex): CountedSite {
  let looked = 0;
  const counting = <T>(found: T): T => {
    if (typeof found === 'object' && found !== null && 'some' in found && 'list' in found) {
      const { count, list, some } = found as unknown as Articles;
      const articles: Articles = {
        count,
        list: () => counting(list.call(found)),
        some: most => counting(some.call(found, most)),
      };
      return articles as T;
    }
    if (Array.isArray(found)) looked += found.length;
    else if (typeof found === 'object' && found !== null && Symbol.iterator in found)
      return eachCounted(found as Iterable<unknown>) as T;
    return found;
  };
  function* eachCounted(found: Iterable<unknown>): Iterable<unknown> {
    for (const one of found) {
      looked++;
      yield one;
    }
  }
  const view = new Proxy(site, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return counting(value);
      return (...given: unknown[]) => counting(Reflect.apply(value, target, given));
    },
  });
  return {
    site: view,
    during(task) {
      looked = 0;
      task();
      return looked;
    },
  };
}
