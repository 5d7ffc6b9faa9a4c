import fs from 'node:fs';

/** Reads a file as UTF-8, with its byte order mark. `undefined`: it is not UTF-8, so that writing it back would harm it. */
export function readText(file: string): string | undefined {
  const bytes = fs.readFileSync(file);
  const text = bytes.toString('utf8');
  // A replacement character stands for bytes that were no UTF-8, unless the file really has one.
  return text.includes('\uFFFD') && !Buffer.from(text, 'utf8').equals(bytes) ? undefined : text;
}
