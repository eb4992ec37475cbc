import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {build} from 'vite';
import {VTEX_TEST_PASSWORD, createSimulation} from 'simhost';
import {codeBlocks} from './code-blocks.ts';
import {simhost, test} from './cli.fixture.ts';

test('the commands of docs/vtex.md print a token each', async () => {
  const [commands = ''] = codeBlocks(await readFile('docs/vtex.md', 'utf8'), 'sh');
  const lines = commands.trim().split('\n');

  expect(lines).toHaveLength(3);
  for (const line of lines)
    expect((await simhost(line.replace(/^npx simhost /, '').split(' '))).stdout, line).toMatch(
      /^eyJ[\w.-]+\n$/,
    );
});

test('the code of docs/vtex.md does what stands beside it', async ({}, info) => {
  const blocks = codeBlocks(await readFile('docs/vtex.md', 'utf8'), 'ts').filter(
    (code) => !/^test\b/m.test(code),
  );

  const [first = '', ...others] = blocks;
  const last = others.pop()?.replace(/^import .*\n/gm, '') ?? '';

  const script = `${first.replace('{createSimulation}', '{createSimulation, vtexIoRequest}')}
${others.join('\n')}
${last}
server.close();
console.log(JSON.stringify({
  statuses: [own, all, stale, revoked, there].map(({status}) => status),
  account,
  lastName: clientProfileData.lastName,
  mine: Object.keys(mine.world.vtex.accounts),
  io: ['x-vtex-credential', 'cookie'].map((name) => request.headers.get(name)?.slice(0, 20)),
}));`;

  const file = info.outputPath('example.ts');
  const folder = info.outputPath('built');

  await mkdir(info.outputPath(), {recursive: true});
  await writeFile(file, script);
  const external = /^(simhost|msw)/;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {ssr: file, outDir: folder, target: 'node20', rolldownOptions: {external}},
  });

  const {stdout} = await promisify(execFile)(process.execPath, [`${folder}/example.js`]);
  expect(JSON.parse(stdout)).toEqual({
    statuses: [200, 403, 401, 401, 200],
    account: 'acme',
    lastName: 'Lov*****',
    mine: ['mystore', 'globex'],
    io: [expect.stringMatching(/^eyJ/), expect.stringMatching(/^VtexIdclientAutCooki/)],
  });
});

test('the people of docs/vtex.md are those of the world', async () => {
  const page = await readFile('docs/vtex.md', 'utf8');
  const {world, vtex} = createSimulation();
  const rows = [...page.matchAll(/^\| (?:admin|app key|shopper) `(\w+)` +\| (.*?) +\| (.*?) +\|$/gm)];
  const told = rows.map(([, name = '', ...places]) => [
    name,
    ...places.map((place) => place.replace('no role', '')),
  ]);

  const {acme, globex} = world.vtex.accounts;
  const rolesOf = (roles: readonly {name: string}[] = []): string => roles.map(({name}) => name).join(', ');
  const ordersOf = (id: string): string[] =>
    [acme, globex].map((account) => {
      const count = account?.orders.filter(({customerId}) => customerId === id).length ?? 0;
      return count === 1 ? 'one order' : `${['no', 'one', 'two', 'three'][count]} orders`;
    });

  expect(told).toEqual([
    ...Object.entries(world.people).map(([name, {id}]) => [name, ...ordersOf(id)]),
    ...Object.values(vtex.world.admins).map(({name, roles}) => [
      name,
      rolesOf(roles['acme']),
      rolesOf(roles['globex']),
    ]),
    ...Object.values(vtex.world.appKeys).map(({name, roles}) => [name, rolesOf(roles), '']),
  ]);

  expect(VTEX_TEST_PASSWORD).toMatch(/\d/);
});

test('every assumption about VTEX stands in docs/assumptions.md', async () => {
  const page = await readFile('docs/assumptions.md', 'utf8');
  for (const name of Object.keys(createSimulation().world.vtex.assumptions))
    expect(page).toContain(`\`${name}`);
});
