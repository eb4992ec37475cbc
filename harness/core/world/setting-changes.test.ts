import {expect, test} from '@playwright/test';
import {changeSettings} from './setting-changes.ts';

test('a setting that no extension declares is refused with the nearest name', () => {
  expect(() => changeSettings({}, {titel: 'x'}, ['title'])).toThrow('Did you mean "title"?');
});

test('undefined unsets a setting', () => {
  expect(changeSettings({title: 'x', size: 2}, {title: undefined}, ['title', 'size'])).toEqual({size: 2});
});
