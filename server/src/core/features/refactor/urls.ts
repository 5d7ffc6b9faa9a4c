import type { ArticleView, TextField } from '../../check/articleView.ts';
import { replaceText } from '../../edits/edits.ts';
import { ampUrlOfCdn, cdnAmpUrl } from '../../format/amp.ts';
import { isTrackingParameter, urlParts } from '../../format/url.ts';
import type { Edit } from '../../text.ts';
import { ampFollower } from '../renameIn.ts';

/**
 * An address without what only tells where a visitor came from: tracking parameters, and a fragment that names no page. Scheme and host
 * come in lower case, a default port goes. Everything else stays as it is, unlike in the key of `normalizeUrl`.
 *
 * @param withoutWww also takes `www.` off, which not every host answers without
 * @returns `undefined` when nothing is to change, and for what is no web address
 */
export function tidyUrl(url: string, withoutWww = false): string | undefined {
  const parts = urlParts(url);
  if (!parts || !/^https?$/i.test(parts.scheme.text) || /\s/.test(url)) return undefined;
  const scheme = parts.scheme.text.toLowerCase();
  const host = parts.host.text.toLowerCase();
  const bare = withoutWww && /^www\.[^.]+\./.test(host) ? host.slice('www.'.length) : host;
  const user = parts.userInfo === undefined ? '' : `${parts.userInfo.text}@`;
  const port = parts.port?.text ?? '';
  const isDefault = port === '' || port === (scheme === 'https' ? '443' : '80');
  const pairs = parts.query?.text.split('&');
  const kept = pairs?.filter(pair => !isTrackingParameter(pair.split('=', 1)[0] ?? ''));
  const query =
    kept === undefined || pairs?.length === kept.length
      ? parts.query && `?${parts.query.text}`
      : kept.length > 0 && `?${kept.join('&')}`;
  const fragment = parts.fragment && /^!?\//.test(parts.fragment.text) ? `#${parts.fragment.text}` : '';
  const tidy = `${scheme}://${user}${bare}${isDefault ? '' : `:${port}`}${parts.path.text}${query || ''}${fragment}`;
  return tidy === url ? undefined : tidy;
}

/** Tidies one address, and with that of an AMP page the one of the AMP cache, which follows from it. */
export function tidyField(view: ArticleView, field: TextField, withoutWww = false): readonly Edit[] | undefined {
  const { article } = view;
  const { node } = field;
  const old = node.text.trim();
  // The address of the AMP cache follows from another one.
  if (ampUrlOfCdn(old) !== undefined) return undefined;
  const tidy = tidyUrl(old, withoutWww);
  if (tidy === undefined || (cdnAmpUrl(old) !== undefined && cdnAmpUrl(tidy) === undefined)) return undefined;
  const edit = replaceText(article, node, tidy);
  if (!edit) return undefined;
  return field.name === 'ampWebUrl' ? [edit, ...ampFollower(article, field, tidy)] : [edit];
}

/** Web addresses of pages and pictures, in the order of the file. */
export function addresses(view: ArticleView): readonly TextField[] {
  return [...view.texts('url'), ...view.texts('image-url')].sort((a, b) => a.node.start - b.node.start);
}
