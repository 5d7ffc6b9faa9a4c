import type { ArticleView } from './articleView.ts';

/**
 * A look at an article that several rules share: worked out when it is first asked for, then kept with the view. Much
 * cheaper than a `WeakMap`, which counts where dozens of rules ask about each of thousands of articles.
 */
export function perView<T extends object>(look: (view: ArticleView) => T): (view: ArticleView) => T {
  const slot = slots++;
  return view => {
    const { looks } = view;
    looks[slot] ??= look(view);
    return looks[slot] as T;
  };
}

/** Where a view keeps its looks: with a place for each, so that it never has to grow. */
export function emptyLooks(): unknown[] {
  return new Array(slots);
}

/** How many looks there are: each has its place in `ArticleView.looks`. */
let slots = 0;
