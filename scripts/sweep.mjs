// Asks every feature at every offset of our articles and of real ones.
//   node scripts/sweep.mjs [how many real articles; 200]
import { importTypeScript } from './importTypeScript.mjs';

const real = Number(process.argv[2] ?? 200);
const { askEverywhere } = await importTypeScript('test/features/everyOffset.ts');
const { times, wrong } = askEverywhere(real, line => console.log(line));
for (const { name, asked, p99, longest, slow } of times)
  console.log(
    `${name.padEnd(14)} ${String(asked).padStart(8)} asked, 99 % within ${p99.toFixed(2)} ms, longest ${longest.toFixed(1)} ms, ${slow} above 10 ms`,
  );
for (const line of wrong.slice(0, 20)) console.log(line);
console.log(`${wrong.length} wrong`);
if (wrong.length > 0) process.exitCode = 1;
