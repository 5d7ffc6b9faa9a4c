import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEmptyServer, root } from './bundles.mjs';
import { startClient } from './languageClient.mjs';
import { writeSchemas } from './schemas.mjs';
import { serverArguments, serverConfiguration } from './yamlLanguageServer.mjs';

/**
 * How each server is started and given a document.
 *
 * @param seed a document of `readSeed`; it is written into a site in the scratch folder
 * @returns by name: `args`, `configuration`, `folder`, `file` (its document), `text`, `languageId`, `pulls`
 */
export async function serverCandidates(seed, scratch) {
  const folder = path.join(scratch, 'site');
  const schemas = path.join(scratch, 'schemas');
  fs.mkdirSync(path.join(folder, '_news'), { recursive: true });
  fs.writeFileSync(path.join(folder, '_config.yml'), 'title: Harbour News Every Day\n');
  writeSchemas(schemas);
  const article = { folder, file: path.join(folder, seed.path), text: seed.text, languageId: 'markdown' };
  const yaml = { folder, file: path.join(folder, 'seed.yaml'), text: seed.frontMatter, languageId: 'yaml' };
  for (const { file, text } of [article, yaml]) fs.writeFileSync(file, text);
  const ours = [path.join(root, 'dist/masthead-language-server.js'), '--stdio'];
  return {
    empty: { ...article, args: [await bundleEmptyServer(scratch), '--stdio'], publishesNothing: true },
    pushed: { ...article, args: ours },
    pulled: { ...article, args: ours, pulls: true },
    peer: {
      ...yaml,
      args: serverArguments,
      configuration: serverConfiguration(path.join(schemas, `${seed.type}.schema.json`)),
    },
  };
}

/** Starts one of them up to its answer to `initialize`. */
export async function initialize({ args, configuration, folder, pulls, patience }) {
  const client = startClient(args, { configuration, patience });
  const uri = pathToFileURL(folder).href;
  const result = await client.request('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'site' }],
    capabilities: {
      window: { workDoneProgress: true },
      workspace: { workspaceFolders: true, configuration: true },
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        ...(pulls && { diagnostic: {} }),
      },
    },
  });
  const initialized = performance.now() - client.started;
  if (pulls && !result.capabilities.diagnosticProvider) throw new Error(`${args[0]} has no diagnostics to pull.`);
  return { client, initialized };
}

/** Opens a text as its document, and waits for what the server says of it. */
export async function open(client, { file, languageId, configuration, pulls }, text, isExpected) {
  const uri = pathToFileURL(file).href;
  const published = pulls ? undefined : findings(client, uri, isExpected);
  client.notify('initialized', {});
  if (configuration) client.notify('workspace/didChangeConfiguration', { settings: null });
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  if (published) await published;
  else await pull(client, uri, isExpected);
  return uri;
}

/**
 * Starts all of them with the document open.
 *
 * @param keystrokeAt offset in a text where the keystrokes go
 * @returns by name: `press()`, which resolves to the time of one keystroke in ms, and `stop()`
 */
export async function openServers(seed, scratch, keystrokeAt) {
  const servers = {};
  for (const [name, candidate] of Object.entries(await serverCandidates(seed, scratch))) {
    const { client } = await initialize(candidate);
    const uri = await open(client, candidate, candidate.text, () => true);
    servers[name] = { press: keystrokes(client, uri, candidate, keystrokeAt), stop: () => client.stop() };
  }
  return servers;
}

/**
 * Masthead and its peer with the document open, to be asked.
 *
 * @returns by name: `type(text, before)`, which puts a text before a pattern and the cursor behind it, `untype()`, `cursor()`,
 *   `placeOf(pattern, by)`, a place so many characters behind the start of a pattern, `ask(method, position)` and `client`
 */
export async function askableServers(seed, scratch) {
  const servers = {};
  const { pulled, peer } = await serverCandidates(seed, scratch);
  for (const [name, candidate] of Object.entries({ pulled, peer })) {
    const { client } = await initialize(candidate);
    const uri = await open(client, candidate, candidate.text, () => true);
    servers[name] = askable(client, uri, candidate.text);
  }
  return servers;
}

function askable(client, uri, text) {
  let version = 1;
  let typed;
  const change = (range, newText) =>
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range, text: newText }],
    });
  return {
    client,
    type(newText, before) {
      const offset = before.exec(text).index;
      const start = positionOf(text, offset);
      const end = positionOf(text.slice(0, offset) + newText, offset + newText.length);
      typed = { start, end };
      change({ start, end: start }, newText);
    },
    untype: () => change(typed, ''),
    cursor: () => typed.end,
    placeOf: (pattern, by) => positionOf(text, pattern.exec(text).index + by),
    ask: (method, position) => client.request(method, { textDocument: { uri }, position }),
  };
}

/**
 * Starts Masthead on a site with a document open, while it still reads all other files.
 *
 * @param site its folder
 * @param seed a document of `readSeed`, which is written into the site
 * @returns `press()` as above, `indexed`, which resolves when all files are read, `client`, and `stop()`
 */
export async function openSite(site, seed, keystrokeAt, { configuration } = {}) {
  const file = path.join(site, seed.path);
  fs.writeFileSync(file, seed.text);
  const args = [path.join(root, 'dist/masthead-language-server.js'), '--stdio'];
  const candidate = {
    folder: site,
    file,
    text: seed.text,
    languageId: 'markdown',
    args,
    configuration,
    patience: 300_000,
  };
  const { client } = await initialize(candidate);
  const indexed = client.next('$/progress', ({ value }) => value.kind === 'end');
  const uri = await open(client, candidate, seed.text, () => true);
  return { client, indexed, press: keystrokes(client, uri, candidate, keystrokeAt), stop: () => client.stop() };
}

/** A keystroke puts a fault in, the next one takes it out: the answer to each is known by whether it holds one finding more. */
function keystrokes(client, uri, { text, pulls, publishesNothing }, keystrokeAt) {
  const start = positionOf(text, keystrokeAt(text));
  const end = { line: start.line, character: start.character + 1 };
  let version = 1;
  let typed = false;
  return async () => {
    typed = !typed;
    version++;
    const expected = items => publishesNothing || items.some(speaksOf(start.line)) === typed;
    const change = typed ? { range: { start, end: start }, text: 'x' } : { range: { start, end }, text: '' };
    const published = pulls ? undefined : findings(client, uri, expected);
    const sent = performance.now();
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
    await (published ?? pull(client, uri, expected));
    return performance.now() - sent;
  };
}

function speaksOf(line) {
  return ({ range }) => range.start.line === line;
}

async function findings(client, uri, isExpected) {
  const isOurs = params => decodeURIComponent(params.uri) === decodeURIComponent(uri) && isExpected(params.diagnostics);
  return (await client.next('textDocument/publishDiagnostics', isOurs)).diagnostics;
}

async function pull(client, uri, isExpected) {
  const { items } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  if (!isExpected(items)) throw new Error('The findings that were pulled are not those of the text.');
  return items;
}

function positionOf(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}
