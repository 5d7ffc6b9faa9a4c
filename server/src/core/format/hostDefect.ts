import type { Span } from '../text.ts';

export type HostDefectKind = 'character' | 'trailing-dot' | 'label' | 'without-dot' | 'address';

/** What is wrong with a host name. Spans are offsets inside it; `repaired` is there when one right answer exists. */
export interface HostDefect {
  readonly kind: HostDefectKind;
  readonly span: Span;
  readonly repaired?: string;
}

/**
 * The first thing wrong with a host: RFC 1123 names of at least two labels, with underscores and letters of every script allowed
 * as browsers allow them, or an IPv4 address. `undefined` when it is right. The host is not empty.
 */
export function hostDefect(host: string): HostDefect | undefined {
  const wrong = BAD_CHARACTER.exec(host);
  if (wrong !== null) {
    const span = { start: wrong.index, end: wrong.index + wrong[0].length };
    // A comma or semicolon between two labels is a mistyped dot.
    const slip = /^[,;\u3002]$/.test(wrong[0]) && span.start > 0 && span.end < host.length;
    if (!slip) return { kind: 'character', span };
    return { kind: 'character', span, repaired: `${host.slice(0, span.start)}.${host.slice(span.end)}` };
  }
  const firstEmpty = host.startsWith('.') ? 0 : host.indexOf('..');
  if (firstEmpty !== -1) {
    let end = firstEmpty;
    while (host.charAt(end) === '.') end++;
    const span = { start: firstEmpty, end };
    if (end === host.length) return { kind: 'label', span };
    const joint = firstEmpty === 0 ? '' : '.';
    return { kind: 'label', span, repaired: host.slice(0, firstEmpty) + joint + host.slice(end) };
  }
  if (host.endsWith('.')) {
    return { kind: 'trailing-dot', span: { start: host.length - 1, end: host.length }, repaired: host.slice(0, -1) };
  }
  return labelDefect(host);
}

// ASCII but letters, digits, `.`, `-`, `_`; blanks, marks and full-width forms outside ASCII.
const BAD_CHARACTER =
  /[\u0000-\u002c/\u003a-\u0040\u005b-\u005e`\u007b-\u00a0\u00ad\u2000-\u200b\u200e-\u206f\u3000-\u3003\ufeff\uff00-\uff60\ufffd]|\p{Z}/u;

function labelDefect(host: string): HostDefect | undefined {
  const whole = { start: 0, end: host.length };
  const labels = host.split('.');
  if (host.length > 253) return { kind: 'label', span: whole };
  let start = 0;
  for (const label of labels) {
    const span = { start, end: start + label.length };
    if (label.length > 63 || label.startsWith('-') || label.endsWith('-')) return { kind: 'label', span };
    start = span.end + 1;
  }
  if (labels.length < 2) return { kind: 'without-dot', span: whole };
  // A host whose last label is a number is an address (WHATWG URL, "ends in a number").
  if (!/^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const octets = labels.filter(label => /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255);
  return octets.length === 4 && labels.length === 4 ? undefined : { kind: 'address', span: whole };
}
