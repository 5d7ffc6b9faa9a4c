/** What the first bytes of a picture say. */
export interface ImageHeader {
  readonly type: ImageType;
  /** In pixels, as it is shown; absent where an SVG has no size of its own. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export type ImageType = 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'SVG';

/** So many bytes from the start of a file are enough for nearly every picture. */
export const IMAGE_HEADER_BYTES = 256 * 1024;

/**
 * Reads type and size of a picture from its first bytes. Sources: PNG (W3C, 11.2.1), GIF89a (section 18), JPEG (ITU T.81, B.2.2, and the
 * orientation of Exif 2.3), WebP (RFC 9649, section 2), SVG 2 (section 8).
 *
 * @returns `undefined` for anything else, and where the bytes end before the size
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  return png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? svg(bytes);
}

function png(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1a\n') || !startsWith(bytes, 12, 'IHDR')) return undefined;
  return header('PNG', big(bytes, 16, 4), big(bytes, 20, 4));
}

function gif(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return undefined;
  return header('GIF', little(bytes, 6, 2), little(bytes, 8, 2));
}

/** The size stands in the frame header, behind any number of other segments. */
function jpeg(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let turned = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers without a segment.
    if (marker === 0xff) at++;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = big(bytes, at + 2, 2) ?? 0;
      if (length < 2 || marker === 0xda || marker === 0xd9) return undefined;
      // SOF0 to SOF15, but DHT, JPG and DAC.
      if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
        const [height, width] = [big(bytes, at + 5, 2), big(bytes, at + 7, 2)];
        return turned ? header('JPEG', height, width) : header('JPEG', width, height);
      }
      if (marker === 0xe1) turned = turned || isTurned(bytes, at + 4, at + 2 + length);
      at += 2 + length;
    }
  }
  return undefined;
}

/** Exif's orientations 5 to 8 lie on their side; browsers turn them. */
function isTurned(bytes: Uint8Array, start: number, end: number): boolean {
  if (!startsWith(bytes, start, 'Exif\0\0')) return false;
  const tiff = start + 6;
  const read = startsWith(bytes, tiff, 'II') ? little : big;
  const directory = tiff + (read(bytes, tiff + 4, 4) ?? 0);
  const count = read(bytes, directory, 2) ?? 0;
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > end) return false;
    if (read(bytes, entry, 2) === 0x0112) return (read(bytes, entry + 8, 2) ?? 1) >= 5;
  }
  return false;
}

function webp(bytes: Uint8Array): ImageHeader | undefined {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return undefined;
  if (startsWith(bytes, 12, 'VP8X')) {
    const [width, height] = [little(bytes, 24, 3), little(bytes, 27, 3)];
    return header('WebP', plusOne(width), plusOne(height));
  }
  if (startsWith(bytes, 12, 'VP8L')) {
    const bits = bytes[20] === 0x2f ? little(bytes, 21, 4) : undefined;
    if (bits === undefined) return undefined;
    return header('WebP', (bits % 0x4000) + 1, (Math.floor(bits / 0x4000) % 0x4000) + 1);
  }
  if (!startsWith(bytes, 12, 'VP8 ') || !startsWith(bytes, 23, '\x9d\x01\x2a')) return undefined;
  const [width, height] = [little(bytes, 26, 2), little(bytes, 28, 2)];
  return width === undefined || height === undefined ? undefined : header('WebP', width % 0x4000, height % 0x4000);
}

/** Width and height of the root element, else those of its view box. */
function svg(bytes: Uint8Array): ImageHeader | undefined {
  const text = ascii(bytes, 0, Math.min(bytes.length, SVG_BYTES));
  const start = rootStart(text);
  if (start === undefined) return undefined;
  const tag = /^(?:[^>"']|"[^"]*"|'[^']*')*/.exec(text.slice(start))?.[0] ?? '';
  const width = length(attribute(tag, 'width'));
  const height = length(attribute(tag, 'height'));
  if (width !== undefined && height !== undefined) return { type: 'SVG', width, height };
  const box =
    attribute(tag, 'viewBox')
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , boxWidth = 0, boxHeight = 0] = box;
  if (!(boxWidth > 0 && boxHeight > 0)) return { type: 'SVG', width, height };
  // One side given: the other one follows from the view box.
  if (width !== undefined) return { type: 'SVG', width, height: Math.round((width * boxHeight) / boxWidth) };
  if (height !== undefined) return { type: 'SVG', width: Math.round((height * boxWidth) / boxHeight), height };
  return { type: 'SVG', width: Math.round(boxWidth), height: Math.round(boxHeight) };
}

const SVG_BYTES = 16 * 1024;

/** The offset behind `<svg`, after blanks, comments, declarations and a document type. */
function rootStart(text: string): number | undefined {
  let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const rest = text.slice(at, at + 9).toLowerCase();
    if (/^<svg[\s/>]/.test(rest)) return at + 4;
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : rest === '<!doctype' ? '>' : undefined;
    if (end === undefined) return undefined;
    // A document type may hold declarations of its own, in brackets.
    const bracket = end === '>' ? text.slice(at, text.indexOf('>', at) + 1).indexOf('[') : -1;
    const from = bracket < 0 ? at : text.indexOf(']', at + bracket);
    const found = from < 0 ? -1 : text.indexOf(end, from);
    if (found < 0) return undefined;
    at = found + end.length;
  }
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

/** In CSS pixels; `undefined` for a share of the page (`100%`). */
function length(value: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*$/.exec(value ?? '');
  const unit = UNITS.get(match?.[2] ?? '');
  const pixels = unit === undefined ? 0 : Math.round(Number(match?.[1]) * unit);
  return pixels > 0 ? pixels : undefined;
}

/** CSS Values 4, section 6.2. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['mm', 96 / 25.4],
  ['cm', 96 / 2.54],
  ['in', 96],
]);

function header(type: ImageType, width: number | undefined, height: number | undefined): ImageHeader | undefined {
  return width === undefined || height === undefined || width === 0 || height === 0
    ? undefined
    : { type, width, height };
}

function plusOne(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value + 1;
}

/** `undefined` where the bytes end. */
function big(bytes: Uint8Array, start: number, count: number): number | undefined {
  if (start + count > bytes.length) return undefined;
  let value = 0;
  for (let at = start; at < start + count; at++) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

function little(bytes: Uint8Array, start: number, count: number): number | undefined {
  if (start + count > bytes.length) return undefined;
  let value = 0;
  for (let at = start + count - 1; at >= start; at--) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

function startsWith(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
