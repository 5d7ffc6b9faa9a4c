/**
 * What a text says as a number.
 * - `plain`: the usual form, `59` or `-4.8`.
 * - `odd`: a number written in a way that readers of YAML disagree on, or that surprises: `1_000`, `012`, `0x1F`, `1,000`,
 *   `.5`, `1e3`, `+5`. No value: a time of day or an angle, `190:20:30`.
 * - `unit`: a number with something around it, `800px`, `~59`, `4.8/5`.
 * - `slip`: a number with a slip of the hand in it: `59,`, `1 000`, `−1` with a minus sign of typography.
 * - `none`: no number.
 */
export interface NumberReading {
  readonly kind: 'plain' | 'odd' | 'unit' | 'slip' | 'none';
  /** `undefined` when nobody can know it. */
  readonly value?: number;
  /** False when the value wants a look. */
  readonly certain: boolean;
}

export interface NumberContext {
  readonly integer: boolean;
  /** The greatest value allowed, so that `4.8/5` is understood. */
  readonly maximum: number;
  /** The field's name, which may stand behind the number: `59 points`. */
  readonly name: string;
}

/** Reads a number as people write it. */
export function readNumber(given: string, context: NumberContext): NumberReading {
  const text = given.trim();
  return numeral(text, context) ?? slip(text, context) ?? withUnit(text, context) ?? none;
}

const none: NumberReading = { kind: 'none', certain: false };

function numeral(text: string, { integer }: NumberContext): NumberReading | undefined {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) {
    const value = Number(text);
    if (!integer || !text.includes('.')) return { kind: 'plain', value, certain: true };
    // `1.000` may be a thousand to whoever wrote it.
    return Number.isInteger(value) ? { kind: 'slip', value, certain: !/\.\d{3}$/.test(text) } : none;
  }
  const read = oddNumeral(text, integer);
  if (!read) return undefined;
  if (read.value === undefined) return { kind: 'odd', certain: false };
  return integer && !Number.isInteger(read.value) ? none : { kind: 'odd', ...read };
}

function oddNumeral(text: string, integer: boolean): { value?: number; certain: boolean } | undefined {
  if (/^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text)) return { value: Number(text.replaceAll(',', '')), certain: integer };
  if (/^[-+]?\d+,\d{1,2}$/.test(text) && !integer) return { value: Number(text.replace(',', '.')), certain: true };
  if (/^[-+]?[1-9][\d_]*\d$/.test(text) && text.includes('_'))
    return { value: Number(text.replaceAll('_', '')), certain: true };
  const zeros = /^([-+]?)(0\d+)$/.exec(text);
  if (zeros) {
    const digits = zeros[2] ?? '';
    const octal = /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
    // Ruby counts by eights: the writer hardly did.
    return { value: positiveZero(Number(text)), certain: octal === undefined || octal === Number(digits) };
  }
  if (/^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/i.test(text)) return { value: Number(text), certain: true };
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text))
    return { value: positiveZero(Number(text)), certain: true };
  // Ruby counts `190:20:30` by sixties (YAML 1.1, sexagesimal).
  return /^[-+]?\d+(?::[0-5]?\d){1,2}$/.test(text) ? { certain: false } : undefined;
}

/** `-0` is `0` to everyone. */
function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}

function slip(text: string, context: NumberContext): NumberReading | undefined {
  const straight = text
    .normalize('NFKC')
    .replace(/^[\u2212\u2013\u2012]\s*(?=[\d.])/, '-')
    .replace(/^-\s+(?=\d)/, '-')
    .replace(/(?<=\d)[,;.]$/, '');
  const joined = /^-?[1-9]\d{0,2}(?:[\s'’]\d{3})+$/.test(straight) ? straight.replace(/[\s'’]/g, '') : straight;
  if (joined === text) return undefined;
  const reading = numeral(joined, context);
  return reading?.kind === 'plain' ? { ...reading, kind: 'slip' } : undefined;
}

const UNITS = new Set(['px', 'pixel', 'pixels', 'pt', 'pts', 'point', 'points', '%', 'percent', '°']);
const FACTORS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000, mio: 1_000_000 };

function withUnit(text: string, context: NumberContext): NumberReading | undefined {
  const share = /^(\S{1,20}?)\s?(?:\/|of|out of)\s?(\d{1,9})$/.exec(text);
  if (share) {
    const inner = numeral(share[1] ?? '', context);
    if (inner?.kind !== 'plain') return undefined;
    return { ...inner, kind: 'unit', certain: Number(share[2]) === context.maximum };
  }
  const about = /^(?:[~≈#]|(?:ca\.?|about|approx\.?|circa)\s)\s?/i.exec(text)?.[0] ?? '';
  const unit = /(?<=\d)\s{0,3}(?:[a-z]{1,20}|[%°])$/i.exec(text)?.[0] ?? '';
  if (about === '' && unit === '') return undefined;
  const inner = numeral(text.slice(about.length, text.length - unit.length), { ...context, integer: false });
  if (inner?.value === undefined) return undefined;
  const word = unit.trim().toLowerCase();
  const factor = FACTORS[word];
  const value = factor === undefined ? inner.value : Math.round(inner.value * factor * 1e3) / 1e3;
  if (context.integer && !Number.isInteger(value)) return undefined;
  const known = word === '' || UNITS.has(word) || plural(word) === plural(context.name.toLowerCase());
  return { kind: 'unit', value, certain: known && inner.certain };
}

function plural(word: string): string {
  return word.replace(/s$/, '');
}
