import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['./test/support/plainReporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/vscode/**', 'test/page/**'],
          // No test has a stopwatch: a busy machine may take its time.
          testTimeout: 120_000,
        },
      },
      {
        // A real browser, without an editor around it.
        test: {
          name: 'page',
          sequence: { groupOrder: 1 },
          include: ['test/page/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Each file drives an editor and a browser of its own, so they run one by one, after the quick ones.
        test: {
          name: 'vscode',
          sequence: { groupOrder: 2 },
          include: ['test/vscode/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
