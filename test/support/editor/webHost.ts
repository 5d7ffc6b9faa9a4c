// Loads an unpacked extension into the page's web-worker extension host.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';

const contentTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the files below `folder` on a free port. */
export async function serveFolder(folder: string): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    fs.readFile(file, (error, content) => {
      const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(error ? 404 : 200, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(error ? '' : content);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Where the page sees what `server` serves: through the editor's own port proxy, as the page may read its own origin only. */
export function proxied(editorUrl: string, server: http.Server): string {
  return `${editorUrl}/proxy/${(server.address() as AddressInfo).port}`;
}

/**
 * Makes the page load the extension at `extension` as a web extension and run `tests` in it, if there are some (both http addresses).
 * VS Code takes web extensions under development from the page's configuration only, never from its address;
 * it is changed when the page is parsed and no module script has run yet.
 */
export async function developWebExtension(page: Page, extension: string, tests?: string): Promise<void> {
  const development = {
    extensions: [uriComponents(extension)],
    ...(tests !== undefined && { extensionTestsPath: uriComponents(tests) }),
  };
  await page.addInitScript(`
    document.addEventListener('readystatechange', () => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (document.readyState !== 'interactive' || !meta) return;
      const configuration = JSON.parse(meta.getAttribute('data-settings'));
      Object.assign(configuration.developmentOptions ??= {}, ${JSON.stringify(development)});
      meta.setAttribute('data-settings', JSON.stringify(configuration));
    });`);
}

function uriComponents(address: string): { scheme: string; authority: string; path: string } {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
}
