import path from 'node:path';
import { expect, test } from 'vitest';
import { type HostRun, runInHost } from '../support/editor/hostRunner.ts';

/** Runs the in-host tests (`host/index.ts`) once and reports each of them as a test. `site` is relative to this folder. */
export async function hostSuite(run: HostRun): Promise<void> {
  const { code, plan, results, log } = await runInHost({ ...run, site: path.join(import.meta.dirname, run.site) });

  test.each(plan)('%s', name => {
    const result = results.find(each => each.name === name);
    if (!result) throw new Error(`It did not run. Last lines of the host:\n${log}`);
    if (result.error === undefined) return;
    const error = new Error(result.error);
    error.stack = result.error; // of the host, where it happened
    throw error;
  });

  test('the host ends without an error of its own', () => {
    expect(plan, log).not.toHaveLength(0);
    const failed = results.some(result => result.error !== undefined);
    expect(code, log).toBe(failed ? 1 : 0);
  });
}
