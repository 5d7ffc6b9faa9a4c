import * as vscode from 'vscode';
import { siteChanged } from '../../../server/src/lsp/protocol.ts';
import type { Session } from '../startClient.ts';

/**
 * Calls after what repositories know has changed, and after a server has started: once all has been quiet for a moment, so that views
 * take no time from what is typed, nor from the first findings.
 */
export function followSite(session: Session, changed: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  const feed = feedOf(session);
  feed.add(later);
  if (session.client) later();
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    feed.delete(later);
  });
}

/** Who hears of each session: a client has one handler for a notification, so a second one would silence the first. */
const feeds = new WeakMap<Session, Set<() => void>>();

function feedOf(session: Session): Set<() => void> {
  const known = feeds.get(session);
  if (known) return known;
  const feed = new Set<() => void>();
  feeds.set(session, feed);
  const tell = (): void => {
    for (const later of feed) later();
  };
  session.onDidStart(client => {
    client.onNotification(siteChanged, tell);
    tell();
  });
  return feed;
}

/** In ms. The server tells of changes every 300 ms at the most, for as long as somebody types. */
const QUIET = 500;
