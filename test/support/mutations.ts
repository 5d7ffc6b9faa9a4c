// Texts that are nearly right: a text with one to three small random changes, always the same for a seed.

/** A stream of whole numbers below a bound (mulberry32). */
export type Random = (below: number) => number;

export function random(seed: number): Random {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** What YAML reacts to, and what stands around it. */
const pieces = [
  ...' \t\n:-#"\'\\,[]{}&*!|>%@`?~<=.+/$_aT0129é\u00a0\u2028\ufeff\r\u0000\ud83d',
  ': ',
  ' #',
  '- ',
  '\n\n',
  '\r\n',
  '\n  ',
  '\n- ',
  '\n    - ',
  '\\n',
  '\\u00e9',
  '\\x',
  "''",
  '""',
  '---',
  '...',
  '<<: *a',
  '&a ',
  '!!str ',
  'null',
  'true',
  'yes',
  '0x1F',
  '0o17',
  '1e3',
  '.5',
  '1_000',
  '012',
  '.inf',
  '-.inf',
  '.nan',
  'key: ',
  'key:',
  '? ',
  '|\n',
  '>-\n',
  '[a, b]',
  '{a: b}',
  '# note\n',
  '\n# note\n',
  '$schema: x\n',
];

/** A text with some changes between two offsets. */
export function mutated(text: string, start: number, end: number, next: Random): string {
  let result = text.slice(start, end);
  for (let changes = 1 + next(3); changes > 0; changes--) result = changed(result, next);
  return text.slice(0, start) + result + text.slice(end);
}

function changed(text: string, next: Random): string {
  const at = next(text.length + 1);
  const piece = pieces[next(pieces.length)] ?? '';
  switch (next(7)) {
    case 0:
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + next(4));
    case 3:
      return text.slice(0, at) + piece + text.slice(at + 1);
    default:
      return changedLine(text, next);
  }
}

function changedLine(text: string, next: Random): string {
  const lines = text.split('\n');
  const at = next(lines.length);
  const line = lines[at] ?? '';
  switch (next(6)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines[at] = `${' '.repeat(1 + next(3))}${line}`;
      break;
    case 3:
      lines[at] = line.replace(/^ {1,2}/, '');
      break;
    case 4:
      lines.splice(next(lines.length), 0, ...lines.splice(at, 1));
      break;
    default:
      lines[at] = line.slice(0, next(line.length + 1));
  }
  return lines.join('\n');
}
