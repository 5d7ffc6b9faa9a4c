import type { PageTexts } from './pageTexts.ts';

export interface PageSources {
  /** Another for every page: only scripts that carry it run. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The source of the extension's and the workspace's own files, as VS Code gives it. */
  readonly cspSource: string;
  /** Pictures of other sites may be loaded. */
  readonly remoteImages: boolean;
  readonly texts: PageTexts;
  /** BCP 47, such as `de`. */
  readonly language: string;
}

/** The page of the preview. Nothing of an article is in it: that comes in messages, and is shown as text. */
export function pageHtml({
  nonce,
  scriptUri,
  styleUri,
  cspSource,
  remoteImages,
  texts,
  language,
}: PageSources): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource}${remoteImages ? ' https: http:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(texts.preview)}</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body data-texts="${attribute(JSON.stringify(texts))}" data-remote="${remoteImages}">
<main id="page"></main>
<script nonce="${nonce}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
