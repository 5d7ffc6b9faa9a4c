import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Message } from 'vscode-jsonrpc/node';
import { WholeMessageWriter } from '../../server/src/node/messageWriter.ts';

function collecting(fail?: Error) {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk.toString('utf8'));
      // Slower than they come: they must still keep their order.
      setTimeout(() => done(fail), 1);
    },
  });
  return { chunks, stream };
}

const message = (text: string): Message => ({ jsonrpc: '2.0', method: 'x', params: { text } }) as Message;

test('a message is one piece, its length counted in bytes', async () => {
  const { chunks, stream } = collecting();
  await new WholeMessageWriter(stream).write(message('Häfen – 🚢'));
  const body = '{"jsonrpc":"2.0","method":"x","params":{"text":"Häfen – 🚢"}}';
  expect(chunks).toEqual([`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`]);
});

test('messages come in the order in which they were written', async () => {
  const { chunks, stream } = collecting();
  const writer = new WholeMessageWriter(stream);
  await Promise.all(['a', 'b', 'c'].map(text => writer.write(message(text))));
  expect(chunks.map(chunk => /"text":"(.)"/.exec(chunk)?.[1])).toEqual(['a', 'b', 'c']);
});

test('one that cannot be written is told of, with the message', async () => {
  const { stream } = collecting(new Error('gone'));
  const writer = new WholeMessageWriter(stream);
  const told: unknown[] = [];
  writer.onError(([error, unsent, count]) => told.push([error.message, unsent, count]));
  const lost = message('a');
  await expect(writer.write(lost)).rejects.toThrow('gone');
  expect(told).toContainEqual(['gone', lost, 1]);
});

test('tells that the stream is closed', async () => {
  const { stream } = collecting();
  const writer = new WholeMessageWriter(stream);
  const closed = new Promise<void>(resolve => writer.onClose(() => resolve()));
  writer.end();
  await closed;
  expect(stream.writableEnded).toBe(true);
});
