// Document addresses as places in a tree of folders. Clients differ in how they escape characters and write drive letters.

/** A URI in one spelling, without a slash at its end: a key for maps, and to compare with. Not for sending back. */
export function canonical(uri: string): string {
  const bare = uri.replace(/[?#].*$/s, '');
  return decoded(bare)
    .replace(/\/+$/, '')
    .replace(/^file:\/\/\/[A-Z]:/, drive => drive.toLowerCase());
}

/** The folder that a file or folder stands in, in the URI's own spelling. `undefined` at the top. */
export function parentOf(uri: string): string | undefined {
  const bare = uri.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  const cut = bare.lastIndexOf('/');
  return cut < 0 || /^[^:/]+:\/{0,2}$/.test(bare.slice(0, cut + 1)) ? undefined : bare.slice(0, cut);
}

/** The last part of the path, decoded. */
export function nameOf(uri: string): string {
  const whole = canonical(uri);
  return whole.slice(whole.lastIndexOf('/') + 1);
}

/** The path of a file relative to a folder above it, decoded, with `/`. `undefined`: it does not stand below the folder. */
export function pathWithin(folder: string, uri: string): string | undefined {
  const [top, whole] = [`${canonical(folder)}/`, canonical(uri)];
  return whole.startsWith(top) ? whole.slice(top.length) : undefined;
}

/** The URI of a path below a folder. */
export function uriOf(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // a percent sign that escapes nothing
  }
}
