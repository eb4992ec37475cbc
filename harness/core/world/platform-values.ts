/** Shapes of the values that the platform's pages are made of: codes, ids, instants, money, addresses. */
import type {Address, Attribute, Image, Money} from '../../wire/order.ts';
import {COUNTRY_CODES, CURRENCY_CODES} from './codes.ts';
import {object} from './object-shapes.ts';
import {list, optional, single} from './shape.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import type {Shape} from './shape.ts';

/** Creates the shape of any string, also an empty one. */
export function text(example: string): Shape<string> {
  return single({
    expected: `a string, for example ${shown(example)}`,
    example,
    accepts: (given) => typeof given === 'string',
  });
}

/** Creates the shape of a string of at least one character. */
export function name(example: string): Shape<string> {
  const accepts = (given: unknown): boolean => typeof given === 'string' && given.trim() !== '';
  return single({expected: `a string that is not empty, for example ${shown(example)}`, example, accepts});
}

export const FLAG: Shape<boolean> = single({
  expected: 'true or false',
  example: true,
  accepts: (given) => typeof given === 'boolean',
  hint: (given) => (given === 'true' || given === 'false' ? 'It is a string.' : undefined),
});

const MOST = 1_000_000;

export const COUNT: Shape<number> = single({
  expected: 'a whole number from 1 up',
  example: 2,
  accepts: (given) => Number.isInteger(given) && (given as number) >= 1 && (given as number) <= MOST,
  hint: (given) => (typeof given === 'number' && given > MOST ? `The most is ${MOST}.` : undefined),
});

export const CHANGED_COUNT: Shape<number> = single({
  expected: 'a whole number, not 0: below zero takes away, above adds',
  example: -1,
  accepts: (given) => Number.isInteger(given) && given !== 0 && Math.abs(given as number) <= MOST,
  hint: (given) => (typeof given === 'number' && Math.abs(given) > MOST ? `The most is ${MOST}.` : undefined),
});

export const TAX_RATE: Shape<number> = single({
  expected: 'the tax in thousandths, from 0 to 1000, for example 80 for 8 %',
  example: 80,
  accepts: (given) => typeof given === 'number' && given >= 0 && given <= 1000,
});

export const COUNTRY: Shape<string> = single({
  expected: 'a country code of ISO 3166-1 (two capital letters), for example "FR"',
  example: 'FR',
  accepts: (given) => COUNTRY_CODES.includes(given as string),
  hint: (given) => codeOf(given, 'region', COUNTRY_CODES),
});

export const CURRENCY: Shape<string> = single({
  expected: 'a currency code of ISO 4217 (three capital letters), for example "EUR"',
  example: 'EUR',
  accepts: (given) => CURRENCY_CODES.includes(given as string),
  hint: (given) => codeOf(given, 'currency', CURRENCY_CODES),
});

export const TIMEZONE: Shape<string> = single({
  expected: 'a time zone of the IANA database, for example "Europe/Paris"',
  example: 'Europe/Paris',
  accepts: isTimezone,
  hint: (given) => didYouMean(given, Intl.supportedValuesOf('timeZone'), {label: null}) || undefined,
});

export const LANGUAGE: Shape<string> = readsCanonical(
  single({
    expected: 'BCP 47, for example "en", "fr" or "pt-BR"',
    example: 'pt-BR',
    code: 'ERR_BAD_LOCALE',
    accepts: (given) => typeof given === 'string' && canonicalLanguage(given) !== null,
    hint: () => 'Not a language tag.',
  }),
);

export const INSTANT: Shape<string> = single({
  expected: 'an instant of ISO 8601 with its time zone, for example "2026-01-10T09:00:00Z"',
  example: '2026-01-10T09:00:00Z',
  accepts: isInstant,
  hint: (given) => (given instanceof Date ? 'Call toISOString() on it.' : undefined),
});

export const WEB_ADDRESS: Shape<string> = single({
  expected: 'an absolute URL of http, https or data, for example "https://cdn.shopify.com/bag.png"',
  example: 'https://cdn.shopify.com/bag.png',
  accepts: (given) =>
    typeof given === 'string' && URL.canParse(given) && /^(https?|data):$/.test(new URL(given).protocol),
});

