import { useRef } from 'preact/hooks';

/** The former value as long as the new one is the same by content, so that nothing is drawn for it. Plain data only. */
export function useSame<T>(value: T): T {
  const kept = useRef<{ readonly value: T; readonly text: string }>(undefined);
  const text = JSON.stringify(value);
  if (kept.current?.text !== text) kept.current = { value, text };
  return kept.current.value;
}
