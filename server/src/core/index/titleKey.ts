/**
 * The words of a title, for comparing: lower case, accents and signs taken off, articles left out. Two titles that differ in
 * nothing else have the same key. Empty for a title without letters and digits.
 */
export function titleKey(title: string): string {
  const words = /[^\u0000-\u007f]/.test(title)
    ? title
        .normalize('NFKD')
        .replace(/[\u0300-\u036f'’‘]/g, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
    : title
        .toLowerCase()
        .replaceAll("'", '')
        .replace(/[^a-z0-9]+/g, ' ');
  return words
    .trim()
    .replace(/(?:^| )(?:an?|the)(?= )/g, '')
    .trim();
}

/**
 * A small integer for a title: titles with the same key have the same one, others hardly ever (FNV-1a over the key, 30 bits, which V8
 * keeps without an object). `undefined` for a title whose key is empty.
 */
export function titleHash(title: string): number | undefined {
  /** Of the words that the key is sure to hold, and of these with the last word. */
  let [sure, all] = [SEED, SEED];
  let isFirst = true;
  let isInWord = false;
  let isSure = true;
  /** The first letters of the word, and how many it has. */
  let [letters, length] = [0, 0];
  for (let i = 0; i <= title.length; i++) {
    let code = i < title.length ? title.charCodeAt(i) : BLANK;
    if (code > 127) return hashOf(titleKey(title));
    if (code === APOSTROPHE) continue;
    if (code >= 65 && code <= 90) code += 32;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      if (!isInWord) {
        all = isFirst ? SEED : step(sure, BLANK);
        isInWord = true;
        [letters, length] = [0, 0];
      }
      all = step(all, code);
      if (++length <= 3) letters = letters * 128 + code;
    } else if (isInWord) {
      isInWord = false;
      // An article counts only as the last word.
      isSure = length > 3 || (letters !== A && letters !== AN && letters !== THE);
      if (isSure) [sure, isFirst] = [all, false];
    }
  }
  return isFirst && isSure ? undefined : small(all);
}

const SEED = 0x811c9dc5 | 0;
const BLANK = 32;
const APOSTROPHE = 39;
const A = 97;
const AN = A * 128 + 110;
const THE = (116 * 128 + 104) * 128 + 101;

function hashOf(text: string): number | undefined {
  if (text === '') return undefined;
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return small(hash);
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function small(hash: number): number {
  return (hash ^ (hash >>> 30)) & 0x3fffffff;
}
