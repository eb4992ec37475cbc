import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {NOTICE_CODES, NoticeLog, describeNotice} from './notices.ts';
import type {Notice} from './notices.ts';

const UNKNOWN_KEY: Notice = {
  code: 'toml-key-unknown',
  message: 'shopify.extension.toml:4:1: unknown key "nmae".',
  next: 'Did you mean "name"?',
};
const NEWER: Notice = {
  code: 'api-version-newer',
  message: 'api_version "2027-01" is newer than 2026-10.',
  next: 'Update simhost.',
};

test('keeps a repeated notice once', () => {
  const log = new NoticeLog();
  log.add(UNKNOWN_KEY);
  log.add({...UNKNOWN_KEY});
  log.add(NEWER);
  expect(log.all).toEqual([UNKNOWN_KEY, NEWER]);
});

test('reports each notice to its listeners until they leave', () => {
  const log = new NoticeLog();
  const heard: Notice[] = [];
  const stop = log.onNotice((notice) => heard.push(notice));

  log.add(UNKNOWN_KEY);
  stop();
  log.add(NEWER);
  expect(heard).toEqual([UNKNOWN_KEY]);
});

test('leaves out ignored codes', () => {
  const log = new NoticeLog({notices: {ignore: ['toml-key-unknown']}});
  log.add(UNKNOWN_KEY);
  log.add(NEWER);
  expect(log.all).toEqual([NEWER]);
});

test('strict makes failures of all notices, or of those it names', () => {
  const failuresOf = (strict: boolean | readonly Notice['code'][]): readonly Notice[] => {
    const log = new NoticeLog({strict});
    log.add(UNKNOWN_KEY);
    log.add(NEWER);
    return log.failures;
  };

  expect(failuresOf(false)).toEqual([]);
  expect(failuresOf(true)).toEqual([UNKNOWN_KEY, NEWER]);
  expect(failuresOf(['api-version-newer'])).toEqual([NEWER]);
});

test('refuses a code that no notice has, and names the nearest', () => {
  // @ts-expect-error: a misspelt code
  expect(() => new NoticeLog({strict: ['toml-key-unknow']})).toThrow('Did you mean "toml-key-unknown"?');
  // @ts-expect-error: not an array
  expect(() => new NoticeLog({notices: {ignore: 'toml-key-unknown'}})).toThrow('Give an array of codes');
  // @ts-expect-error: a misspelt key
  expect(() => new NoticeLog({notices: {ignored: []}})).toThrow('Unknown notices option "ignored"');
});

test('describes the cause first, and ends with the code', () => {
  expect(describeNotice(NEWER)).toBe(
    'notice: api_version "2027-01" is newer than 2026-10. Update simhost. (api-version-newer)',
  );
});

test('the documentation explains every code', async () => {
  const documented = Array.from(
    (await readFile('docs/fixtures.md', 'utf8')).matchAll(/^\| `([a-z-]+)` +\| /gm),
    ([, code]) => code,
  );
  expect(documented).toEqual(expect.arrayContaining([...NOTICE_CODES]));
});
