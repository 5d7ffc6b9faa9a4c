import curation from './de/curation.json';
import features from './de/features.json';
import fields from './de/fields.json';
import reader from './de/reader.json';
import rules from './de/rules.json';
import server from './de/server.json';
import summaries from './de/summaries.generated.json';
import whys from './de/whys.json';
import type { Language } from './say.ts';

export const german: Language = {
  group: '.',
  point: ',',
  texts: { ...curation, ...features, ...fields, ...reader, ...rules, ...server, ...summaries, ...whys },
};
