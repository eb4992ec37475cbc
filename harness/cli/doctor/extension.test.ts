import {createServer, type RequestListener} from 'node:http';
import {expect, test as base} from '@playwright/test';
import type {TestInfo} from '@playwright/test';
import {BLOCK, extensionFolder, targeting, toml} from '../../node/extension/extension.fixture.ts';
import {close, listen} from '../../node/server/loopback.ts';
import {examineBackend} from './backends.ts';
import {buildFindings} from './build.ts';
import type {Finding, Project} from './check.ts';
import {EXTENSION} from './extension.ts';
import {NOTICES} from './notices.ts';

/** A backend that answers preflights with these headers, and lists what was asked. */
interface Asked {
  readonly url: string;
  readonly preflights: string[];
}

const test = base.extend<{backend: (allowed: Readonly<Record<string, string>>) => Promise<Asked>}>({
  backend: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = [];
    await use(async (allowed) => {
      const preflights: string[] = [];
      const answer: RequestListener = ({method, url, headers}, out) => {
        const {'access-control-request-method': asked, 'access-control-request-headers': names} = headers;
        if (method === 'OPTIONS') preflights.push(`${asked} ${url} ${names}`);
        out.writeHead(204, {'access-control-allow-origin': '*', ...allowed}).end();
      };

      const server = createServer(answer);

      servers.push(server);
      return {url: `http://127.0.0.1:${await listen(server)}`, preflights};
    });

    await Promise.all(servers.map((server) => close(server)));
  },
});

const NETWORK = '[extensions.capabilities]\nnetwork_access = true\n';

async function projectWith(info: TestInfo, files: Readonly<Record<string, string>>): Promise<Project> {
  return {folder: await extensionFolder(info, files), isGiven: true, environment: {}};
}

async function check(name: string, project: Project): Promise<readonly Finding[]> {
  const found = await [...EXTENSION, ...NOTICES].find((candidate) => candidate.name === name)?.run(project);
  return [found ?? []].flat();
}

test('builds the extension, and shows the size of its script', async ({}, info) => {
  const findings = await buildFindings(await projectWith(info, {}));
  expect(findings).toEqual([
    {state: 'ok', text: expect.stringMatching(/^loyalty\.js \d+\.\d KB, \d+\.\d KB compressed$/) as unknown},
  ]);
});

for (const [what, files, message] of [
  ['a syntax error', {'src/Block.jsx': 'export default () => {'}, /src\/Block\.jsx:1/],
  ['a package that is not installed', {'src/Block.jsx': `import 'left-pad';\n${BLOCK}`}, /left-pad/],
  ['a locale file that is not JSON', {'locales/fr.json': '{'}, /locales\/fr\.json:1/],
] as const) {
  test(`finds ${what} by building`, async ({}, info) => {
    const findings = await buildFindings(await projectWith(info, files));
    expect(findings).toEqual([
      expect.objectContaining({state: 'problem', text: expect.stringMatching(message)}),
    ]);
  });
}

const JSON_PUT = `const BASE = 'https://a.example/api';
const api = (path, init) => fetch(\`\${BASE}\${path}\`, init);
export default async () => {
  await api('/points', {headers: {Authorization: 'Bearer x'}});
  await api('/notes', {method: 'PUT', headers: {Authorization: 'Bearer x', 'Content-Type': 'application/json'}});
};`;

test('asks the preflights of the requests that the sources send', async ({backend}, info) => {
  const project = await projectWith(info, {
    'src/Block.jsx': JSON_PUT,
    'shopify.extension.toml': toml({rest: NETWORK}),
  });

  const {url, preflights} = await backend({'access-control-allow-headers': 'authorization'});
  const findings = await examineBackend(project, ['https://a.example', url], {app: {}, path: undefined});

  expect(preflights.toSorted()).toEqual([
    'GET /api/points authorization',
    'PUT /api/notes authorization,content-type',
  ]);

  expect(findings).toMatchObject([
    {state: 'ok', text: expect.stringContaining('https://a.example/api/points') as unknown},
    {
      state: 'problem',
      text: 'The preflight of PUT https://a.example/api/notes would be refused by the browser: Access-Control-Allow-Methods lacks PUT.',
      next: expect.stringContaining(
        'Access-Control-Allow-Methods: PUT and Access-Control-Allow-Headers: Authorization, Content-Type.',
      ) as unknown,
    },
  ]);
});

test('calls nothing wrong because of a path that it has guessed', async ({backend}, info) => {
  const source =
    'export default async () => { await fetch(`https://a.example/orders/${shopify.order.value.id}`, shopify.init); };';
  const project = await projectWith(info, {
    'src/Block.jsx': source,
    'shopify.extension.toml': toml({rest: NETWORK}),
  });

  const {url} = await backend({});
  const findings = await examineBackend(project, ['https://a.example', url], {app: {}, path: undefined});
  expect(findings).toMatchObject([
    {
      state: 'warning',
      text: expect.stringContaining('The path, method, headers of this request are a guess.') as unknown,
    },
  ]);
});

test('says that no source calls the origin of --backend, and which one they call', async ({
  backend,
}, info) => {
  const project = await projectWith(info, {
    'src/Block.jsx': JSON_PUT,
    'shopify.extension.toml': toml({rest: NETWORK}),
  });

  const {url} = await backend({'access-control-allow-headers': '*, authorization'});
  const [first] = await examineBackend(project, ['https://other.example', url], {app: {}, path: undefined});
  expect(first).toEqual({
    state: 'warning',
    text: 'No source calls https://other.example. The sources call https://a.example.',
    next: 'Map the origin that the extension calls: --backend "https://a.example=…".',
  });
});

test('settings that are empty on Shopify are notices', async ({}, info) => {
  const field = (key: string, rest: string): string =>
    `[[extensions.settings.fields]]\nkey = "${key}"\ntype = "single_line_text_field"\n${rest}\n`;
  const rest = `[extensions.settings]\n${field('title', 'required = true')}${field('text', 'default_value = "x"')}${field('free', '')}`;
  const project = await projectWith(info, {'shopify.extension.toml': toml({rest})});

  expect(await check('settings', project)).toMatchObject([
    {
      state: 'notice',
      text: 'The setting title is required, and still empty until the merchant has saved the settings.',
    },
    {
      state: 'notice',
      text: expect.stringContaining('The setting text is filled by default_value here.') as unknown,
    },
  ]);
});

test('deprecated members that the sources use are notices, with the advice of the installed types', async ({}, info) => {
  const source = `export default async () => {
  // shopify.localization.market is only a comment
  await shopify.buyerJourney.intercept(() => ({behavior: 'allow'}));
};`;
  const project = await projectWith(info, {
    'src/Block.jsx': source,
    'shopify.extension.toml': toml({targets: targeting('purchase.checkout.block.render')}),
  });

  expect(await check('deprecated', project)).toEqual([
    {
      state: 'notice',
      text: 'src/Block.jsx: buyerJourney.intercept is deprecated in the installed types.',
      next: expect.stringMatching(/^Use a cart and checkout validation function instead\./) as unknown,
    },
  ]);
});

test('the app says that tokens need approval for protected customer data', async ({}, info) => {
  const project = await projectWith(info, {
    'shopify.app.toml': 'client_id = "a"\n[access_scopes]\nscopes = "read_customers"\n',
  });

  expect(await check('app', project)).toMatchObject([
    {
      state: 'ok',
      text: expect.stringContaining(
        'approved the app for protected customer data, which new apps are not',
      ) as unknown,
    },
  ]);
});
