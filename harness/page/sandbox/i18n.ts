import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {LanguageRules} from '../../wire/sandbox.ts';

/**
 * Creates `shopify.i18n`. For a key that no locale file has, `translate` returns the key, and `reportMissing`
 * gets an error: one for each key and locale, also if the extension renders again.
 */
export function createI18n(rules: () => LanguageRules, reportMissing: (error: SimhostError) => void): I18n {
  const reported = new Set<string>();
  const report = (error: SimhostError): void => {
    if (reported.has(error.message)) return;
    reported.add(error.message);
    reportMissing(error);
  };

  const localeOf = (inExtensionLocale: boolean | undefined): string =>
    inExtensionLocale === true ? rules().extensionLocale : rules().locale;

  return {
    translate(key, options = {}) {
      const {dictionaries, extensionLocale} = rules();
      const text = textOf(key, options, dictionaries, extensionLocale);
      if (text === undefined) report(unknownKey(key, rules()));
      // The return type depends on the type of the replacements, which only the caller knows.
      return (text === undefined ? key : interpolate(text, options)) as never;
    },
    formatNumber(number, {inExtensionLocale, ...options} = {}) {
      return new Intl.NumberFormat(localeOf(inExtensionLocale), {style: 'decimal', ...options}).format(
        number,
      );
    },
    formatCurrency(number, {inExtensionLocale, ...options} = {}) {
      const {currency} = rules();
      return new Intl.NumberFormat(localeOf(inExtensionLocale), {
        style: 'currency',
        currency,
        ...options,
      }).format(number);
    },
    formatDate(date, {inExtensionLocale, ...options} = {}) {
      return new Intl.DateTimeFormat(localeOf(inExtensionLocale), {
        timeZone: rules().timezone,
        ...options,
      }).format(date);
    },
  };
}

export interface I18n {
  /** Returns a string, or an array of strings and replacements if a replacement is an object. */
  translate<Replacement = string>(
    key: string,
    options?: Readonly<Record<string, Replacement | string | number>>,
  ): Replacement extends string | number ? string : (string | Replacement)[];
  formatNumber(number: number | bigint, options?: Intl.NumberFormatOptions & InLocale): string;
  formatCurrency(number: number | bigint, options?: Intl.NumberFormatOptions & InLocale): string;
  formatDate(date: Date, options?: Intl.DateTimeFormatOptions & InLocale): string;
}

interface InLocale {
  readonly inExtensionLocale?: boolean;
}

type Dictionaries = LanguageRules['dictionaries'];

function textOf(
  key: string,
  {count}: Readonly<Record<string, unknown>>,
  dictionaries: Dictionaries,
  locale: string,
): string | undefined {
  for (const dictionary of dictionaries) {
    const entry = entryOf(key, dictionary);
    if (typeof entry === 'string') return entry;
    if (typeof entry !== 'object' || entry === null || typeof count !== 'number') continue;
    const form: unknown =
      Reflect.get(entry, new Intl.PluralRules(locale).select(count)) ?? Reflect.get(entry, 'other');
    if (typeof form === 'string') return form;
  }

  return undefined;
}

function entryOf(key: string, dictionary: object): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (entry, part) =>
        typeof entry === 'object' && entry !== null && Object.hasOwn(entry, part)
          ? Reflect.get(entry, part)
          : undefined,
      dictionary,
    );
}

/** Replaces `{{name}}` and `{name}`. A placeholder without a replacement is kept. */
function interpolate(text: string, options: Readonly<Record<string, unknown>>): string | readonly unknown[] {
  const parts: unknown[] = [];
  let end = 0;

  for (const match of text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}|\{\s*([\w.-]+)\s*\}/g)) {
    const name = match[1] ?? match[2] ?? '';
    if (!Object.hasOwn(options, name)) continue;
    parts.push(text.slice(end, match.index), options[name]);
    end = match.index + match[0].length;
  }

  parts.push(text.slice(end));
  if (!parts.some((part) => typeof part === 'object' && part !== null)) return parts.join('');
  return parts.filter((part) => part !== '');
}

function unknownKey(key: string, {dictionaries, locale, files}: LanguageRules): SimhostError {
  const known = dictionaries.flatMap((dictionary) => keysOf(dictionary));
  if (known.includes(key)) {
    return new SimhostError(
      'ERR_PLURAL_WITHOUT_COUNT',
      `The translation "${key}" has plural forms and got no matching count.`,
      {
        next: `Call translate('${key}', {count}) and give the key the form "other".`,
      },
    );
  }

  const read = files.length === 0 ? '' : ` Read in this order: ${files.join(', ')}.`;
  return new SimhostError(
    'ERR_UNKNOWN_TRANSLATION',
    `No translation "${key}" for locale "${locale}".${read}`,
    {
      next:
        known.length === 0
          ? 'The extension has no locale file: add locales/en.default.json.'
          : didYouMean(key, known, {label: null, note: 'Add it to the locale files of the extension.'}),
    },
  );
}

function keysOf(dictionary: object, prefix = ''): string[] {
  return Object.entries(dictionary).flatMap(([name, entry]: [string, unknown]) =>
    typeof entry === 'object' && entry !== null
      ? [prefix + name, ...keysOf(entry, `${prefix}${name}.`)]
      : [prefix + name],
  );
}
