import type { FileResult, Message } from './fileResult.ts';

/**
 * The results as ESLint's `json` formatter writes them, with `level` beside `severity`, which knows no info and hint.
 *
 * @returns the text in parts. All of it at once would be megabytes, and it is written several times as fast where it is ASCII; messages are not.
 */
export function* jsonReport(results: readonly FileResult[]): Iterable<string> {
  const [beforePath, afterPath] = JSON.stringify(entryOf({ filePath: '', messages: [] })).split('""');
  let text = '[';
  for (const [i, result] of results.entries()) {
    if (i > 0) text += ',';
    if (result.messages.length === 0 && result.output === undefined) {
      text += `${beforePath}${JSON.stringify(result.filePath)}${afterPath}`;
      if (text.length < PART) continue;
    } else {
      yield text;
      text = JSON.stringify(entryOf(result));
    }
    yield text;
    text = '';
  }
  yield `${text}]\n`;
}

/** In characters. */
const PART = 65_536;

function entryOf({ filePath, messages, output }: FileResult) {
  const count = (test: (message: Message) => boolean): number => messages.filter(test).length;
  return {
    filePath,
    messages: messages.map(({ ruleId, level, ...rest }) => ({ ruleId, severity: severityOf(level), level, ...rest })),
    suppressedMessages: [],
    errorCount: count(({ level }) => level === 'error'),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ level }) => level === 'warning'),
    fixableErrorCount: count(({ level, fix }) => level === 'error' && fix !== undefined),
    fixableWarningCount: count(({ level, fix }) => level === 'warning' && fix !== undefined),
    ...(output !== undefined && { output }),
    usedDeprecatedRules: [],
  };
}

function severityOf(level: Message['level']): 0 | 1 | 2 {
  if (level === 'error') return 2;
  return level === 'warning' ? 1 : 0;
}
