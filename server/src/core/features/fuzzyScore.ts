/**
 * How well a query fits a text, more being better. `undefined` when the letters of the query do not stand in the text in this order.
 * Runs of letters and starts of words count most, then an early start. Blanks of the query say nothing.
 *
 * @param query in lower case; the empty one fits everything equally
 */
export function fuzzyScore(text: string, query: string): number | undefined {
  if (query === '') return 0;
  if (!holdsInOrder(text, query)) return undefined;
  const lower = text.toLowerCase();
  const whole = lower.indexOf(query);
  if (whole >= 0) {
    const atWord = whole === 0 || !isWordCode(lower.charCodeAt(whole - 1));
    const isAll = query.length === lower.length;
    return 1000 + (isAll ? 500 : 0) + (whole === 0 ? 200 : 0) + (atWord ? 200 : 0) - Math.min(whole, 100);
  }
  let score = 0;
  let at = 0;
  let last = -2;
  for (const letter of query) {
    if (letter === ' ') continue;
    const found = bestPlace(lower, letter, at, last);
    if (found < 0) continue;
    if (found === last + 1) score += 8;
    else if (found === 0 || !isWordCode(lower.charCodeAt(found - 1))) score += 6;
    else score -= Math.min(3, found - at);
    last = found;
    at = found + letter.length;
  }
  return score - Math.min(20, Math.floor(text.length / 20));
}

/** The next place of a letter; the start of a word when the run is broken anyway and the rest can still be found. */
function bestPlace(lower: string, letter: string, from: number, last: number): number {
  const next = lower.indexOf(letter, from);
  if (next < 0 || next === last + 1) return next;
  for (let at = next; at >= 0 && at - next < 40; at = lower.indexOf(letter, at + 1))
    if (at === 0 || !isWordCode(lower.charCodeAt(at - 1))) return at;
  return next;
}

/** Quick and without a new string for what is ASCII: nearly every text of a repository ends here. */
function holdsInOrder(text: string, query: string): boolean {
  let at = 0;
  for (let i = 0; i < query.length; i++) {
    const wanted = query.charCodeAt(i);
    if (wanted === 32) continue;
    if (wanted > 127) return holdsAfterFolding(text, query);
    const isLetter = wanted >= 97 && wanted <= 122;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === wanted || (isLetter && code === wanted - 32)) break;
      at++;
    }
    if (at === text.length) return false;
    at++;
  }
  return true;
}

function holdsAfterFolding(text: string, query: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    const found = lower.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
