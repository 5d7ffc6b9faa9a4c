import { type MapNode, nodeAt, type ScalarNode } from '../article/nodes.ts';
import { quoted } from '../article/problem.ts';
import { type ArticleView, isMapField, type MapField } from '../check/articleView.ts';
import { fieldsLook } from '../check/look.ts';
import { isVideoSite } from '../check/providerSite.ts';
import { relatedItems } from '../check/relatedItems.ts';
import { onSigns, Sign } from '../check/sign.ts';
import { unknownKeys } from '../check/unknownKeys.ts';
import { urlFaultOf } from '../check/urlFaults.ts';
import { hostOf, isSameOrSubdomain, readDomain } from '../format/domain.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const providerDomainHost = defineRule({
  id: 'provider-domain-host',
  severity: 'hint',
  summary: 'A provider whose domain is not the one of the item’s address.',
  why: 'Mostly the item stands on the site of its provider, and another domain is a slip of copying. It may well be right for an item that another site shows.',
  repair: 'Look at the item’s page, and correct the provider if it is another. There is no quick fix.',
  fix: 'none',
  examples: {
    valid: [
      { text: 'originalUrl: "https://news.tidewater.example/mill"\nprovider:\n  domain: tidewater.example' },
      { text: 'originalUrl: "https://www.youtube.com/watch?v=1"\nprovider:\n  domain: tidewater.example' },
    ],
    invalid: [
      { text: 'originalUrl: "https://harbourtimes.example/mill"\nprovider:\n  domain: <|tidewater.example|>' },
      {
        text: 'related:\n  - webUrl: "https://harbourtimes.example/mill"\n    provider:\n      domain: <|"tidewater.example"|>',
      },
    ],
  },
  check: onSigns(Sign.stranger, view =>
    strangers(view).map(({ domain, address, host }) => ({
      start: domain.start,
      end: domain.end,
      message: say`The provider is ${quoted(domain.text)}, but the item stands on ${quoted(host)}.`,
      related: [{ start: address.start, end: address.end, message: say`The item stands on ${quoted(host)}.` }],
    })),
  ),
});

interface Stranger {
  readonly domain: ScalarNode;
  /** Of an item that does not stand on the site of this domain, but on another host. */
  readonly address: ScalarNode;
  readonly host: string;
}

function strangers(view: ArticleView): readonly Stranger[] {
  const found: Stranger[] = [];
  for (const { node, parent } of fieldsLook<MapField>(Sign.stranger)(view)) {
    const domain = scalarAt(node, 'domain');
    if (domain === undefined || !parent || !isMapField(parent) || isSelf(view, parent)) continue;
    const address = scalarAt(parent.node, 'originalUrl') ?? otherAddress(view, parent);
    if (address === undefined || (urlFaultOf(view, address)?.kind ?? 'insecure') !== 'insecure') continue;
    if (readDomain(domain.text).kind !== 'valid') continue;
    const host = hostOf(address.text);
    if (host === undefined || isSameOrSubdomain(host, domain.text)) continue;
    if (isVideoSite(host)) continue;
    found.push({ domain, address, host });
  }
  return found;
}

/** The address of an item that is the article itself is the one that is wrong. */
function isSelf(view: ArticleView, { node }: MapField): boolean {
  return relatedItems(view).some(item => item.isSelf && item.node === node);
}

/** `webUrl`, unless `originalUrl` stands there under a misspelt key: the two may differ in their host. */
function otherAddress(view: ArticleView, item: MapField): ScalarNode | undefined {
  return unknownKeys(view, item).some(({ match }) => match === 'originalUrl')
    ? undefined
    : scalarAt(item.node, 'webUrl');
}

function scalarAt(map: MapNode, name: string): ScalarNode | undefined {
  const node = nodeAt(map, name);
  return node?.kind === 'scalar' && typeof node.value === 'string' && !node.aliased ? node : undefined;
}
