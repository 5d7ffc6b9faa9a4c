import type { Span } from '../text.ts';

/**
 * What can be off in a text for people: blanks at its start or end, a line break, more than one blank in a row, a control or
 * invisible character, a U+FFFD that some program wrote for a character that it could not read.
 */
export type ProseDefectKind =
  | 'blank-start'
  | 'blank-end'
  | 'blank-double'
  | 'line-break'
  | 'control-character'
  | 'invisible-character'
  | 'replacement-character';

/** `repaired` is what should stand in place of the span; absent when nobody can know it (U+FFFD). */
export interface ProseDefect extends Span {
  readonly kind: ProseDefectKind;
  readonly repaired?: string;
}

/**
 * `multiline` allows line breaks and indentation inside the text, as in a description of several paragraphs; `block` also one at its
 * end, as YAML's block scalars have.
 */
export interface ProseOptions {
  readonly multiline?: boolean;
  readonly block?: boolean;
}

/**
 * The defects of a text in order; their spans do not overlap. Blanks are those of Unicode, with zero-width ones and the BOM. One
 * no-break space between words is good typography, as are joiners inside emoji and words, and direction marks in texts that need them. Linear in time.
 */
export function proseDefects(text: string, options: ProseOptions = {}): readonly ProseDefect[] {
  const defects: ProseDefect[] = [];
  let suspect = SUSPECT;
  for (let at = cleanUntil(text, 0); at < text.length; at = cleanUntil(text, at)) {
    suspect.lastIndex = at;
    const run = suspect.exec(text);
    if (run === null) break;
    if (suspect === SUSPECT && MARKS.test(run[0]) && RTL.test(text)) {
      suspect = SUSPECT_IN_RTL;
      continue;
    }
    const defect = defectOf(text, run[0], run.index, options);
    if (defect !== undefined) defects.push(defect);
    at = run.index + run[0].length;
  }
  return defects;
}

/** True for a text of mere blanks, and for an empty one. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 127) && text.trim() === '';
}

/** True only for a text without any defect, as nearly all are. Much faster than to look for defects. */
export function isCleanProse(text: string): boolean {
  return cleanUntil(text, 0) === text.length;
}

/** True only for a text as `isCleanProse` knows it that has no ampersand either. */
export function isPlainProse(text: string): boolean {
  return PLAIN.test(text);
}

/** Where the words that stand at an offset, with one blank between two of them, end. */
function cleanUntil(text: string, start: number): number {
  CLEAN.lastIndex = start;
  return CLEAN.test(text) ? CLEAN.lastIndex : start;
}

/** In words: nothing that `SUSPECT` matches. */
const LETTERS = "!-%'-~\xa1-\xac\xae-\u167f\u2010-\u2027\u2070-\u2fff\u3001-\ufdff";
const LETTER = `[&${LETTERS}]`;
const WORD = `[${LETTERS}]+`;
const CLEAN = new RegExp(`${LETTER}+(?: ${LETTER}+)*`, 'y');
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})*$`);

/** The text with all defects repaired that can be. Idempotent. */
export function repairProse(text: string, options: ProseOptions = {}): string {
  let result = '';
  let at = 0;
  for (const defect of proseDefects(text, options)) {
    if (defect.repaired === undefined) continue;
    result += text.slice(at, defect.start) + defect.repaired;
    at = defect.end;
  }
  return result + text.slice(at);
}

// Runs of blanks, line breaks and invisible characters; runs of U+FFFD. Controls are C0 and C1 but tab and line breaks. Invisible are
// soft hyphen, zero-width space, word joiner, BOM, and direction marks in a text that only runs from left to right.
const SUSPECT = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|\ufffd+/g;
const SUSPECT_IN_RTL = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]+|\ufffd+/g;
const MARKS = /[\u202a-\u202e\u2066-\u2069]/;
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const SPACES = /^ +$/;
const BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const BLANK = /[^\S\ufeff]/;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;

function defectOf(text: string, run: string, start: number, options: ProseOptions): ProseDefect | undefined {
  const multiline = options.multiline === true;
  const end = start + run.length;
  if (start > 0 && end < text.length && SPACES.test(run))
    return run.length > 1 ? { kind: 'blank-double', start, end, repaired: ' ' } : undefined;
  if (run.startsWith('\ufffd')) return { kind: 'replacement-character', start, end };
  if (start === 0) return { kind: 'blank-start', start, end, repaired: '' };
  if (end === text.length && options.block === true && /^\r?\n$/.test(run)) return undefined;
  if (end === text.length) return { kind: 'blank-end', start, end, repaired: '' };
  const blank = BLANK.test(run) || BREAK.test(run);
  if (CONTROL.test(run))
    return { kind: 'control-character', start, end, repaired: blank ? inside(run, multiline) : '' };
  if (BREAK.test(run)) {
    if (!multiline) return { kind: 'line-break', start, end, repaired: ' ' };
    const repaired = inside(run, multiline);
    return repaired === run ? undefined : { kind: 'invisible-character', start, end, repaired };
  }
  if (!blank) return { kind: 'invisible-character', start, end, repaired: '' };
  if (run === ' ' || run === '\u00a0' || run === '\u202f' || run === '\u3000') return undefined;
  // One thin space is typography; one tab is not.
  if (run.length === 1) return run === '\t' ? { kind: 'blank-double', start, end, repaired: ' ' } : undefined;
  const onlyBlanks = !/[^\s]|\ufeff/.test(run);
  return { kind: onlyBlanks ? 'blank-double' : 'invisible-character', start, end, repaired: ' ' };
}

/** What stays of a run between words: its line breaks and indentation where they are allowed, else one blank. */
function inside(run: string, multiline: boolean): string {
  return multiline && BREAK.test(run) ? run.replace(/[\v\f\u0085\u2028\u2029]/g, '\n').replace(/[^\n\r\t ]/g, '') : ' ';
}
