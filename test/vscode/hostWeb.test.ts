// The `browser` entry in the web-worker extension host, as on vscode.dev.
import { hostSuite } from './hostSuite.ts';

await hostSuite({ mode: 'web', site: 'site', workspaceFile: 'site.code-workspace' });
