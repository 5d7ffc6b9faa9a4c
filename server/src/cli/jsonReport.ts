import type { FileResult, Message } from './fileResult.ts';

/** The results as ESLint's `json` formatter writes them, with `level` beside `severity`, which knows no info and hint. */
export function jsonReport(results: readonly FileResult[]): string {
  return `${JSON.stringify(results.map(entryOf))}\n`;
}

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
