// Web addresses and domains.
import { nodeAt, type ScalarNode, textAt } from '../../server/src/core/article/nodes.ts';
import type { TextField } from '../../server/src/core/check/articleView.ts';
import { cdnAmpUrl } from '../../server/src/core/format/amp.ts';
import { urlParts } from '../../server/src/core/format/url.ts';
import type { TextRole } from '../../server/src/core/schema/shape.ts';
import type { Span } from '../../server/src/core/text.ts';
import {
  type FaultKind,
  type Injection,
  inner,
  isScalar,
  linesOf,
  matches,
  put,
  putFar,
  type Subject,
  sourceOf,
  swap,
  texts,
} from './fault.ts';

interface UrlKind {
  readonly safe: boolean;
  readonly differs?: string;
  /** Default: every field with an address but those for AMP, which other rules pair. */
  readonly roles?: readonly TextRole[];
  readonly accepts?: (field: TextField, subject: Subject) => boolean;
}

/** A slip in one `https` address. */
function url(
  id: string,
  rule: string,
  { safe, differs, roles = ['url', 'image-url'], accepts = () => true }: UrlKind,
  place: (subject: Subject, field: TextField, url: Span) => Injection | undefined,
): FaultKind {
  return {
    id,
    rule,
    safe,
    ...(differs !== undefined && { differs }),
    inject(subject) {
      const field = subject.pick(
        texts(subject, roles, (source, one) => /^["']?https:\/\//.test(source) && accepts(one, subject)),
      );
      return field && place(subject, field, inner(field.node));
    },
  };
}

const atStart =
  (length: number, marked: string) =>
  (_: Subject, __: TextField, { start }: Span): Injection =>
    put({ start, end: start + length }, marked);
const atEnd =
  (marked: string) =>
  (_: Subject, __: TextField, { end }: Span): Injection =>
    put({ start: end, end }, marked);
const whole =
  (make: (address: string) => string) =>
  ({ article }: Subject, { node }: TextField): Injection => {
    const quote = sourceOf(article, node).slice(0, node.style === 'double' ? 1 : 0);
    return swap(node, quote + make(node.text) + quote);
  };
function atMatch(pattern: RegExp, marked: string) {
  return ({ article, pick }: Subject, _: TextField, span: Span): Injection | undefined => {
    const place = pick(matches(article, span, pattern));
    return place && put(place, marked);
  };
}

/** The host of an address as a place in the file. */
function hostIn({ start }: Span, { node }: TextField): Span | undefined {
  const host = urlParts(node.text)?.host;
  return host && { start: start + host.start, end: start + host.end };
}

const isQuoted = ({ node }: TextField) => node.style === 'double';
const isAmp = ({ name }: TextField) => name === 'ampWebUrl' || name === 'cdnAmpWebUrl';
const hasCacheAddress = ({ node, parent }: TextField) => cdnAmpUrl(node.text) === textAt(parent?.node, 'cdnAmpWebUrl');
const hasTwin = (field: TextField, subject: Subject) =>
  isQuoted(field) && texts(subject, ['url']).some(other => other !== field && other.node.text === field.node.text);
/** In a path, between two letters. */
const IN_PATH = /(?<=:\/\/[^/?#"]+\/[^?#"]*[a-z])()(?=[a-z])/;

const schemes: readonly FaultKind[] = [
  url('url-without-scheme', 'url-scheme', { safe: true, roles: ['url'] }, (_, field, span) => {
    const host = hostIn(span, field);
    return (
      host && put({ start: span.start, end: host.end }, `<|${field.node.text.slice(8, 8 + host.end - host.start)}|>`)
    );
  }),
  url('url-scheme-letter-lost', 'url-scheme', { safe: true }, atStart(8, '<|htps://|>')),
  url('url-scheme-letter-doubled', 'url-scheme', { safe: true }, atStart(8, '<|htttps://|>')),
  url('url-scheme-first-letter-lost', 'url-scheme', { safe: true }, atStart(8, '<|ttps://|>')),
  url('url-scheme-letters-swapped', 'url-scheme', { safe: true }, atStart(8, '<|htpts://|>')),
  url('url-scheme-without-colon', 'url-scheme', { safe: true }, atStart(8, '<|https//|>')),
  url('url-scheme-semicolon', 'url-scheme', { safe: true }, atStart(8, '<|https;//|>')),
  url('url-scheme-one-slash', 'url-scheme', { safe: true }, atStart(8, '<|https:/|>')),
  url('url-scheme-three-slashes', 'url-scheme', { safe: true }, atStart(8, '<|https:///|>')),
  url('url-scheme-doubled', 'url-scheme', { safe: true }, atStart(8, '<|https://|>https://')),
  url('url-scheme-doubled-http', 'url-scheme', { safe: true }, atStart(8, '<|http://|>https://')),
  url('url-scheme-left-out', 'url-scheme', { safe: true }, atStart(8, '<|//|>')),
  // Whether the page answers under `https` has to be tried.
  url('url-plain-http', 'url-insecure', { safe: false, accepts: field => !isAmp(field) }, atStart(8, '<|http|>://')),
  url(
    'url-plain-http-amp',
    'url-insecure',
    { safe: true, accepts: field => field.name === 'ampWebUrl' && hasCacheAddress(field) },
    atStart(8, '<|http|>://'),
  ),
  url('url-script', 'url-unsafe', { safe: false, accepts: isQuoted }, (_, { node }) =>
    put(node, '"<|javascript:|>void(0)"'),
  ),
  url('url-data', 'url-unsafe', { safe: false, accepts: isQuoted }, (_, { node }) =>
    put(node, '"<|data:|>text/html,x"'),
  ),
  url('url-file', 'url-unsafe', { safe: false }, atStart(8, '<|file:|>///')),
  url('url-ftp', 'url-unsafe', { safe: false }, atStart(8, '<|ftp:|>//')),
];

const addresses: readonly FaultKind[] = [
  url('url-blank-at-end', 'url-blank', { safe: true, accepts: isQuoted }, atEnd('<| |>')),
  url('url-line-break-at-end', 'url-blank', { safe: true, accepts: isQuoted }, atEnd('<|\\n|>')),
  url('url-blank-at-start', 'url-blank', { safe: true, accepts: isQuoted }, atStart(0, '<| |>')),
  url('url-no-break-blank-at-end', 'url-blank', { safe: true }, atEnd('<|\u00a0|>')),
  url('url-zero-width-blank', 'url-blank', { safe: true }, atMatch(IN_PATH, '<|\u200b|>')),
  url('url-blank-for-code', 'url-blank', { safe: true }, atMatch(/(%20)(?![^%]*%20)/, '<| |>')),
  url('url-blank-inside-of-one-of-two', 'url-blank', { safe: true, accepts: hasTwin }, atMatch(IN_PATH, '<| |>')),
  url(
    'url-blank-inside',
    'url-blank',
    {
      safe: false,
      differs: 'without a second copy a blank can only be read as browsers do',
      accepts: (field, subject) => isQuoted(field) && !isAmp(field) && !hasTwin(field, subject),
    },
    atMatch(IN_PATH, '<| |>'),
  ),
  url('url-in-angles', 'url-unbalanced', { safe: true, accepts: isQuoted }, (_, { node }) =>
    put(node, `"<|<|>${node.text}>"`),
  ),
  url('url-in-brackets', 'url-unbalanced', { safe: true, accepts: isQuoted }, (_, { node }) =>
    put(node, `"<|(|>${node.text})"`),
  ),
  url(
    'url-bracket-left-over',
    'url-unbalanced',
    { safe: true, accepts: field => isQuoted(field) && !/[()]/.test(field.node.text) },
    atEnd('<|)|>'),
  ),
  url('url-as-link', 'url-unbalanced', { safe: true, accepts: isQuoted }, (_, { node }) =>
    swap(node, `"[The page](${node.text})"`),
  ),
  url('url-as-html-link', 'url-unbalanced', { safe: true, accepts: isQuoted }, (_, { node }) =>
    swap(node, `"<a href='${node.text}'>The page</a>"`),
  ),
  url('url-entity', 'url-invalid', { safe: true }, atMatch(/(&)(?!.*&)/, '<|&amp;|>')),
  url(
    'url-host-comma',
    'url-host',
    { safe: true },
    atMatch(/(?<=^["']?https:\/\/[^/]*)(\.)(?=[a-z]+(?:\/|$))/, '<|,|>'),
  ),
  url('url-host-dot-at-end', 'url-host', { safe: true }, (_, field, span) => {
    const host = hostIn(span, field);
    return host && put({ start: host.end, end: host.end }, '<|.|>');
  }),
  url(
    'url-host-without-dot',
    'url-host',
    { safe: false, roles: ['url'], accepts: field => !isAmp(field) },
    (_, field, span) => {
      const host = hostIn(span, field);
      return host && swap(host, 'localhost');
    },
  ),
  url('url-host-character', 'url-host', { safe: false, accepts: field => !isAmp(field) }, (_, field, span) => {
    const host = hostIn(span, field);
    return host && put({ start: host.start + 1, end: host.start + 1 }, '<|!|>');
  }),
  url('url-port', 'url-host', { safe: false, accepts: field => !isAmp(field) }, (_, field, span) => {
    const host = hostIn(span, field);
    return host && put({ start: host.end, end: host.end }, '<|:99999|>');
  }),
  url('url-user', 'url-invalid', { safe: false, accepts: field => !isAmp(field) }, (_, field, span) => {
    const host = hostIn(span, field);
    return host && put({ start: host.start, end: host.start }, '<|ada:pass@|>');
  }),
  url(
    'url-backslash',
    'url-invalid',
    { safe: true, accepts: isQuoted },
    atMatch(/(?<=:\/\/[^/?#]+)(\/)(?=\w)/, '<|\\\\|>'),
  ),
  url(
    'url-words',
    'url-invalid',
    { safe: false, roles: ['url'], accepts: field => isQuoted(field) && !isAmp(field) },
    whole(() => 'the page'),
  ),
  url(
    'url-of-the-site',
    'url-invalid',
    { safe: false, roles: ['url'], accepts: field => !isAmp(field) },
    whole(() => '/news/the-page'),
  ),
];

/** A fault in the pair of AMP addresses of the article or a related item. */
function amp(
  id: string,
  rule: string,
  change: (pair: { page: TextField; cached: TextField }, subject: Subject) => Injection | undefined,
  differs?: string,
): FaultKind {
  return {
    id,
    rule,
    safe: differs === undefined,
    ...(differs !== undefined && { differs }),
    inject(subject) {
      const cached = texts(subject, ['url'], (_, { name }) => name === 'cdnAmpWebUrl');
      const pairs = cached.flatMap(one => {
        const page = texts(subject, ['url'], (_, { name, parent }) => name === 'ampWebUrl' && parent === one.parent)[0];
        return page ? [{ page, cached: one }] : [];
      });
      const pair = subject.pick(pairs);
      return pair && change(pair, subject);
    },
  };
}

const amps: readonly FaultKind[] = [
  amp(
    'amp-cache-address-missing',
    'amp-pair',
    ({ page, cached }, { article }) => page.key && putFar(linesOf(article, cached.node), '', page.key),
  ),
  amp(
    'amp-page-address-missing',
    'amp-pair',
    ({ page, cached }, { article }) => cached.key && putFar(linesOf(article, page.node), '', cached.key),
  ),
  amp('amp-cache-without-s', 'amp-cdn-url', ({ cached }) =>
    swap(cached.node, `"${cached.node.text.replace('/c/s/', '/c/')}"`),
  ),
  amp('amp-cache-host-dot', 'amp-cdn-url', ({ cached }) =>
    swap(cached.node, `"${cached.node.text.replace(/-(?=[a-z]+\.cdn)/, '.')}"`),
  ),
  amp('amp-cache-path-cut', 'amp-cdn-url', ({ cached }) => swap(cached.node, `"${cached.node.text.slice(0, -3)}"`)),
  amp('amp-cache-is-page', 'amp-cdn-url', ({ page, cached }) => swap(cached.node, `"${page.node.text}"`)),
  amp(
    'amp-page-changed',
    'amp-cdn-url',
    ({ page, cached }) => putFar({ start: page.node.end - 1, end: page.node.end - 1 }, '2', cached.node),
    'the cache address follows from the page’s, so that is taken for right',
  ),
];

/** A slip in one domain. */
function domain(
  id: string,
  rule: string,
  safe: boolean,
  place: (node: ScalarNode, subject: Subject) => Injection | undefined,
  accepts: (field: TextField) => boolean = () => true,
): FaultKind {
  return {
    id,
    rule,
    safe,
    inject(subject) {
      const field = subject.pick(
        texts(subject, ['domain'], (source, one) => /^[a-z][\w.-]+$/.test(source) && accepts(one)),
      );
      return field && place(field.node, subject);
    },
  };
}

const domains: readonly FaultKind[] = [
  domain('domain-www', 'provider-domain', true, ({ start }) => put({ start, end: start }, '<|www.|>')),
  domain('domain-as-address', 'provider-domain', true, node => swap(node, `https://${node.text}`)),
  domain('domain-as-www-address', 'provider-domain', true, node => swap(node, `https://www.${node.text}/`)),
  domain('domain-capital', 'provider-domain', true, ({ start, text }) =>
    put({ start, end: start + 1 }, `<|${text.charAt(0).toUpperCase()}|>`),
  ),
  domain('domain-slash', 'provider-domain', true, ({ end }) => put({ start: end, end }, '<|/|>')),
  domain('domain-path', 'provider-domain', true, ({ end }) => put({ start: end, end }, '<|/en-us/news|>')),
  domain('domain-port', 'provider-domain', true, ({ end }) => put({ start: end, end }, '<|:443|>')),
  domain('domain-dot-at-end', 'provider-domain', true, ({ end }) => put({ start: end, end }, '<|.|>')),
  domain('domain-no-break-blank', 'provider-domain', true, ({ end }) => put({ start: end, end }, '<|\u00a0|>')),
  domain('domain-without-dot', 'provider-domain', false, node => swap(node, node.text.replace(/\..*/, ''))),
  domain(
    'domain-of-another',
    'provider-domain-host',
    false,
    node => swap(node, 'harbourtimes.example'),
    field => {
      const item = field.parent?.parent?.node;
      const address = nodeAt(item, 'originalUrl') ?? nodeAt(item, 'webUrl');
      const host = isScalar(address) ? urlParts(address.text)?.host.text : undefined;
      return (
        field.parent?.shape.kind === 'map' &&
        field.parent.shape.role === 'provider' &&
        host !== undefined &&
        !/youtu|vimeo/.test(host)
      );
    },
  ),
];

export const addressFaults: readonly FaultKind[] = [...schemes, ...addresses, ...amps, ...domains];
