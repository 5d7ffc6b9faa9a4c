import type { PageTextKey, PageTexts } from '../pageTexts.ts';

const texts = JSON.parse(document.body.dataset.texts ?? '{}') as Partial<PageTexts>;

/** A text in the language of the editor, with values in place of `{0}`, `{1}` … */
export function t(key: PageTextKey, ...values: readonly (string | number)[]): string {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

/** BCP 47. */
export const language = document.documentElement.lang || 'en';
