// The `browser` entry in the web-worker extension host, as on vscode.dev.
import path from 'node:path';
import { root } from '../support/root.ts';
import { hostSuite } from './hostSuite.ts';

await hostSuite({ mode: 'web', workspace: path.join(root, 'sample') });
