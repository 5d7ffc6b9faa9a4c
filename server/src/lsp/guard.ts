import type { CancellationToken } from 'vscode-jsonrpc';

/** Where the server says what went wrong. Never gets article text. */
export type Log = (message: string) => void;

/** Answers a request; what the client sent is taken as it comes. */
export type Answer = (params: unknown, token: CancellationToken) => Promise<unknown>;

/** Handles a notification; what the client sent is taken as it comes. Never rejects. */
export type Handle = (params: unknown) => Promise<void>;

/** Answers a request by `run`. One that fails answers `otherwise`; one that the client took back says so. */
export function guardRequest<P, R>(
  log: Log,
  name: string,
  otherwise: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): Answer {
  return async (params, token) => {
    if (token.isCancellationRequested) throw cancelled();
    const result = await settled(
      given => run(given, token),
      params as P,
      error => {
        if (error instanceof RequestError) throw error; // an answer of its own, for people
        log(failureOf(name, error));
        return otherwise;
      },
    );
    if (token.isCancellationRequested) throw cancelled();
    return result;
  };
}

/** Handles a notification by `run`. One that fails is logged, and the server goes on. */
export function guardEvent<P>(log: Log, name: string, run: (params: P) => void | Promise<void>): Handle {
  return params => settled(run, params as P, error => log(failureOf(name, error)));
}

/** What may be said of an error: its kind and where it was thrown. Its message may quote the article. */
export function failureOf(name: string, error: unknown): string {
  if (!(error instanceof Error)) return `${name} failed`;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [`${name} failed: ${error.name}`, ...frames].join('\n');
}

async function settled<P, R>(run: (params: P) => R | Promise<R>, params: P, fail: (error: unknown) => R): Promise<R> {
  try {
    return await run(params);
  } catch (error) {
    return fail(error);
  }
}

/**
 * An error that is the answer to a request. `server.ts` makes a `ResponseError` of it: the session is another bundle than the
 * connection and has no class of `vscode-jsonrpc`.
 */
export class RequestError extends Error {
  readonly code: number;

  override readonly name = 'RequestError';

  /** @param code one of `errorCodes` */
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Codes of LSP's `LSPErrorCodes` and `ErrorCodes`. */
export const errorCodes = {
  requestCancelled: -32800,
  serverNotInitialized: -32002,
  invalidRequest: -32600,
  requestFailed: -32803,
  methodNotFound: -32601,
} as const;

function cancelled(): RequestError {
  return new RequestError(errorCodes.requestCancelled, 'Cancelled');
}
