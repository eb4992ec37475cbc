import {test, expect} from '@playwright/test';
import type {SimhostError} from '../../errors.ts';
import type {LanguageRules} from '../../wire/sandbox.ts';
import {createI18n, type I18n} from './i18n.ts';

const EN = {
  greeting: 'Hello {{name}}',
  single: '{ name } has {count}',
  points: {one: '{{count}} point', other: '{{count}} points'},
  card: {title: 'Card'},
  onlyEnglish: 'English',
};

for (const [name, key, options, expected] of [
  ['a nested key', 'card.title', {}, 'Card'],
  ['double braces', 'greeting', {name: 'Ada'}, 'Hello Ada'],
  ['single braces', 'single', {name: 'Ada', count: 2}, 'Ada has 2'],
  ['a replacement of zero', 'points', {count: 0}, '0 points'],
  ['the singular', 'points', {count: 1}, '1 point'],
  ['a placeholder without replacement', 'greeting', {}, 'Hello {{name}}'],
] as const) {
  test(`translates ${name}`, () => {
    const {i18n, missing} = english();
    expect(i18n.translate(key, options)).toBe(expected);
    expect(missing).toEqual([]);
  });
}

test('returns an array if a replacement is an object', () => {
  const element = {type: 's-link'};
  expect(english().i18n.translate('greeting', {name: element})).toEqual(['Hello ', element]);
});

test("chooses plural forms by the extension's locale, and other for a missing form", () => {
  const dictionaries = [{files: {one: '{{count}} plik', few: '{{count}} pliki', other: '{{count}} pliku'}}];
  const {i18n} = create({locale: 'pl', extensionLocale: 'pl', dictionaries});
  expect([1, 3, 7].map((count) => i18n.translate('files', {count}))).toEqual([
    '1 plik',
    '3 pliki',
    '7 pliku',
  ]);
});

test('uses a later dictionary for a key that the first does not have', () => {
  const {i18n} = create({dictionaries: [{greeting: 'Bonjour {{name}}'}, EN]});
  expect(i18n.translate('greeting', {name: 'Ada'})).toBe('Bonjour Ada');
  expect(i18n.translate('onlyEnglish')).toBe('English');
});

test('returns a missing key, and reports it with the nearest one', () => {
  const {i18n, missing} = english();
  expect(i18n.translate('greting')).toBe('greting');
  expect(i18n.translate('points')).toBe('points');
  expect(missing.map(({code}) => code)).toEqual(['ERR_UNKNOWN_TRANSLATION', 'ERR_PLURAL_WITHOUT_COUNT']);
  expect(missing[0]?.message).toContain(
    'No translation "greting" for locale "en". Read in this order: locales/en.default.json.\nDid you mean "greeting"?',
  );
});

test('reports a missing key once, also if the extension renders again', () => {
  const {i18n, missing} = english();
  expect([i18n.translate('gone'), i18n.translate('gone')]).toEqual(['gone', 'gone']);
  i18n.translate('lost');
  expect(missing.map(({message}) => message.replace(/ for .*/s, ''))).toEqual([
    'No translation "gone"',
    'No translation "lost"',
  ]);
});

test("formats numbers, money and dates by the buyer's locale, or by the extension's on demand", () => {
  const {i18n} = create({locale: 'de-DE', extensionLocale: 'en', currency: 'EUR', timezone: 'Asia/Tokyo'});
  expect(i18n.formatNumber(1234.5)).toBe('1.234,5');
  expect(i18n.formatNumber(1234.5, {inExtensionLocale: true})).toBe('1,234.5');
  expect(i18n.formatCurrency(9.5)).toBe('9,50\u00a0€');
  expect(i18n.formatCurrency(9.5, {currency: 'USD', inExtensionLocale: true})).toBe('$9.50');
  expect(i18n.formatDate(new Date('2026-11-20T20:00:00Z'))).toBe('21.11.2026');
});

interface Made {
  readonly i18n: I18n;
  readonly missing: SimhostError[];
}

function english(): Made {
  return create({});
}

function create(change: Partial<LanguageRules>): Made {
  const missing: SimhostError[] = [];
  const rules = {
    locale: 'en',
    extensionLocale: 'en',
    currency: 'USD',
    timezone: 'UTC',
    dictionaries: [EN],
    files: ['locales/en.default.json'],
    ...change,
  };

  return {
    i18n: createI18n(
      () => rules,
      (error) => missing.push(error),
    ),
    missing,
  };
}
