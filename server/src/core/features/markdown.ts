// Markdown as editors show it. Whatever an article holds goes through these functions, so that it shows as the text that it is.

/** A text of an article as Markdown that shows exactly this text: no link, picture, HTML or emphasis comes of it. One line. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/www(?=\.)/gi, 'www\\')
    .replace(/@(?=\S)/g, '\\@')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A text as a code span, whatever backticks stand in it (CommonMark, section 6.1). One line; empty for an empty text. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A link to a web address; the bare text where the address is none, so that no other scheme ever gets a link. */
export function markdownLink(text: string, url: string): string {
  return isWebAddress(url) ? link(text, url.trim()) : escapeMarkdown(text);
}

/** A link to a file of the repository; the bare text where its URI is not known. */
export function fileLink(text: string, uri: string | undefined): string {
  return uri === undefined ? escapeMarkdown(text) : link(text, uri);
}

/**
 * A picture.
 *
 * @param uri of a file of the repository, or a web address that the editor may load
 * @param size in pixels, for an editor that takes it as VS Code does (`![](uri|width=320,height=180)`)
 */
export function markdownImage(
  alt: string,
  uri: string,
  size?: { readonly width: number; readonly height?: number | undefined },
): string {
  const height = size?.height === undefined ? '' : `,height=${size.height}`;
  return `![${escapeMarkdown(alt)}](${destination(uri)}${size === undefined ? '' : `|width=${size.width}${height}`})`;
}

/** Paragraphs, those that are empty left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** A bulleted list, empty lines left out; `undefined` when nothing is left. */
export function bullets(lines: readonly (string | undefined)[]): string | undefined {
  const filled = lines.filter(line => line !== undefined && line !== '');
  return filled.length > 0 ? filled.map(line => `- ${line}`).join('\n') : undefined;
}

/** A text that is cut after so many characters, at the end of a word where there is one. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const blank = cut.lastIndexOf(' ');
  const kept = blank > most / 2 ? cut.slice(0, blank) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept}…`;
}

/** The Markdown that these functions make, as plain text, for an editor that shows no Markdown. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[((?:\\.|[^\]\\])*)\]\([^)]*\)\n*/g, '')
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replace(/\*\*/g, '')
    .replace(/(?<!\\)`/g, '')
    .replace(/\\([\\`*_[\]<>|~$&/.@#+=)-])/g, '$1');
}

/** True for an address that a click may open. */
export function isWebAddress(url: string): boolean {
  const target = url.trim();
  return /^https?:\/\/[^\s/]/i.test(target) && !/[\s\u0000-\u001f]/.test(target);
}

function link(text: string, target: string): string {
  return `[${escapeMarkdown(text)}](${destination(target)})`;
}

/** What would end a destination, or mean something else in it, escaped as addresses escape it. */
function destination(uri: string): string {
  return uri.replace(/[\s()<>\\|"`{}^]/g, sign => {
    const code = sign.charCodeAt(0);
    return code > 127 ? encodeURIComponent(sign) : `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Without line breaks, and without characters that hide or turn what stands around them. */
function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
}
