// Single faults as curators make them. Each changes one place of a valid article; `undefined` when it has no such place.

/** `schema`: a JSON Schema of the article tells the fault too; `yaml`: any YAML reader does. Every candidate is to find those. */
export const faults = [
  { name: 'type not allowed', schema: true, apply: text => swap(text, /^type: \w+$/m, 'type: artcle') },
  { name: 'number as a word', schema: true, apply: text => swap(text, /^heat: -?\d+$/m, 'heat: high') },
  { name: 'number quoted', schema: true, apply: text => swap(text, /^(heat|quality): (-?\d+)$/m, '$1: "$2"') },
  { name: 'boolean quoted', schema: true, apply: text => swap(text, /^published: (\w+)$/m, 'published: "$1"') },
  { name: 'title missing', schema: true, apply: text => swap(text, /^title: .*\n/m, '') },
  { name: 'provider without domain', schema: true, apply: text => swap(text, /^ {2}domain: .*\n/m, '') },
  {
    name: 'topics not a list',
    schema: true,
    apply: text => swap(text, /^topics:\n(( {2}- .*\n)+)/m, 'topics: Ferries\n'),
  },
  { name: 'date malformed', schema: true, apply: text => swap(text, /^(publishedDateTime: \S{10})T/m, '$1 at ') },
  { name: 'picture width as a word', schema: true, apply: text => swap(text, /^ {4}width: \d+$/m, '    width: wide') },
  { name: 'entity in the excerpt', apply: text => swap(text, /^(excerpt: "\w+) /m, '$1&nbsp;') },
  { name: 'two blanks in the title', apply: text => swap(text, /^(title: "\w+) /m, '$1  ') },
  { name: 'blank in an address', apply: text => swap(text, /^(webUrl: "?\S+)-/m, '$1 ') },
  { name: 'key twice', yaml: true, apply: text => swap(text, /^(heat: .*\n)/m, '$1$1') },
  { name: 'quote not closed', yaml: true, apply: text => swap(text, /^(title: ".*)"$/m, '$1') },
];

function swap(text, pattern, replacement) {
  const changed = text.replace(pattern, replacement);
  return changed === text ? undefined : changed;
}
