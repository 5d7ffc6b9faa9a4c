import { quoted } from '../article/problem.ts';
import { urlFaultsOf } from '../check/urlFaults.ts';
import { whenAny } from '../check/whenAny.ts';
import { say } from '../say.ts';
import { defineRule } from './rule.ts';

export const urlUnsafe = defineRule({
  id: 'url-unsafe',
  severity: 'error',
  summary: 'An address that is not of the web: code, data, a file, mail.',
  why: 'An address that starts with `javascript:` or `data:` can run foreign code in the browsers of readers, and `file:` leads to their own computer. Others, such as `mailto:` and `ftp:`, open no page.',
  repair: 'Look up the `https://` address of the page. There is no quick fix.',
  fix: 'none',
  examples: {
    valid: [{ text: 'originalUrl: "https://harbourtimes.example/ferry"' }, { text: 'title: "javascript: a history"' }],
    invalid: [
      { text: 'originalUrl: "<|javascript:|>alert(1)"' },
      { text: 'images:\n  - url: <|data:|>image/gif;base64,R0lGODlhAQABAAAAACw=' },
      { text: 'webUrl: "<|ftp:|>//tidewater.example/mill"' },
    ],
  },
  check: whenAny(urlFaultsOf('url-unsafe'), function* (faults) {
    for (const { kind, span, part, field } of faults) {
      const scheme = quoted(field.node.text.slice(part.start, part.end));
      if (kind === 'unsafe-scheme')
        yield { ...span, message: say`An address that starts with ${scheme} can harm readers.` };
      else
        yield { ...span, severity: 'warning', message: say`An address that starts with ${scheme} opens no web page.` };
    }
  }),
});
