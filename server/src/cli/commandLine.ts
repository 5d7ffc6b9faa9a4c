import { parseArgs } from 'node:util';
import type { Severity } from '../core/rules/rule.ts';

/** Why the command could not run; its message is for people and goes to standard error, with exit code 2. */
export class CannotRun extends Error {}

/** Which files a command is about. */
export interface FileSelection {
  /** Files, folders or globs, as given. */
  readonly paths: readonly string[];
  /** `undefined`: the nearest one of each file. */
  readonly config: string | undefined;
  /** Whether `.gitignore` counts. */
  readonly gitignore: boolean;
}

export interface CheckCommand extends FileSelection {
  readonly kind: 'check';
  readonly format: 'stylish' | 'json';
  readonly fix: boolean;
  /** The least level that stylish shows. */
  readonly level: Severity;
  /** `undefined`: any number. */
  readonly maxWarnings: number | undefined;
  /** Whether to keep what was found for the next run. */
  readonly cache: boolean;
  /** The folder to keep it in; `undefined`: `.masthead/cache` of each project. */
  readonly cacheLocation: string | undefined;
}

export interface StatsCommand extends FileSelection {
  readonly kind: 'stats';
  readonly format: 'text' | 'json' | 'markdown';
}

export type Command = CheckCommand | StatsCommand | { readonly kind: 'help' } | { readonly kind: 'version' };

const options = {
  fix: { type: 'boolean' },
  format: { type: 'string', short: 'f' },
  level: { type: 'string', default: 'info' },
  'max-warnings': { type: 'string' },
  config: { type: 'string', short: 'c' },
  'no-ignore': { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Throws `CannotRun` when the arguments mean nothing. */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.version) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (values.help || command === 'help' || (command === undefined && args.length === 0)) return { kind: 'help' };
  const selection = {
    paths: paths.length > 0 ? paths : ['.'],
    config: values.config,
    gitignore: !values['no-ignore'],
  };
  if (command === 'stats') {
    return {
      kind: 'stats',
      ...selection,
      format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'markdown']),
    };
  }
  if (command === 'check') {
    return {
      kind: 'check',
      ...selection,
      format: oneOf('--format', values.format ?? 'stylish', ['stylish', 'json']),
      fix: values.fix ?? false,
      level: oneOf('--level', values.level, ['error', 'warning', 'info', 'hint']),
      maxWarnings: wholeNumber('--max-warnings', values['max-warnings']),
      cache: values.cache ?? false,
      cacheLocation: values['cache-location'],
    };
  }
  throw new CannotRun(`${command ? `unknown command ‘${command}’` : 'no command given'}; try ‘masthead check’`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own sentence, which names the option.
    throw new CannotRun(`${(error as Error).message.split('. ')[0]}; see ‘masthead --help’`);
  }
}

function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find(one => one === value);
  if (found === undefined) throw new CannotRun(`${option} ‘${value}’ is none of ${values.join(', ')}`);
  return found;
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new CannotRun(`${option} takes a whole number, not ‘${value}’`);
  return Number(value);
}
