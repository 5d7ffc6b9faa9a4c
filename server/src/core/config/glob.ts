/**
 * A matcher of paths by globs such as `_news/2019-*` and `*.{md,html}`. A star and `?` stay within a folder, two stars
 * cross folders, `{a,b}` is either, `[a-z]` and `[!a-z]` are one character. A glob that ends with a slash means all
 * below it. Always anchored at both ends; paths use slashes and do not start with one. Brackets and braces that do not
 * close stand for themselves.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(patternOf);
  return path => {
    for (const { literal, pattern } of patterns) if (path.includes(literal) && pattern.test(path)) return true;
    return false;
  };
}

/** True for a glob that takes all files of a folder or none: `_news/**`, `_data/*`. */
export function isOfFolder(glob: string): boolean {
  return /\/\*{0,2}$/.test(glob);
}

interface Pattern {
  /** What each path that matches holds: to look for it is faster, and most paths lack it. */
  readonly literal: string;
  readonly pattern: RegExp;
}

function patternOf(glob: string): Pattern {
  const whole = (glob.endsWith('/') ? `${glob}**` : glob).replace(/^\.?\//, '');
  return { literal: literalOf(whole), pattern: expressionOf(whole) };
}

/** The longest stretch without a wildcard. Two stars before a slash may stand for nothing, and so may the slash. */
function literalOf(glob: string): string {
  if (/[{}[\]]/.test(glob)) return '';
  return glob.split(/\*+\/|[*?]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function expressionOf(glob: string): RegExp {
  try {
    return new RegExp(`^(?:${sourceOf(glob)})$`, 'su');
  } catch {
    // A range that runs backwards, `[z-a]`, matches nothing.
    return /(?!)/;
  }
}

function sourceOf(glob: string): string {
  let source = '';
  let open = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob.charAt(i);
    if (c === '*') {
      const end = runOfStars(glob, i);
      const folders = end - i > 1 && /^(?:|.*[/{,])$/s.test(glob.slice(0, i)) && glob.charAt(end) === '/';
      source += end - i === 1 ? '[^/]*' : folders ? '(?:[^/]+/)*' : '.*';
      i = folders ? end : end - 1;
    } else if (c === '?') source += '[^/]';
    else if (c === '{' && closes(glob, i)) {
      open++;
      source += '(?:';
    } else if (c === '}' && open > 0) {
      open--;
      source += ')';
    } else if (c === ',' && open > 0) source += '|';
    else if (c === '[') {
      const set = SET.exec(glob.slice(i))?.[0] ?? '';
      source += set === '' ? '\\[' : setSource(set);
      i += Math.max(set.length - 1, 0);
    } else source += c.replace(/[\\^$.+()[\]{}|]/, '\\$&');
  }
  return source;
}

/** `[abc]`, `[a-z]`, `[!a]`; `[!]` is a set of one; `[]` is none. */
const SET = /^\[[!^]?[^\]]+\]/;

function setSource(set: string): string {
  const negated = /^\[[!^]./.test(set) && set.length > 3;
  const inner = set.slice(negated ? 2 : 1, -1).replace(/[\\[^]/g, '\\$&');
  // A set is one character of a name: never the slash.
  return `(?!/)[${negated ? '^' : ''}${inner}]`;
}

function runOfStars(glob: string, start: number): number {
  let end = start;
  while (glob.charAt(end) === '*') end++;
  return end;
}

/** True when the brace at `start` has its own closing one. */
function closes(glob: string, start: number): boolean {
  let depth = 0;
  for (let i = start; i < glob.length; i++) {
    if (glob.charAt(i) === '{') depth++;
    else if (glob.charAt(i) === '}' && --depth === 0) return true;
  }
  return false;
}
