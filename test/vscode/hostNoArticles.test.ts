// The packed extension in a folder that holds no articles.
import { hostSuite } from './hostSuite.ts';

await hostSuite({ mode: 'vsix', site: 'site/notes' });
