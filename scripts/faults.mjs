// Breaks every article at hand in one place, in each way we know, and counts what is caught and what is restored.
//   node scripts/faults.mjs [--show=N] [pattern of a fault's or rule's name]
import { importTypeScript } from './importTypeScript.mjs';

const args = process.argv.slice(2);
const shown = Number(args.find(arg => arg.startsWith('--show='))?.slice('--show='.length) ?? 2);
const filter = args.find(arg => !arg.startsWith('--')) ?? '';

const { report } = await importTypeScript('test/faults/report.ts');
if (report(filter, shown, line => console.log(line)) > 0) process.exitCode = 1;
