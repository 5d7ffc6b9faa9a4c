import { quoted } from '../article/problem.ts';
import { replaceAt } from '../check/siteFixes.ts';
import { onEntries } from '../check/whenMarks.ts';
import { readDomain } from '../format/domain.ts';
import { folderOf, nameOf } from '../index/paths.ts';
import { markOf } from '../index/summary.ts';
import { say } from '../say.ts';
import { defineSiteRule, type SiteFinding } from './rule.ts';

const path = '_data/organizations/harbourtimes.example.md';
const entry = (id: string, domain: string) =>
  `taxonomy: organization\n_id: ${id}\nname: Harbour Times\ndomain: ${domain}`;

export const registryFileName = defineSiteRule({
  id: 'registry-file-name',
  scope: 'site',
  severity: 'warning',
  summary: 'A registry file whose name does not fit what is in it, or lacks its extension.',
  why: 'The site looks entries up by file name and by `_id`: where they differ, it finds one and not the other. It does not read a file without extension at all.',
  repair:
    'Let file name, `_id` and `domain` say the same, and give the file its extension: `.md` for an organization, `.yaml` for a topic. The quick fix writes the file’s name in place of a value; it is safe for an `_id` when the domain agrees with the name.',
  fix: 'both',
  examples: {
    valid: [
      { text: entry('harbourtimes.example', 'harbourtimes.example'), path, files: {} },
      { text: 'taxonomy: topic\n_id: ferries\nname: Ferries', path: '_data/topics/02-ferries.yaml', files: {} },
    ],
    invalid: [
      {
        text: entry('<|harbour-times|>', 'harbourtimes.example'),
        fixed: entry('harbourtimes.example', 'harbourtimes.example'),
        path,
        files: {},
      },
      {
        text: entry('harbourtimes.example', '<|harbour-times.example|>'),
        fixed: entry('harbourtimes.example', 'harbourtimes.example'),
        path,
        files: {},
      },
      {
        text: 'taxonomy: topic\n_id: <|ferry|>\nname: Ferries',
        fixed: 'taxonomy: topic\n_id: ferries\nname: Ferries',
        path: '_data/topics/02-ferries.yaml',
        files: {},
      },
    ],
  },
  checkSite: onEntries(function* (summary) {
    const file = nameOf(summary.path).replace(/\.(?:md|markdown|html?|ya?ml|json)$/, '');
    const name = summary.registry === 'topic' ? file.replace(/^\d+-/, '') : file;
    const [id, domain] = [markOf(summary, 'id'), markOf(summary, 'ownDomain')];
    const domainFits = domain?.value.toLowerCase() === name.toLowerCase();
    if (id && id.value !== name && id.value !== file) {
      yield {
        start: id.start,
        end: id.end,
        message: say`The “_id” ${quoted(id.value)} differs from the file’s name, ${quoted(name)}.`,
        fixes: view => replaceAt(view, id, name, domainFits),
      };
    }
    if (!domain || domainFits || summary.registry !== 'organization') return;
    yield {
      start: domain.start,
      end: domain.end,
      message: say`The domain ${quoted(domain.value)} differs from the file’s name, ${quoted(name)}.`,
      fixes: view => (readDomain(name).kind === 'valid' ? replaceAt(view, domain, name, false) : []),
    };
  }),
  *checkStray(path, site): Iterable<SiteFinding> {
    const name = nameOf(path);
    const registry = site.registryIn(folderOf(path));
    if (!registry || !looksLikeEntry(name)) return;
    const usual = registry === 'organization' ? '.md' : '.yaml';
    yield {
      start: 0,
      end: 0,
      message: say`The site does not read ${quoted(name)}: its name must end in ${quoted(usual)}.`,
    };
  },
});

/** A domain, or a slug with a number: but no picture, and no file that goes with the folder. */
function looksLikeEntry(name: string): boolean {
  if (
    /\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|js|map|csv|tsv|txt|xml|toml|pdf|zip|gz|bak|orig|old|tmp|swp|lock|rb)$/i.test(
      name,
    )
  )
    return false;
  return readDomain(name).kind === 'valid' || /^\d+-[a-z\d-]+$/.test(name);
}
