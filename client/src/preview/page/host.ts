import type { FromPage, PageState } from '../pageMessages.ts';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code gives it once. */
const api = acquireVsCodeApi();

export function send(message: FromPage): void {
  api.postMessage(message);
}

/** What was kept before the window was loaded again. */
export function storedState(): PageState | undefined {
  return api.getState();
}

export function storeState(state: PageState): void {
  api.setState(state);
}
