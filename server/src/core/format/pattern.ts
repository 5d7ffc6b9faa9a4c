/** A regular expression as read: the expression, or why it is none, in a few words where the engine says so. */
export type PatternReading = { readonly pattern: RegExp } | { readonly reason: string | undefined };

/**
 * Reads a regular expression of a JSON Schema: with Unicode as the standard asks (ECMA-262 `u`), else without, since many
 * in use (`[\w\-]`) are right only so. It matches anywhere in a text unless it says `^` and `$`.
 */
export function readPattern(source: string): PatternReading {
  try {
    return { pattern: new RegExp(source, 'u') };
  } catch {
    return readWithoutUnicode(source);
  }
}

function readWithoutUnicode(source: string): PatternReading {
  try {
    return { pattern: new RegExp(source) };
  } catch (error) {
    // `Invalid regular expression: /[/: Unterminated character class`
    const reason = error instanceof Error ? /: ([A-Z][A-Za-z ]+)$/.exec(error.message)?.[1] : undefined;
    return { reason: reason?.toLowerCase() };
  }
}
