import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {expect} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {coreOf} from './core-of.ts';
import {test} from './with-server.ts';
import {NEWEST_API_VERSION} from '../harness/node/extension/api-version.ts';

const TOML = `api_version = "2026-07"
[[extensions]]
name = "Sample"
handle = "sample"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Block.js"
  target = "customer-account.order-status.block.render"
`;
const TWO_TARGETS = `${TOML}
  [[extensions.targeting]]
  module = "./src/Block.js"
  target = "customer-account.profile.block.render"
`;
const NETWORK = `${TOML}
  [extensions.capabilities]
  network_access = true
`;
const GOOD = `export default () => { document.body.append(document.createElement('s-text')); };`;

/** A mistake: its name, the files that differ, the options of the mount, and what the error says. */
type Mistake = readonly [name: string, files: Record<string, string>, options: object, expected: RegExp];

async function write(files: Record<string, string>, testInfo: TestInfo, name = 'extension'): Promise<string> {
  const folder = testInfo.outputPath(name);
  for (const [path, text] of Object.entries({
    'shopify.extension.toml': TOML,
    'src/Block.js': GOOD,
    ...files,
  })) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), text);
  }

  return folder;
}

const BEFORE_A_PAGE_OPENS: readonly Mistake[] = [
  ['malformed TOML', {'shopify.extension.toml': 'api_version = \n'}, {}, /shopify\.extension\.toml:1:\d+/],
  [
    'a TOML without api_version',
    {'shopify.extension.toml': TOML.replace(/^api_version.*$/m, '')},
    {},
    new RegExp(`no api_version[\\s\\S]*${NEWEST_API_VERSION}`),
  ],
  [
    'a target that the TOML does not declare',
    {},
    {target: 'customer-account.profle.block.render'},
    /No target "customer-account\.profle\.block\.render".*\n.*customer-account\.order-status\.block\.render/,
  ],
  [
    'several targets and none named',
    {'shopify.extension.toml': TWO_TARGETS},
    {},
    /customer-account\.order-status\.block\.render[\s\S]*customer-account\.profile\.block\.render/,
  ],
  [
    'no default export',
    {'src/Block.js': 'export const Block = 1;'},
    {},
    /default export[\s\S]*src\/Block\.js|src\/Block\.js[\s\S]*default export/,
  ],
  [
    'a syntax error',
    {'src/Block.js': 'export default () => {\n  const = 1;\n};'},
    {},
    /src\/Block\.js:2:\d+/,
  ],
  ['a module that does not exist', {'src/Block.js': `import './gone.js';\n${GOOD}`}, {}, /gone\.js/],
  [
    'a package that is not installed',
    {'src/Block.js': `import 'not-installed-anywhere';\n${GOOD}`},
    {},
    /npm install not-installed-anywhere/,
  ],
  ['an unknown mount option', {}, {traget: 'x'}, /Unknown mount option "traget"[\s\S]*target/],
];

const WHILE_IT_STARTS: readonly Mistake[] = [
  [
    'an unknown member of shopify',
    {'src/Block.js': `export default () => {\n  shopify.sesionToken.get();\n};`},
    {},
    /src\/Block\.js:2[\s\S]*sesionToken[\s\S]*sessionToken/,
  ],
  [
    'an unknown element',
    {'src/Block.js': `export default () => { document.body.append(document.createElement('s-buton')); };`},
    {},
    /s-buton[\s\S]*s-button/,
  ],
  [
    'a callback that throws',
    {'src/Block.js': `export default () => {\n  throw new TypeError('no luck');\n};`},
    {},
    /src\/Block\.js:2[\s\S]*TypeError: no luck/,
  ],
  [
    'a callback that rejects',
    {
      'src/Block.js': `export default async () => {\n  await null;\n  throw new RangeError('no luck later');\n};`,
    },
    {},
    /src\/Block\.js:3[\s\S]*RangeError: no luck later/,
  ],
  [
    'an error while the module is evaluated',
    {'src/Block.js': `throw new Error('at once');\n${GOOD}`},
    {},
    /src\/Block\.js:1[\s\S]*at once/,
  ],
];

test('what keeps an extension from being built is said by name', async ({host, page}, testInfo) => {
  await refusesByName(BEFORE_A_PAGE_OPENS, {host, testInfo});
  expect(page.url()).toBe('about:blank');
});

