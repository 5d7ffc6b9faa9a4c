// The packed extension in the Node extension host, as in desktop VS Code.
import path from 'node:path';
import { root } from '../support/root.ts';
import { hostSuite } from './hostSuite.ts';

await hostSuite({ mode: 'vsix', workspace: path.join(root, 'sample') });
