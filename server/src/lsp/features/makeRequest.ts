import type { CancellationToken } from 'vscode-jsonrpc';
import type { Answer } from '../guard.ts';

/** Makes the answer to a method. One that fails answers `otherwise`. */
export type MakeRequest = <P, R>(
  method: string,
  otherwise: R,
  run: (params: P, token: CancellationToken) => Promise<R>,
) => Readonly<Record<string, Answer>>;
