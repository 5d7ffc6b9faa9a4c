// The page of the preview in a real Chromium, with the policy that it has in the editor, and the messages that it sends.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pageHtml } from '../../client/src/preview/pageHtml.ts';
import type { FromPage, RemoteImages, ShownArticle, ToPage } from '../../client/src/preview/pageMessages.ts';
import { type PageTexts, pageTexts } from '../../client/src/preview/pageTexts.ts';
import { previewOf } from '../../server/src/core/preview/previewOf.ts';
import { launchBrowser } from '../support/editor/page.ts';
import { root } from '../support/root.ts';
import { checkText, defaultPath } from '../support/rules.ts';
import { type ThemeName, themes } from './themes.ts';

export interface PreviewPage {
  readonly page: Page;
  /** All that the page has sent. */
  sent(): Promise<readonly FromPage[]>;
  post(...messages: readonly ToPage[]): Promise<void>;
  /** Errors and breaches of the policy. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly remoteImages?: RemoteImages;
  readonly texts?: Partial<PageTexts>;
  readonly language?: string;
  readonly state?: unknown;
}

let browser: Browser | undefined;
let server: http.Server | undefined;

/** 800 by 450, one colour. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><rect width="800" height="450" fill="#4a7a8c"/><circle cx="560" cy="160" r="70" fill="#e8c47a"/></svg>`;

/** Requests that came, and were not for the page itself. */
export const requested: string[] = [];

export async function startPages(): Promise<void> {
  server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, content: string | Buffer) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(content);
    };
    if (url.pathname === '/page') {
      const html = pageHtml({
        nonce: 'n0nce',
        scriptUri: '/preview.js',
        styleUri: '/preview.css',
        cspSource: "'self'",
        remoteImages: url.searchParams.get('remote') === 'always',
        texts: { ...pageTexts, ...JSON.parse(url.searchParams.get('texts') ?? '{}') },
        language: url.searchParams.get('language') ?? 'en',
      });
      send('text/html', html);
    } else if (url.pathname === '/preview.js' || url.pathname === '/preview.css') {
      const type = url.pathname.endsWith('js') ? 'text/javascript' : 'text/css';
      send(type, fs.readFileSync(path.join(root, 'dist', url.pathname)));
    } else if (url.pathname === '/favicon.ico') {
      response.writeHead(404).end(); // the browser's own wish
    } else if (url.pathname.startsWith('/gone')) {
      requested.push(url.pathname);
      response.writeHead(404).end();
    } else {
      requested.push(url.pathname);
      send('image/svg+xml', picture);
    }
  });
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
}

export async function stopPages(): Promise<void> {
  await browser?.close();
  await new Promise(resolve => server?.close(resolve));
}

function port(): number {
  const address = server?.address() as AddressInfo | undefined;
  if (!address) throw new Error('startPages comes first');
  return address.port;
}

/** Another site than the page's own. */
export function otherSite(): string {
  return `http://localhost:${port()}`;
}

export async function openPage(options: PageOptions = {}): Promise<PreviewPage> {
  const { theme = 'dark', width = 640, remoteImages = 'ask', texts, language, state } = options;
  const { colours, className } = themes[theme];
  if (!browser) throw new Error('startPages comes first');
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', error => void errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // As text: what runs in the page knows a DOM, and nothing else here does.
  await page.addInitScript(`
    const sent = (window.sent = []);
    let kept = ${JSON.stringify(state)};
    window.acquireVsCodeApi = () => ({
      postMessage: message => sent.push(message),
      getState: () => kept,
      setState: next => void (kept = next),
    });
    window.keptState = () => kept;
    document.addEventListener('readystatechange', () => {
      for (const [name, value] of Object.entries(${JSON.stringify(colours)}))
        document.documentElement.style.setProperty(name, value);
      document.body?.classList.add(${JSON.stringify(className)});
    });`);
  const query = new URLSearchParams({ remote: remoteImages, ...(language && { language }) });
  if (texts) query.set('texts', JSON.stringify(texts));
  await page.goto(`http://127.0.0.1:${port()}/page?${query}`);
  const post = async (...messages: readonly ToPage[]): Promise<void> => {
    await page.evaluate(`
      for (const message of ${JSON.stringify(messages)}) window.postMessage(message, '*');
      new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))`);
  };
  await post({ type: 'settings', locked: false, remoteImages });
  return {
    page,
    errors,
    post,
    sent: () => page.evaluate('window.sent'),
    close: () => page.close(),
  };
}

/** An article as the extension shows it. */
export function shownArticle(text: string, more: Partial<ShownArticle> = {}): ShownArticle {
  return {
    uri: `file:///site/${defaultPath}`,
    version: 1,
    name: 'harbour.md',
    model: previewOf(checkText(defaultPath, text)),
    files: {},
    ...more,
  };
}
