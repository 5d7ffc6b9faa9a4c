import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { root } from '../lib/bundles.mjs';
import { number } from '../lib/statistics.mjs';

export const bundle = {
  id: 'bundle',
  title: 'Size of the bundles',
  async run() {
    const names = ['masthead-language-server.js', 'server.web.js', 'masthead.js', 'client.js', 'client.web.js'];
    const sizes = names.map(name => {
      const content = fs.readFileSync(path.join(root, 'dist', name));
      return { name, kB: content.length / 1000, gzip: zlib.gzipSync(content).length / 1000 };
    });
    const [server] = sizes;
    return {
      tables: [
        {
          head: ['file', 'kB', 'gzip kB'],
          rows: sizes.map(({ name, kB, gzip }) => [`dist/${name}`, number(kB), number(gzip)]),
        },
      ],
      goals: [{ id: 'G12', value: server.kB, shown: `${number(server.kB)} kB` }],
      notes: [],
    };
  },
};
