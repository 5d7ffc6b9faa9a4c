import fs from 'node:fs';
import { type FileKind, findFrontMatter } from '../core/article/frontMatter.ts';
import { nextLine } from '../core/text.ts';
import { readText } from './readText.ts';

/** In bytes. The longest real front matter has 3,500 characters. */
const CHUNK = 8192;
const chunk = Buffer.allocUnsafe(CHUNK);

/**
 * Reads a file only as far as its front matter goes: a newsletter's body is ten times as long. The text ends with the line of the closing
 * fence; it is all of the file when that does not stand in the first 8 kB.
 *
 * @returns `undefined` when what was read is no UTF-8. A text without front matter may be cut anywhere.
 */
export function readFrontMatter(file: string, kind: FileKind): string | undefined {
  if (kind === 'yaml') return readText(file);
  const descriptor = fs.openSync(file, 'r');
  let length: number;
  try {
    length = fs.readSync(descriptor, chunk, 0, CHUNK, 0);
  } finally {
    fs.closeSync(descriptor);
  }
  const start = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
  if (chunk.toString('latin1', start, Math.min(start + 3, length)) !== '---') return '';
  const head = chunk.toString('utf8', 0, length);
  const closing = findFrontMatter(head, kind)?.closing;
  if (!closing) return readText(file);
  const end = nextLine(head, closing.end);
  // The fence may go on behind the chunk.
  if (end === head.length && length === CHUNK) return readText(file);
  const text = head.slice(0, end);
  return text.includes('\uFFFD') ? readText(file)?.slice(0, end) : text;
}
