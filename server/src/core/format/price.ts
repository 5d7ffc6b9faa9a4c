/**
 * What a text says as a price.
 * - `valid`: `Free`, or an amount with a currency sign (`$38.79`, `10 €`) or an ISO 4217 code (`10 EUR`), with its period or not
 *   (`$39/month`).
 * - `repairable`: another way to write one of these. `certain` is false when a currency or a meaning had to be assumed.
 * - `invalid`: anything else (`cheap`, `$-5`, `$1.299`).
 */
export type PriceReading =
  | { readonly kind: 'valid' }
  | { readonly kind: 'repairable'; readonly repaired: string; readonly certain: boolean }
  | { readonly kind: 'invalid' };

/** Reads a price. Real files hold `Free` and dollars (`$38.79`), so dollars are written in that form only. `repaired` is valid. */
export function readPrice(text: string): PriceReading {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return { kind: 'invalid' };
  const free = freeReading(text, trimmed);
  if (free !== undefined) return free;
  const match = PRICE.exec(trimmed);
  if (match === null) return { kind: 'invalid' };
  const [, before = '', amount = '', after = '', period = ''] = match;
  if (before !== '' && after !== '' && !isDollar(before + after)) return { kind: 'invalid' };
  const currency = before === '' ? after : before;
  const number = plainAmount(amount);
  if (number === undefined || (/^[A-Za-z]{3}$/.test(currency) && !CODES.has(currency.toUpperCase()))) {
    return { kind: 'invalid' };
  }
  if (/^0+(?:\.0+)?$/.test(number)) return { kind: 'repairable', repaired: 'Free', certain: false };
  if (currency === '') return { kind: 'repairable', repaired: `$${number}${period}`, certain: false };
  if (isDollar(currency)) return settled(text, canonicalDollars(before, after, amount, number) + period);
  return settled(text, trimmed.replace(amount, () => (isPlain(amount) ? amount : number)).replace(currency, fixedCode));
}

/** True only for a text that `readPrice` finds `valid`: `Free`, or dollars, as nearly all are. */
export function isPlainPrice(text: string): boolean {
  return text === 'Free' || /^\$[1-9]\d{0,5}(?:\.\d\d)?$/.test(text);
}

const LONGEST = 60;

// A sign of any currency, alone or after letters (`US$`, `CA$`), or a code.
const CURRENCY = '(?:[A-Za-z]{0,3}\\p{Sc}|[A-Za-z]{3})';
const PRICE = new RegExp(
  `^(${CURRENCY})?\\s{0,2}(\\d[\\d.,' \\u00a0]{0,18}\\d|\\d)\\s{0,2}(${CURRENCY})?((?:\\s?/\\s?|\\s(?:per|a)\\s)[A-Za-z]{1,12})?$`,
  'u',
);

/** ISO 4217: the currencies of the 40 largest economies and their neighbours. */
const CODES = new Set(
  `USD EUR GBP JPY CNY INR CAD AUD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN UAH RUB TRY ILS ZAR NGN KES EGP MAD AED SAR QAR
   BRL MXN ARS CLP COP PEN UYU KRW TWD HKD SGD MYR THB IDR PHP VND PKR BDT LKR`.split(/\s+/),
);

function freeReading(text: string, trimmed: string): PriceReading | undefined {
  if (text === 'Free') return { kind: 'valid' };
  if (trimmed.toLowerCase() === 'free') return { kind: 'repairable', repaired: 'Free', certain: true };
  if (/^(?:free[.!]|(?:for )?free of charge|for free|gratis|no (?:cost|charge))$/i.test(trimmed)) {
    return { kind: 'repairable', repaired: 'Free', certain: false };
  }
  return undefined;
}

function settled(text: string, repaired: string): PriceReading {
  return text === repaired ? { kind: 'valid' } : { kind: 'repairable', repaired, certain: true };
}

function isDollar(currency: string): boolean {
  return /^(?:\$|usd|us\$|\$usd|usd\$|us\$usd)$/i.test(currency);
}

function canonicalDollars(before: string, after: string, amount: string, number: string): string {
  // `US$10` tells the dollar apart from others, so it stays.
  const sign = /^US\$$/.test(before) && after === '' ? 'US$' : '$';
  return sign + (isPlain(amount) ? amount : number);
}

function fixedCode(currency: string): string {
  return CODES.has(currency.toUpperCase()) ? currency.toUpperCase() : currency;
}

/** `38.79`, `1,299`, `1,299.00`: a decimal point, and commas only between thousands. */
function isPlain(amount: string): boolean {
  return /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/.test(amount);
}

/** The amount with a decimal point and without marks between thousands; `undefined` when it has no or more than one reading. */
function plainAmount(amount: string): string | undefined {
  if (isPlain(amount)) return amount.replace(/,/g, '');
  // `1.299,00`, `1 299,00`, `1'299.00`
  const grouped = /^(\d{1,3})((?:[.' \u00a0]\d{3})+)([.,])(\d\d)$/.exec(amount);
  if (grouped !== null && !(grouped[3] === '.' && grouped[2]?.includes('.'))) {
    return `${grouped[1]}${(grouped[2] ?? '').replace(/\D/g, '')}.${grouped[4]}`;
  }
  const comma = /^(\d{1,6}),(\d{2})$/.exec(amount);
  if (comma !== null) return `${comma[1]}.${comma[2]}`;
  const spaced = /^\d{1,3}(?:[' \u00a0]\d{3})+$/.test(amount);
  return spaced ? amount.replace(/\D/g, '') : undefined;
}
