import type { SiteInfo } from '../../../server/src/lsp/viewsProtocol.ts';
import { sites } from '../../../server/src/lsp/viewsProtocol.ts';
import type { Session } from '../startClient.ts';

/** The repositories whose files have been read; empty while the server does not run. */
export async function readSites({ client }: Pick<Session, 'client'>): Promise<readonly SiteInfo[]> {
  return (await client?.sendRequest<readonly SiteInfo[]>(sites, null)) ?? [];
}

/** The last part of a repository's address, for people. */
export function nameOfSite({ root }: SiteInfo): string {
  return decodeURIComponent(root.slice(root.lastIndexOf('/') + 1));
}
