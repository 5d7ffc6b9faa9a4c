// yaml-language-server, as a library and as a server. It does not know front matter: it gets what stands between the fences.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { fileOf, versionOf } from './packages.mjs';
import { readSchemas } from './schemas.mjs';

const require = createRequire(import.meta.url);

export const version = versionOf('yaml-language-server');

/** Of all documents, so that no two validations have the same: it keeps what it parsed by URI and version. */
let lastVersion = 0;

/** @returns `validate(type, name, text)`: resolves to its diagnostics */
export function startYamlLanguageService() {
  const { getLanguageService, TextDocument } = {
    ...require('yaml-language-server'),
    ...require('vscode-languageserver-textdocument'),
  };
  const service = getLanguageService({
    schemaRequestService: uri => Promise.reject(new Error(`No network: ${uri}`)),
    workspaceContext: { resolveRelativePath: relative => relative },
  });
  service.configure({
    validate: true,
    schemas: [...readSchemas()].map(([type, schema]) => ({
      uri: `file:///schemas/${type}.json`,
      fileMatch: [`/${type}/*.yaml`],
      schema,
    })),
  });
  return {
    validate(type, name, text) {
      const document = TextDocument.create(`file:///${type}/${name}.yaml`, 'yaml', ++lastVersion, text);
      return service.doValidation(document, false);
    },
  };
}

export const serverArguments = [fileOf('yaml-language-server', 'bin/yaml-language-server'), '--stdio'];

/** What `workspace/configuration` is to answer. The schema store is off: it would be asked over the network. */
export function serverConfiguration(schemaFile) {
  return {
    yaml: { validate: true, schemaStore: { enable: false }, schemas: { [pathToFileURL(schemaFile).href]: '*.yaml' } },
  };
}
