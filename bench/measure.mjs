// Runs one measurement and sends its result to the parent: each has a process of its own, so that none inherits the heap
// and the compiled code of another. Started by run.mjs.
import { measurements } from './measurements/index.mjs';

const { id, ...options } = JSON.parse(process.argv[2]);
const result = await measurements.find(one => one.id === id).run(options);
process.send(result, () => process.disconnect());
