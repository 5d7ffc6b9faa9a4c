import path from 'node:path';
import type { Severity } from '../core/rules/rule.ts';
import { numberText } from '../core/say.ts';
import type { FileResult, Message } from './fileResult.ts';

const levels: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 2 };

/** The results for people: each file with its findings in columns, then the sum. Empty when there is nothing to say. */
export function stylishReport(
  results: readonly FileResult[],
  { level, fix }: { readonly level: Severity; readonly fix: boolean },
  colored: boolean,
): string {
  const paint = (code: number, text: string): string => (colored ? `\u001b[${code}m${text}\u001b[0m` : text);
  const shows = (message: Message): boolean => levels.indexOf(message.level) <= levels.indexOf(level);
  const blocks = results.flatMap(({ filePath, messages }) => {
    const shown = messages.filter(shows);
    if (shown.length === 0) return [];
    const name = path.relative('', filePath);
    return [`${paint(4, name.startsWith('..') ? filePath : name)}\n${rows(shown, paint)}\n`];
  });
  const all = results.flatMap(({ messages }) => messages);
  const written = results.filter(({ output }) => output !== undefined).length;
  return [
    ...blocks.map(block => `${block}\n`),
    fix && written > 0 ? `Fixed ${counted(written, 'file')}.\n` : '',
    sum(all, results.length, paint),
    hiddenNote(all.filter(message => !shows(message))),
    fixNote(all.filter(shows)),
  ].join('');
}

function rows(messages: readonly Message[], paint: (code: number, text: string) => string): string {
  const places = messages.map(({ line, column }) => `${line}:${column}`);
  const width = Math.max(...places.map(place => place.length));
  const longest = Math.max(...messages.map(({ level }) => level.length));
  const text = Math.min(90, Math.max(...messages.map(({ message }) => message.length)));
  return messages
    .map(({ level, message, ruleId }, index) => {
      const place = (places[index] ?? '').padStart(width);
      const mark = paint(colors[level], level.padEnd(longest));
      return `  ${paint(2, place)}  ${mark}  ${message.padEnd(text)}  ${paint(2, ruleId ?? '')}`.trimEnd();
    })
    .join('\n');
}

function sum(all: readonly Message[], files: number, paint: (code: number, text: string) => string): string {
  const count = (level: Severity): number => all.filter(message => message.level === level).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const checked = `in ${counted(files, 'article')}`;
  if (errors + warnings === 0) return `${paint(32, `✔ No errors and no warnings ${checked}.`)}\n`;
  const parts = `${counted(errors, 'error')} and ${counted(warnings, 'warning')} ${checked}.`;
  return `${paint(errors > 0 ? 31 : 33, `✖ ${parts}`)}\n`;
}

function hiddenNote(hidden: readonly Message[]): string {
  if (hidden.length === 0) return '';
  const each = levels.flatMap(level => {
    const count = hidden.filter(message => message.level === level).length;
    return count > 0 ? [counted(count, level === 'info' ? 'note' : level)] : [];
  });
  return `  ${each.join(', ')} not shown; \`--level hint\` shows everything.\n`;
}

function fixNote(shown: readonly Message[]): string {
  const fixable = shown.filter(({ fix }) => fix !== undefined).length;
  return fixable > 0 ? `  \`--fix\` repairs ${numberText(fixable)} of them.\n` : '';
}

function counted(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
