import {syncBuiltinESMExports} from 'node:module';
import os from 'node:os';
import {expect, test} from '@playwright/test';
import {homeFolders} from './home-folders.ts';

const fail = (): never => {
  throw new Error('uv_os_get_passwd returned ENOENT');
};

/** Runs with other functions of `node:os`, as for a user whom `passwd` does not list. */
function withOs<T>(changes: Partial<Pick<typeof os, 'homedir' | 'userInfo'>>, run: () => T): T {
  const {homedir, userInfo} = os;
  Object.assign(os, changes);
  syncBuiltinESMExports();

  try {
    return run();
  } finally {
    Object.assign(os, {homedir, userInfo});
    syncBuiltinESMExports();
  }
}

test('a user whom passwd does not list has the home folder in HOME', () => {
  expect(withOs({userInfo: fail, homedir: () => '/home/ada'}, homeFolders)).toEqual(['/home/ada']);
});

test('a user without HOME and without an entry in passwd has no home folder', () => {
  expect(withOs({userInfo: fail, homedir: fail}, homeFolders)).toEqual([]);
});
