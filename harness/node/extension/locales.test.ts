import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeFiles} from './extension.fixture.ts';
import {readTranslations} from './locales.ts';
import {translatedName} from '../../core/platforms/shopify/extension/translated-name.ts';

test('reads every locale file and knows the default', async () => {
  const dir = test.info().outputPath('extension');
  await writeFiles(dir, {
    'locales/en.default.json':
      '{"hello": "Hello", "deep": {"points": {"one": "1 point", "other": "{{count}} points"}}}',
    'locales/fr.json': '\uFEFF{"hello": "Bonjour"}',
    'locales/pt-BR.json': '{}',
    'locales/notes.txt': 'not a locale',
  });

  expect(await readTranslations(dir)).toEqual({
    defaultLocale: 'en',
    byLocale: {
      en: {hello: 'Hello', deep: {points: {one: '1 point', other: '{{count}} points'}}},
      fr: {hello: 'Bonjour'},
      'pt-BR': {},
    },
  });
});

test('an extension without locales has none', async () => {
  expect(await readTranslations(test.info().outputPath('nothing'))).toEqual({
    defaultLocale: null,
    byLocale: {},
  });
});

test('a name that is written as t:key is translated, else it stays as it is', () => {
  const translations = {
    defaultLocale: 'en',
    byLocale: {en: {name: 'Points', deep: {name: 'Deep'}}, fr: {name: 'Des points'}},
  };

  expect(translatedName('t:name', translations)).toBe('Points');
  expect(translatedName('t:name', translations, 'fr-CA')).toBe('Des points');
  expect(translatedName('t:deep.name', translations, 'fr')).toBe('Deep');
  expect(translatedName('t:other', translations)).toBe('t:other');
  expect(translatedName('Time: t:name', translations)).toBe('Time: t:name');
});

const BROKEN: readonly {name: string; text: string; says: string}[] = [
  {
    name: 'fr.json',
    text: '{\n  "a": "1",\n  "b": "2",\n}',
    says: 'locales/fr.json:4:1: malformed JSON.\nCorrect this line: "}".',
  },
  {name: 'fr.json', text: '{\n  "a": "1"\n  "b": "2"\n}', says: 'locales/fr.json:3:3: malformed JSON.'},
  {name: 'fr.json', text: '{"a": [1, 2,]}', says: 'locales/fr.json:1:13: malformed JSON.'},
  {name: 'fr.json', text: '{"a": "x\ny"}', says: 'locales/fr.json:1:7: malformed JSON.'},
  {name: 'fr.json', text: "{'a': 1}", says: 'locales/fr.json:1:2: malformed JSON.'},
  {name: 'fr.json', text: '{"a": {"b": 01}}', says: 'locales/fr.json:1:14: malformed JSON.'},
  {name: 'fr.json', text: '{} more', says: 'locales/fr.json:1:4: malformed JSON.'},
  {name: 'fr.json', text: '', says: 'locales/fr.json is empty.'},
  {name: 'fr.json', text: '["a"]', says: 'locales/fr.json does not contain a JSON object.'},
  {name: 'french.json', text: '{}', says: 'locales/french.json is not named after a locale.'},
  {name: 'fr.default.json', text: '{}', says: 'has 2 default locales: en.default.json, fr.default.json.'},
];

// Numbered: Playwright calls the folders of tests alike whose titles differ in punctuation only.
for (const [index, {name, text, says}] of BROKEN.entries()) {
  test(`names what is wrong in ${name} with ${JSON.stringify(text)} (${index + 1})`, async () => {
    const dir = test.info().outputPath('extension');
    await writeFiles(dir, {'locales/en.default.json': '{}', [`locales/${name}`]: text});
    await expect(readTranslations(dir)).rejects.toMatchObject({
      code: 'ERR_BAD_LOCALE_FILE',
      message: expect.stringContaining(says),
    });
  });
}

test('locale files without a default are refused, with the file to rename', async () => {
  const dir = test.info().outputPath('extension');
  await writeFiles(dir, {'locales/en.json': '{}', 'locales/fr.json': '{}'});
  await expect(readTranslations(dir)).rejects.toThrow(
    'locales has no default locale. Shopify\'s CLI fails with "Missing default language".\nRename one of its files, for example en.json to en.default.json.',
  );
});

test('a locale file in another encoding is refused', async () => {
  const dir = test.info().outputPath('extension');
  await writeFiles(dir, {'locales/en.default.json': '{}'});
  await writeFile(join(dir, 'locales/fr.json'), Buffer.from('{"hello": "Allô"}', 'latin1'));
  await expect(readTranslations(dir)).rejects.toThrow('locales/fr.json is not UTF-8.');
});
