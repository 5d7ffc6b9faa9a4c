// Measures in the editor's own page how long it takes from a key or a click to what it changes on the screen.

/**
 * Runs before the scripts of every frame. In the editor's window it gives `fromEvent`; the preview stands in a frame of the same origin and
 * the same process, so one clock serves for both.
 */
export const probe = `
if (window === window.top) {
  window.previewDocument = () => {
    const outer = document.querySelector('iframe.webview.ready')?.contentDocument;
    return outer?.querySelector('#active-frame')?.contentDocument;
  };
  // Resolves to the times in ms from the next event of a kind until \`look(document)\` gives another text, and until that is painted.
  window.fromEvent = (kind, place, look) => new Promise((resolve, reject) => {
    const inside = place === 'preview' ? window.previewDocument() : document;
    const before = look(inside);
    const late = setTimeout(() => { watcher.disconnect(); reject(new Error('nothing changed: ' + before)); }, 10_000);
    let from;
    const watcher = new MutationObserver(() => {
      if (from === undefined || look(inside) === before) return;
      const changed = performance.now() - from;
      watcher.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ changed, painted: performance.now() - from });
        port2.postMessage(undefined);
      });
    });
    watcher.observe(inside, { subtree: true, childList: true, characterData: true, attributes: true });
    addEventListener(kind, event => { from = event.timeStamp; }, { once: true, capture: true });
  });
}`;

/** Does something that makes an event in the page, and returns `{ changed, painted }` in ms. `look` is JavaScript: a function of a document. */
export async function fromEvent(page, { kind, place = 'window', look, act }) {
  await page.evaluate(`window.pending = window.fromEvent('${kind}', '${place}', ${look}); undefined`);
  await act();
  return page.evaluate('window.pending');
}
