import { spawn } from 'node:child_process';

/** Longest wait for an answer, in ms, where nothing else is said. */
const PATIENCE = 20_000;

/**
 * Starts a language server and speaks to it over stdio. Answers what servers ask of a client.
 *
 * @param configuration what `workspace/configuration` answers, by section
 * @param patience longest wait for an answer, in ms
 */
export function startClient(args, { configuration = {}, patience = PATIENCE } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const waiting = new Map();
  const listeners = new Set();
  let errors = '';
  let lastId = 0;
  child.stderr.on('data', data => (errors += data));
  child.stdout.on('data', readMessages(receive));
  // A server that is gone tells in the request that waits for it.
  child.stdin.on('error', () => {});
  child.once('exit', code => {
    for (const { reject } of waiting.values()) reject(new Error(`The server ended with ${code}. ${errors}`));
  });

  function send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function receive(message) {
    if (message.method === undefined) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.id !== undefined) {
      send({ id: message.id, result: answer(message) });
    } else {
      for (const listener of listeners) listener(message);
    }
  }

  function answer({ method, params }) {
    if (method === 'workspace/configuration') return params.items.map(({ section }) => configuration[section] ?? null);
    return null;
  }

  return {
    pid: child.pid,
    /** When the process was spawned, by `performance.now()`. */
    started,
    request(method, params) {
      const id = ++lastId;
      const reply = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      send({ id, method, params });
      return inTime(reply, method, () => errors, patience);
    },
    notify: (method, params) => send({ method, params }),
    /** The next notification that passes the test. Ask before sending what brings it about. */
    next(method, test = () => true) {
      const found = new Promise(resolve => {
        const listener = message => {
          if (message.method !== method || !test(message.params)) return;
          listeners.delete(listener);
          resolve(message.params);
        };
        listeners.add(listener);
      });
      return inTime(found, method, () => errors, patience);
    },
    async stop() {
      const gone = new Promise(resolve => child.once('exit', resolve));
      await this.request('shutdown');
      this.notify('exit');
      const timer = setTimeout(() => child.kill(), 2000);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Cuts a stream of bytes into JSON-RPC messages. */
function readMessages(receive) {
  let buffer = Buffer.alloc(0);
  return data => {
    buffer = buffer.length === 0 ? data : Buffer.concat([buffer, data]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, end))[1]);
      if (buffer.length < end + 4 + length) return;
      const body = buffer.toString('utf8', end + 4, end + 4 + length);
      buffer = buffer.subarray(end + 4 + length);
      receive(JSON.parse(body));
    }
  };
}

function inTime(promise, what, errors, patience) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No ${what} within ${patience} ms. ${errors()}`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
