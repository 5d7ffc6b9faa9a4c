// The module that the extension host loads; test/vscode/host.*.test.ts start it.
import './extension.ts';
import { runTests } from './harness.ts';

/** Called by VS Code (`extensionTestsPath`). */
export function run(): Promise<void> {
  return runTests();
}
