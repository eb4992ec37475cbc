import {expect, test} from '@playwright/test';
import {settingDoubts, settingNotices} from './setting-notices.ts';
import type {SettingField} from './settings.ts';

const FIELD = {type: 'single_line_text_field', required: false, validations: []} as const;
const FIELDS: readonly SettingField[] = [
  {...FIELD, key: 'title', defaultValue: 'Points'},
  {...FIELD, key: 'text', defaultValue: 'Collect them'},
  {...FIELD, key: 'link', required: true},
  {...FIELD, key: 'free'},
];

test('names the settings that default_value fills, and the required ones without it', () => {
  expect(settingDoubts(FIELDS)).toEqual({filled: ['title', 'text'], required: ['link']});
  expect(settingDoubts(FIELDS, ['title'])).toEqual({filled: ['text'], required: ['link']});

  expect(settingNotices('loyalty', settingDoubts(FIELDS))).toMatchObject([
    {
      code: 'setting-default-used',
      message: expect.stringMatching(/^The settings title, text of "loyalty" are filled/),
    },
    {code: 'setting-required', message: expect.stringMatching(/^The setting link of "loyalty" is required/)},
  ]);
});

test('has nothing to say about settings that the test gives or that may be empty', () => {
  expect(settingNotices('loyalty', settingDoubts([{...FIELD, key: 'free'}]))).toEqual([]);
});
