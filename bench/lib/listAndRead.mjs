// The floor of every check: list the article files below a folder and read them, with nothing else. Prints how many.
import fs from 'node:fs';
import { articleFiles } from './articleFiles.mjs';

let files = 0;
let bytes = 0;
for (const file of articleFiles(process.argv[2])) {
  files++;
  bytes += fs.readFileSync(file).length;
}
console.log(JSON.stringify({ files, bytes }));
