// The floor of every check that reads nothing: list the article files below a folder and look at their times. Prints how many.
import fs from 'node:fs';
import { articleFiles } from './articleFiles.mjs';

let files = 0;
let bytes = 0;
for (const file of articleFiles(process.argv[2])) {
  files++;
  bytes += fs.statSync(file).size;
}
console.log(JSON.stringify({ files, bytes }));
