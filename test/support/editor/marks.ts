// What VS Code shows of file decorations: letters behind a name, which are in no text.
import type { Locator } from 'playwright-core';

interface Styled {
  querySelectorAll(selector: string): Iterable<unknown>;
}
interface Styles {
  getComputedStyle(element: unknown, pseudo: string): { readonly content: string };
}

/** The letters behind the name in a row, such as `2, !`; empty where there are none. Other icons are none. */
export function lettersOf(row: Locator): Promise<string> {
  return row.evaluate(element => {
    const { getComputedStyle } = globalThis as unknown as Styles;
    const parts = [...(element as unknown as Styled).querySelectorAll('.monaco-icon-label')];
    const letters = parts.map(part => /^"(.*)"$/.exec(getComputedStyle(part, '::after').content)?.[1] ?? '');
    return letters.join('');
  });
}
