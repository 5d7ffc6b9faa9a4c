import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';

/**
 * Writes messages as LSP's base protocol has them, header and body in one piece. The library's own writer sends them one after the other,
 * which costs a second system call and wakes the client for a header alone.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failures = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves when the stream has taken the message; what is written first comes first. Rejects, and says so, when it takes nothing. */
  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#stream.write(whole, 'utf8', error => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
