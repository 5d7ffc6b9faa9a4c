import { expect, test } from 'vitest';
import { readImageHeader } from '../../server/src/core/format/imageHeader.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...part].map(c => c.charCodeAt(0)) : part)));

const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 3, 32], [0, 0, 1, 194], [8, 2, 0, 0, 0]);
const app0 = ['\xff\xe0', [0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]] as const;
const frame = (marker: string) =>
  ['\xff' + marker, [0, 17, 8, 1, 194, 3, 32, 3, 1, 34, 0, 2, 17, 1, 3, 17, 1]] as const;
const exif = (orientation: number, order: 'II' | 'MM') => {
  const two = (n: number) => (order === 'II' ? [n % 256, n >> 8] : [n >> 8, n % 256]);
  const four = (n: number) => (order === 'II' ? [...two(n), 0, 0] : [0, 0, ...two(n)]);
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const body = [...bytes('Exif\0\0', order), ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  return ['\xff\xe1', [0, body.length + 2], body] as const;
};
const vp8 = bytes('RIFF\x64\0\0\0WEBPVP8 ', [20, 0, 0, 0], [0x30, 1, 0], '\x9d\x01\x2a', [0x20, 0x43, 0xc2, 0x01]);
const vp8l = (width: number, height: number) => {
  const bits = width - 1 + (height - 1) * 0x4000;
  return bytes(
    'RIFF\x64\0\0\0WEBPVP8L',
    [20, 0, 0, 0, 0x2f],
    [0, 8, 16, 24].map(shift => Math.floor(bits / 2 ** shift) % 256),
  );
};
const vp8x = bytes('RIFF\x64\0\0\0WEBPVP8X', [10, 0, 0, 0, 16, 0, 0, 0], [0x1f, 3, 0], [0xc1, 1, 0]);

test.each([
  ['PNG', png, 800, 450],
  ['GIF', bytes('GIF89a', [0x20, 3, 0xc2, 1, 0xf7]), 800, 450],
  ['GIF', bytes('GIF87a', [1, 0, 1, 0]), 1, 1],
  ['JPEG', bytes('\xff\xd8', ...app0, ...frame('\xc0')), 800, 450],
  // Progressive, with tables and fill bytes before the frame.
  [
    'JPEG',
    bytes('\xff\xd8', ...app0, '\xff\xdb', [0, 4, 0, 0], '\xff\xff\xff\xc4', [0, 3, 0], ...frame('\xc2')),
    800,
    450,
  ],
  ['JPEG', bytes('\xff\xd8', ...exif(6, 'II'), ...frame('\xc0')), 450, 800],
  ['JPEG', bytes('\xff\xd8', ...exif(8, 'MM'), ...frame('\xc0')), 450, 800],
  ['JPEG', bytes('\xff\xd8', ...exif(3, 'MM'), ...frame('\xc0')), 800, 450],
  // Its two upper bits are a scale.
  ['WebP', vp8, 0x320, 450],
  ['WebP', vp8l(800, 450), 800, 450],
  ['WebP', vp8l(16_384, 16_384), 16_384, 16_384],
  ['WebP', vp8x, 800, 450],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450px"/>'), 800, 450],
  [
    'SVG',
    bytes(
      '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b --><!-- c -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg viewBox="0 0 24 12"></svg>',
    ),
    24,
    12,
  ],
  ['SVG', bytes('<svg width="100%" height="100%" viewBox="0,0,80.4,45"></svg>'), 80, 45],
  ['SVG', bytes("<svg height='1in' viewBox='0 0 2 1'>"), 192, 96],
  ['SVG', bytes('<svg>'), undefined, undefined],
])('%s', (type, given, width, height) => {
  expect(readImageHeader(given)).toEqual({ type, width, height });
});

test.each([
  ['nothing', bytes('')],
  ['text', bytes('a b c')],
  ['HTML', bytes('<!doctype html><html><svg width="1" height="1"></svg>')],
  ['a comment without end', bytes('<!-- ' + '-- <!--'.repeat(2000))],
  ['blanks', bytes(' '.repeat(16_000))],
  ['JPEG without a frame', bytes('\xff\xd8', ...app0, '\xff\xda', [0, 3, 0])],
  ['JPEG whose segment has no length', bytes('\xff\xd8\xff\xe0', [0, 0], 'more')],
  ['WebP of another kind', bytes('RIFF\x64\0\0\0WEBPXXXX', [10, 0, 0, 0, 0])],
  ['PNG of no width', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 0], [0, 0, 1, 194])],
])('%s is no picture', (_, given) => {
  expect(readImageHeader(given)).toBeUndefined();
});

test('bytes that end early give no size and no error', () => {
  for (const whole of [png, vp8, vp8x, vp8l(3, 4), bytes('\xff\xd8', ...exif(6, 'II'), ...frame('\xc0'))])
    for (let end = 0; end < whole.length; end++)
      expect(readImageHeader(whole.slice(0, end)) ?? 'none').toSatisfy(
        header => header === 'none' || header.width! * header.height! > 1,
      );
});