export const EMAIL: Shape<string> = single({
  expected: 'an email address, for example "ada@example.com"',
  example: 'ada@example.com',
  // A guest's account has an empty one until the buyer enters it.
  accepts: (given) => typeof given === 'string' && (given === '' || /^[^\s@]+@[^\s@]+$/.test(given)),
});

export const PHONE: Shape<string> = text('+12125550101');

/** The largest amount whose sums are still exact to the cent. */
const LARGEST_AMOUNT = 1e9;

export const AMOUNT: Shape<number> = single({
  expected: 'an amount in the main unit, from 0 to a thousand million, for example 4.5',
  example: 4.5,
  accepts: (given) => typeof given === 'number' && given >= 0 && given <= LARGEST_AMOUNT,
  hint: (given) =>
    typeof given === 'string' && /^\d+(\.\d+)?$/.test(given) ? `Did you mean ${Number(given)}?` : undefined,
});

export const MONEY: Shape<Money> = object<Money>({amount: AMOUNT, currencyCode: CURRENCY});

export const ATTRIBUTE: Shape<Attribute> = object<Attribute>({
  key: name('Gift message'),
  value: text('With best wishes'),
});

export const ATTRIBUTES: Shape<readonly Attribute[]> = list(ATTRIBUTE);

export const IMAGE: Shape<Image> = object<Image>({url: WEB_ADDRESS, altText: text('Canvas bag')});

/** A country code, or the empty string if the buyer has not entered one. */
const ENTERED_COUNTRY: Shape<string> = {
  ...COUNTRY,
  read: (given, path, expected) => (given === '' ? '' : COUNTRY.read(given, path, expected)),
};

export const ADDRESS: Shape<Address> = object<Address>({
  firstName: text('Ada'),
  lastName: text('Lovelace'),
  name: text('Ada Lovelace'),
  company: optional(text('Analytical Engines')),
  address1: text('12 Engine Street'),
  address2: optional(text('Floor 2')),
  city: text('New York'),
  zip: text('10001'),
  provinceCode: optional(text('NY')),
  countryCode: ENTERED_COUNTRY,
  phone: optional(PHONE),
});

/** Returns the canonical form of a language tag, or `null` for anything else. */
export function canonicalLanguage(tag: unknown): string | null {
  // The constructor takes other values too, and converts them to strings.
  if (typeof tag !== 'string') return null;

  try {
    const locale = new Intl.Locale(tag);
    // The grammar allows languages of up to eight letters ("english"); none is registered.
    return /^[a-z]{2,3}$/.test(locale.language) ? locale.toString() : null;
  } catch {
    return null;
  }
}

function readsCanonical(shape: Shape<string>): Shape<string> {
  return {
    ...shape,
    read: (given, path, expected) => canonicalLanguage(shape.read(given, path, expected)) ?? '',
  };
}

function isTimezone(given: unknown): boolean {
  if (typeof given !== 'string' || !/^[A-Z]/.test(given)) return false;
  try {
    return new Intl.DateTimeFormat('en', {timeZone: given}).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const ISO_8601 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function isInstant(given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const [, year, month, day] = (ISO_8601.exec(given) ?? []).map(Number);
  if (year === undefined || month === undefined || Number.isNaN(Date.parse(given))) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** Finds the code for a value in small letters (`fr`) or for an English name (`France`). */
function codeOf(given: unknown, type: 'region' | 'currency', codes: readonly string[]): string | undefined {
  if (typeof given !== 'string' || !/^[\p{L} ]{2,40}$/u.test(given)) return undefined;
  const wanted = given.toLowerCase();
  const names = new Intl.DisplayNames('en', {type, fallback: 'none'});
  const meant = codes.find(
    (code) => code.toLowerCase() === wanted || names.of(code)?.toLowerCase() === wanted,
  );

  return meant === undefined ? undefined : `Did you mean ${shown(meant)}?`;
}
