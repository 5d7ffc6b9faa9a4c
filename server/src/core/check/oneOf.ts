import { say } from '../say.ts';

/** `article, video or course`, for messages; of many only the first six. */
export function oneOf(values: readonly string[]): string {
  if (values.length > SHOWN) return say`${values.slice(0, SHOWN).join(', ')} or another of its ${values.length} values`;
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : say`${values.slice(0, -1).join(', ')} or ${last}`;
}

const SHOWN = 6;
