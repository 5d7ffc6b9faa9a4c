import { documentOf } from './documents.mjs';
import { faults } from './faults.mjs';

/**
 * Whether Masthead and yaml-language-server say the same where both can: of each article as it is (errors against
 * diagnostics), and of each article that both accept with one fault put in that its JSON Schema or YAML tells.
 */
export async function compareVerdicts(core, service, documents, now) {
  const project = core.createProject();
  const findingsOf = ({ path, text }) => core.checkArticle(core.parseArticle(path, text), { project, now }).findings;
  const asIs = { name: 'as they are', both: 0, none: 0, ours: 0, theirs: 0 };
  const perFault = faults
    .filter(({ schema, yaml }) => schema || yaml)
    .map(fault => ({ name: fault.name, fault, ...zeros() }));
  for (const document of documents) {
    const findings = findingsOf(document);
    const ours = findings.some(({ severity }) => severity === 'error');
    const theirs = (await diagnosticsOf(service, document)).length > 0;
    count(asIs, ours, theirs);
    if (ours || theirs) continue;
    const before = countRules(findings);
    for (const row of perFault) {
      const text = row.fault.apply(document.text);
      const faulty = text && documentOf(core, { path: document.path, text });
      if (!faulty) continue;
      const after = countRules(findingsOf(faulty));
      const more = [...after].some(([rule, times]) => times > (before.get(rule) ?? 0));
      count(row, more, (await diagnosticsOf(service, { ...faulty, type: document.type })).length > 0);
    }
  }
  return [asIs, ...perFault.map(({ fault, ...row }) => row)];
}

function diagnosticsOf(service, { type, frontMatter }) {
  return service.validate(type, 'verdict', frontMatter);
}

function zeros() {
  return { both: 0, none: 0, ours: 0, theirs: 0 };
}

function count(row, ours, theirs) {
  row[ours ? (theirs ? 'both' : 'ours') : theirs ? 'theirs' : 'none']++;
}

/** A hint does not reject anything. */
function countRules(findings) {
  const counts = new Map();
  for (const { rule, severity } of findings) if (severity !== 'hint') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
