import type { Span } from '../text.ts';
import { escapes } from './escapes.ts';
import type { ScalarNode } from './nodes.ts';

/** The smallest stretch of a scalar's source that stands for text of its own: a character, an escape, a line break. */
export interface ScalarUnit extends Span {
  /** What it stands for. `\u2019` stands for `’`, a single line break in quotes for a blank. */
  readonly text: string;
}

/**
 * The units of a scalar, in the order of the file, without quotes, headers and indentation. The line breaks at the end
 * of a block scalar are no units. `undefined` when the units do not add up to the node's text: then the token uses
 * something rare, and has to be written anew.
 */
export function scalarUnits(text: string, node: ScalarNode): readonly ScalarUnit[] | undefined {
  const units = unitsOf(text, node);
  if (!units) return undefined;
  const block = node.style === 'literal' || node.style === 'folded';
  const whole = units.map(unit => unit.text).join('');
  return whole === (block ? node.text.replace(/\n+$/, '') : node.text) ? units : undefined;
}

/**
 * The indentation of a block scalar's lines: the blanks of its first line that are not part of its text. `undefined`
 * for one without text.
 */
export function blockIndent(text: string, node: ScalarNode): string | undefined {
  const first = /\n((?:[ \t]*\r?\n)*)([ \t]*)\S/.exec(text.slice(node.start, node.end));
  const own = /^\n*([ \t]*)\S/.exec(node.text);
  if (!first || !own) return undefined;
  const blanks = first[2] ?? '';
  return blanks.slice(0, blanks.length - (own[1] ?? '').length);
}

function unitsOf(text: string, node: ScalarNode): readonly ScalarUnit[] | undefined {
  switch (node.style) {
    case 'double':
      return flowUnits(text, node.start + 1, node.end - 1, escapeAt);
    case 'single':
      return flowUnits(text, node.start + 1, node.end - 1, quoteAt);
    case 'plain':
      return flowUnits(text, node.start, node.end, () => undefined);
    case 'literal':
    case 'folded':
      return blockUnits(text, node);
    default:
      return undefined;
  }
}

type UnitReader = (text: string, at: number) => ScalarUnit | undefined;

function flowUnits(text: string, start: number, end: number, special: UnitReader): ScalarUnit[] {
  const units: ScalarUnit[] = [];
  for (let at = start; at < end; ) {
    const unit = special(text, at) ?? foldAt(text, at) ?? characterAt(text, at);
    units.push(unit);
    at = unit.end;
  }
  return units;
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*)|([^\r\n]))/y;

function escapeAt(text: string, at: number): ScalarUnit | undefined {
  if (text.charCodeAt(at) !== 92) return undefined;
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text);
  if (!match) return undefined;
  const hex = match[1] ?? match[2] ?? match[3];
  const code = hex === undefined ? Number.NaN : Number.parseInt(hex, 16);
  const meant = code <= 0x10ffff ? String.fromCodePoint(code) : match[4] === undefined ? escapes[match[5] ?? ''] : '';
  return { start: at, end: at + match[0].length, text: meant ?? match[0] };
}

function quoteAt(text: string, at: number): ScalarUnit | undefined {
  return text.startsWith("''", at) ? { start: at, end: at + 2, text: "'" } : undefined;
}

const FOLD = /[ \t]*(?:\r?\n[ \t]*)+/y;

/** A line break in a scalar is a blank, and each empty line a line break. */
function foldAt(text: string, at: number): ScalarUnit | undefined {
  const code = text.charCodeAt(at);
  if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return undefined;
  FOLD.lastIndex = at;
  const match = FOLD.exec(text);
  return match ? { start: at, end: at + match[0].length, text: folded(match[0]) } : undefined;
}

function folded(source: string): string {
  return '\n'.repeat(source.split('\n').length - 2) || ' ';
}

function characterAt(text: string, at: number): ScalarUnit {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
  return { start: at, end: at + character.length, text: character };
}

function blockUnits(text: string, node: ScalarNode): ScalarUnit[] | undefined {
  const indent = blockIndent(text, node);
  const header = text.indexOf('\n', node.start);
  if (indent === undefined || header < 0 || header > node.end) return undefined;
  const units: ScalarUnit[] = [];
  const leading = /\n*/.exec(node.text)?.[0].length ?? 0;
  let at = header + 1;
  for (let line = 0; line < leading; line++) {
    const end = text.indexOf('\n', at) + 1;
    units.push({ start: at, end, text: '\n' });
    at = end;
  }
  if (!text.startsWith(indent, at)) return undefined;
  const lineBreak = new RegExp(`(?:\\r?\\n[ ]{0,${indent.length}}(?![ ]))+`, 'y');
  for (at += indent.length; at < node.end; ) {
    lineBreak.lastIndex = at;
    const match = node.style === 'folded' ? lineBreak.exec(text) : null;
    const unit = match
      ? { start: at, end: at + match[0].length, text: folded(match[0]) }
      : (lineAt(text, at, indent) ?? characterAt(text, at));
    units.push(unit);
    at = unit.end;
  }
  return units;
}

/** A line break with the next line's indentation. */
function lineAt(text: string, at: number, indent: string): ScalarUnit | undefined {
  const next = text.startsWith('\r\n', at) ? at + 2 : text.startsWith('\n', at) ? at + 1 : undefined;
  if (next === undefined) return undefined;
  const blanks = /^[ ]*/.exec(text.slice(next, next + indent.length))?.[0].length ?? 0;
  return { start: at, end: next + blanks, text: '\n' };
}
