import {chmod, mkdir, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import type {TestInfo} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import type {LocalGateway} from '../node/server/local-gateway.ts';
import {openAtKeptAddress, type OpenAt} from './kept-address.ts';

/** A folder with its own cache. */
async function folderFor(info: TestInfo): Promise<string> {
  const folder = info.outputPath('extension');
  await mkdir(join(folder, 'node_modules'), {recursive: true});
  return folder;
}

const FRESH = '11111111-2222-4333-8444-555555555555';

/** Opens at any port but the taken ones; what asks for no id gets a fresh one. */
function opening(taken: readonly number[] = []): {readonly openAt: OpenAt; readonly asked: object[]} {
  const asked: object[] = [];
  const openAt: OpenAt = async (address) => {
    asked.push(address);
    if (taken.includes(address.port))
      throw new SimhostError('ERR_PORT_BUSY', `Port ${address.port} is in use.`);
    const port = address.port === 0 ? 5001 : address.port;
    return {url: `http://localhost:${port}`, id: address.id ?? FRESH} as LocalGateway;
  };

  return {openAt, asked};
}

test('the second start of a folder has the port and the id of the first', async ({}, info) => {
  const folder = await folderFor(info);
  await openAtKeptAddress([folder], undefined, opening().openAt);
  const {openAt, asked} = opening();
  await openAtKeptAddress([folder], undefined, openAt);
  expect(asked).toEqual([{port: 5001, id: FRESH}]);
});

test('another folder, or another set of folders, has its own address', async ({}, info) => {
  const folder = await folderFor(info);
  await openAtKeptAddress([folder], undefined, opening().openAt);
  const {openAt, asked} = opening();
  await openAtKeptAddress([folder, `${folder}-2`], undefined, openAt);
  expect(asked).toEqual([{port: 0}]);
});

test('a port that is asked for keeps the id, and --port 0 keeps nothing', async ({}, info) => {
  const folder = await folderFor(info);
  await openAtKeptAddress([folder], undefined, opening().openAt);
  const {openAt, asked} = opening();
  await openAtKeptAddress([folder], 4321, openAt);
  await openAtKeptAddress([folder], 0, openAt);
  await openAtKeptAddress([folder], undefined, openAt);
  expect(asked).toEqual([{port: 4321, id: FRESH}, {port: 0}, {port: 4321, id: FRESH}]);
});

test('a kept port that another program has now gives a free port and a new id', async ({}, info) => {
  const folder = await folderFor(info);
  await openAtKeptAddress([folder], 4321, opening().openAt);
  const {openAt, asked} = opening([4321]);
  await openAtKeptAddress([folder], undefined, openAt);
  expect(asked).toEqual([{port: 4321, id: FRESH}, {port: 0}]);
});

test('a port that is asked for and in use is an error', async ({}, info) => {
  const folder = await folderFor(info);
  await expect(openAtKeptAddress([folder], 4321, opening([4321]).openAt)).rejects.toMatchObject({
    code: 'ERR_PORT_BUSY',
  });
});

test('the address is in a file that only its owner may read, and one that others can read is not used', async ({}, info) => {
  test.skip(process.platform === 'win32', 'Windows has no such modes.');
  const folder = await folderFor(info);
  await openAtKeptAddress([folder], undefined, opening().openAt);
  const cache = join(folder, 'node_modules/.cache/simhost');
  const [name = ''] = await readdir(cache);

  expect((await stat(join(cache, name))).mode & 0o777).toBe(0o600);

  await chmod(join(cache, name), 0o640);
  const {openAt, asked} = opening();
  await openAtKeptAddress([folder], undefined, openAt);
  expect(asked).toEqual([{port: 0}]);
});
