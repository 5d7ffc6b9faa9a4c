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

/** A small integer for a text: equal texts have equal ones, others hardly ever (FNV-1a, 30 bits, which V8 keeps without an object). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 30)) & 0x3fffffff;
}