test('what keeps an extension from starting is said by name', async ({host}, testInfo) => {
  await refusesByName(WHILE_IT_STARTS, {host, testInfo});
});

async function refusesByName(
  mistakes: readonly Mistake[],
  {host, testInfo}: {host: Host; testInfo: TestInfo},
): Promise<void> {
  for (const [name, files, options, expected] of mistakes) {
    await test.step(name, async () => {
      const folder = await write(files, testInfo, name);
      const error = await host.mount(folder, options).then(
        () => null,
        (thrown: Error) => thrown,
      );

      expect(error?.message, name).toMatch(expected);
      expect(error?.message.split('\n').length, name).toBeLessThanOrEqual(4);
    });
  }
}

test('a missing network_access names the lines to add', async ({host}, testInfo) => {
  const folder = await write(
    {'src/Block.js': `export default async () => { await fetch('https://myapp.com/x'); };`},
    testInfo,
  );
  await expect(host.mount(folder)).rejects.toThrow(/\[extensions\.capabilities\]\s+network_access = true/);
});

test('a host without a backend is refused by name', async ({host}, testInfo) => {
  const source = `export default async () => {
    const response = await fetch('https://unmapped.example/x');
    const text = document.createElement('s-text');
    text.textContent = response.status + ' ' + (await response.text());
    document.body.append(text);
  };`;

  const extension = await host.mount(
    await write({'shopify.extension.toml': NETWORK, 'src/Block.js': source}, testInfo),
  );

  await expect(extension.getByText(/502 .*unmapped\.example/)).toBeVisible();
  await expect(host.requests).toHaveRequest('https://unmapped.example/x', {outcome: 'refused'});
});

test('the page of the host is out of reach for an extension', async ({host}, testInfo) => {
  const source = `export default async () => {
    await fetch('https://shopify.com/548380009/account/customer/api/unstable/graphql', {method: 'POST', body: '{}'});
  };`;
  await expect(
    host.mount(await write({'shopify.extension.toml': NETWORK, 'src/Block.js': source}, testInfo)),
  ).rejects.toThrow(/https:\/\/shopify\.com/);
});

test('what an extension throws later reaches the test with its source line', async ({host}, testInfo) => {
  const source = `export default () => {
    const button = document.createElement('s-button');
    button.textContent = 'Break';
    button.addEventListener('click', () => {
      throw new TypeError('broken in a handler');
    });
    const other = document.createElement('s-button');
    other.textContent = 'Reject';
    other.addEventListener('click', async () => {
      throw new RangeError('nobody caught this');
    });
    document.body.append(button, other);
    console.log('ready', {a: 1});
  };`;

  const extension = await host.mount(await write({'src/Block.js': source}, testInfo));

  await extension.getByRole('button', {name: 'Break'}).click();
  expect(await host.errors.waitFor('broken in a handler')).toMatchObject({
    source: expect.stringMatching(/^src\/Block\.js:5:/),
    error: {name: 'TypeError'},
  });

  await extension.getByRole('button', {name: 'Reject'}).click();
  expect(await host.errors.waitFor('nobody caught this')).toMatchObject({
    source: expect.stringMatching(/^src\/Block\.js:10:/),
  });

  expect(host.logs.all).toContainEqual(
    expect.objectContaining({level: 'log', text: expect.stringContaining('ready')}),
  );
});

test.describe('a backend that does not start', () => {
  test('is said with the end of its output', async ({simhostServer, simulation}) => {
    const command = `node -e "console.error('no database'); process.exit(3)"`;
    await expect(
      simhostServer.open(coreOf(simulation), {backends: {'https://myapp.com': {command}}}),
    ).rejects.toThrow(/exit code 3[\s\S]*no database/);
  });
});

test('an unknown case, option and customer are said by name', async ({host, simulation, simhostServer}) => {
  await expect(host.arm('exp-past-6' as 'exp-past-60')).rejects.toThrow('Did you mean "exp-past-60"?');
  await expect(host.signIn('adda' as 'ada')).rejects.toThrow('Did you mean "ada"?');
  const backends = {'https://myapp.com': {comand: 'node server.js'} as object as {command: string}};
  await expect(simhostServer.open(coreOf(simulation), {backends})).rejects.toThrow(/comand/);
});
