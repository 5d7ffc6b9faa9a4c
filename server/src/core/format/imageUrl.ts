import { readUrl, siteRelative, type UrlReading } from './url.ts';
import { unwrapDefect } from './wrappedUrl.ts';

/** As `readUrl`, or what stands in the place of the host in an address inside the site. */
export type ImageUrlReading = UrlReading | { readonly kind: 'valid'; readonly parts: undefined };

/** Reads the address of a picture: a web address, or one inside the site that starts with a slash (`/assets/images/ferry.jpg`). */
export function readImageUrl(text: string): ImageUrlReading {
  const trimmed = text.trim();
  if (isInside(trimmed)) return trimmed === text ? readInside(text) : blankAround(text, trimmed);
  const wrapped = trimmed === text ? unwrapDefect(text) : undefined;
  if (wrapped?.next !== undefined && isInside(wrapped.next)) {
    const repaired = repairedOf(wrapped.next, readInside(wrapped.next));
    return { kind: wrapped.kind, span: wrapped.span, ...(repaired !== undefined && { repaired }) };
  }
  const reading = readUrl(text);
  if (reading.kind !== 'relative') return reading;
  const rooted = `/${text.replace(/\\/g, '/').replace(/^\.?\/+/, '')}`;
  // Where any other folder lies depends on the page that shows the picture.
  const certain = rooted.startsWith('/assets/') && readInside(rooted).kind === 'valid';
  return certain ? { ...reading, repaired: rooted } : reading;
}

function isInside(text: string): boolean {
  return text.startsWith('/') && !text.startsWith('//');
}

const SITE = 'https://site.example';

/** An address inside the site is read as one of a site, whose defects it shares. */
function readInside(text: string): ImageUrlReading {
  const reading = readUrl(SITE + text);
  if (reading.kind === 'valid') {
    if (siteRelative(text) === undefined) return { kind: 'relative', span: { start: 0, end: text.length } };
    return { kind: 'valid', parts: undefined };
  }
  const { kind, span, repaired } = reading;
  const start = Math.max(0, span.start - SITE.length);
  return {
    kind,
    span: { start, end: Math.max(start, span.end - SITE.length) },
    ...(repaired?.startsWith(SITE) && { repaired: repaired.slice(SITE.length) }),
  };
}

function blankAround(text: string, trimmed: string): ImageUrlReading {
  const start = text.length - text.trimStart().length;
  const span = start > 0 ? { start: 0, end: start } : { start: trimmed.length, end: text.length };
  const repaired = repairedOf(trimmed, readInside(trimmed));
  return { kind: 'blank-around', span, ...(repaired !== undefined && { repaired }) };
}

function repairedOf(text: string, reading: ImageUrlReading): string | undefined {
  return reading.kind === 'valid' ? text : reading.repaired;
}
