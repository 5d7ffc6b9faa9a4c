// The packed extension in the Node extension host, as in desktop VS Code.
import { hostSuite } from './hostSuite.ts';

await hostSuite({ mode: 'vsix', site: 'site', workspaceFile: 'site.code-workspace' });
