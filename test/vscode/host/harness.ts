// A small test runner for tests INSIDE the extension host, in Node and in the web worker alike.
// Its results are console lines, which test/support/editor/hostRunner.ts reads.

type Body = () => Promise<void>;
const tests: (readonly [name: string, body: Body])[] = [];

export function test(name: string, body: Body): void {
  tests.push([name, body]);
}

/** Runs every test in order. Rejects when one failed, which makes the host's exit code 1. */
export async function runTests(): Promise<void> {
  send(
    '@@plan',
    tests.map(([name]) => name),
  );
  let failed = 0;
  for (const [name, body] of tests) {
    const start = Date.now();
    const error = await failure(body);
    if (error !== undefined) failed++;
    send('@@result', { name, ms: Date.now() - start, error });
  }
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/** Asserts that two plain values are alike. */
export function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}

/**
 * Asks every 50 ms until the answer is truthy, and returns it.
 * Providers answer emptily while the server still reads a change, and VS Code cancels a running query when the editor moves on.
 */
export async function until<T>(what: string, ask: () => T | Promise<T>, limit = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await askOnce(ask);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`no ${what} in ${limit} ms`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function askOnce<T>(ask: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && (error.name === 'Canceled' || error.message === 'Canceled')) return undefined;
    throw error;
  }
}

async function failure(body: Body): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function send(kind: '@@plan' | '@@result', data: unknown): void {
  console.log(`${kind} ${JSON.stringify(data)}`);
}
