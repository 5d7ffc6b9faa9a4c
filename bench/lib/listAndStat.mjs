// The floor of every check that reads nothing: list the article files below a folder and look at their times. Prints how many.
import fs from 'node:fs';
import path from 'node:path';

let files = 0;
let bytes = 0;
walk(process.argv[2]);
console.log(JSON.stringify({ files, bytes }));

function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = folder + path.sep + entry.name;
    if (entry.isDirectory()) walk(full);
    else if (/\.(md|html|ya?ml)$/.test(entry.name)) {
      files++;
      bytes += fs.statSync(full).size;
    }
  }
}
