import {writeFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import type {SettingField} from '../core/platforms/shopify/extension/settings.ts';
import {readGivenSettings, refuseUndeclared, settingsFor} from './given-settings.ts';

const field = (key: string, type: SettingField['type'], rest: Partial<SettingField> = {}): SettingField => ({
  key,
  type,
  required: false,
  validations: [],
  ...rest,
});

const FIELDS = [
  field('title', 'single_line_text_field', {defaultValue: 'Points'}),
  field('limit', 'number_integer'),
  field('open', 'boolean'),
];

test('strings of the command line become values of the type of their field', async () => {
  const given = await readGivenSettings(['title=a=b', 'limit=12', 'open=true', 'of-another=1']);
  expect(settingsFor(FIELDS, given)).toEqual({title: 'a=b', limit: 12, open: true});
});

test('a setting without a value is one that the merchant has left empty', async () => {
  expect(settingsFor(FIELDS, await readGivenSettings(['title=']))).toEqual({});
});

test('a JSON file gives values, and later options win', async ({}, info) => {
  const path = info.outputPath('settings.json');
  await writeFile(path, '{"limit": 3, "open": false}');
  expect(settingsFor(FIELDS, await readGivenSettings([path, 'limit=4']))).toEqual({
    title: 'Points',
    limit: 4,
    open: false,
  });
});

test('refuses by name the values that the form of the merchant refuses', async ({}, info) => {
  expect(() => settingsFor(FIELDS, new Map([['limit', {text: 'many'}]]))).toThrow(
    'The setting "limit" is not a number_integer: "many".',
  );

  expect(() => refuseUndeclared(FIELDS, new Map([['titel', {text: 'x'}]]))).toThrow('Did you mean "title"?');

  const path = info.outputPath('settings.json');
  await writeFile(path, '[]');
  await expect(readGivenSettings([path])).rejects.toThrow('does not hold a JSON object');
  await expect(readGivenSettings(['=x'])).rejects.toThrow('Not a setting: =x');
});
