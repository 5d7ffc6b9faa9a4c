// Plain lines, one a test file, failures in full, and at the very end `N passed, N failed` alone on a line.
import type { SerializedError, UserConsoleLog } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class PlainReporter implements Reporter {
  onUserConsoleLog(log: UserConsoleLog): void {
    process.stdout.write(log.content);
  }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const mark = module.ok() ? 'ok    ' : 'FAILED';
    const count = tests.length === 1 ? '1 test' : `${tests.length} tests`;
    const { collectDuration, duration } = module.diagnostic();
    console.log(`${mark} ${module.relativeModuleId} (${count}, ${Math.round(collectDuration + duration)} ms)`);
    for (const test of tests) if (test.result().state === 'failed') printFailure(test);
    for (const error of module.errors()) printError(error);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of unhandled) printError(error);
    const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state));
    const count = (state: string): number => states.filter(each => each === state).length;
    // A file that fails as a whole, or an error outside any test, counts as one failure.
    const broken = modules.filter(module => module.errors().length > 0).length + unhandled.length;
    // A test that was cut short is neither: it is not let through as passed.
    const failed = count('failed') + count('pending') + broken;
    const skipped = count('skipped');
    console.log(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}

function printFailure(test: TestCase): void {
  console.log(`  ✗ ${test.fullName}`);
  for (const error of test.result().errors ?? []) printError(error);
}

function printError(error: { message: string; stack?: string; diff?: string }): void {
  const text = error.diff ? `${error.message}\n${error.diff}\n${frames(error.stack)}` : (error.stack ?? error.message);
  console.log(text.replace(/^/gm, '    '));
}

const frames = (stack = ''): string =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
