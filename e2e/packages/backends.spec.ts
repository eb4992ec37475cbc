import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'simhost/playwright';
import {codeBlocks} from '../code-blocks.ts';

const ORIGIN = 'https://loyalty.example.com';
const POINTS = `${ORIGIN}/api/points`;
const BACKENDS = resolve('fixtures/backends');

/** A backend with a framework: how it is built and starts, the file that docs/recipes.md shows, and CORS of its 401. */
const FRAMEWORKS = [
  {name: 'express', build: false, command: 'node server.js', file: 'server.js', allowed: '*'},
  {name: 'hono', build: false, command: 'node server.js', file: 'server.js', allowed: '*'},
  {
    name: 'react-router',
    build: true,
    command: 'npx react-router-serve ./build/server/index.js',
    file: 'app/routes/api.points.js',
    allowed: undefined,
  },
] as const;

const env = {SHOPIFY_APP_URL: ORIGIN, SCOPES: 'read_customers'};

for (const {name, build, command, file, allowed} of FRAMEWORKS) {
  test.describe(name, () => {
    const cwd = join(BACKENDS, name);
    test.use({backends: {[ORIGIN]: {command, cwd, env}}});

    test.beforeAll(async () => {
      test.setTimeout(600_000); // packages come over the network
      await npm(cwd, ['ci', '--no-audit', '--no-fund']);
      if (build) await npm(cwd, ['run', 'build']);
    });

    test('answers the extension, and refuses an expired token', async ({host, simulation, request}) => {
      const stale = await simulation.mint('customer-account');
      const extension = await host.mount('../../fixtures/extensions/loyalty');
      await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();

      await host.clock.advance('6m');
      await extension.getByRole('button', {name: 'Refresh'}).click();
      await expect(host.requests).toHaveRequestTimes(POINTS, 2);
      const refused = await request.get(POINTS, {headers: {authorization: `Bearer ${stale}`}});
      expect(refused.status()).toBe(401);
      expect(refused.headers()['access-control-allow-origin']).toBe(allowed);
    });

    test('is shown in docs/recipes.md', async () => {
      const page = await readFile('docs/recipes.md', 'utf8');
      expect(codeBlocks(page, 'js')).toContain(await readFile(join(cwd, file), 'utf8'));
    });
  });
}

async function npm(cwd: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)('npm', args, {cwd});
}
