import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';
import {codeBlocks} from '../code-blocks.ts';

const ORIGIN = 'https://loyalty.example.com';
const POINTS = `${ORIGIN}/api/points`;
const BACKENDS = resolve('fixtures/backends');

/** A backend with a framework: how it starts, the file that docs/recipes.md shows, and CORS of its 401. */
const FRAMEWORKS = [
  {name: 'express', command: 'node server.js', file: 'server.js', allowed: '*'},
  {name: 'hono', command: 'node server.js', file: 'server.js', allowed: '*'},
  {
    name: 'react-router',
    command: 'npx react-router-serve ./build/server/index.js',
    file: 'app/routes/api.points.js',
    allowed: undefined,
  },
] as const;

const env = {SHOPIFY_APP_URL: ORIGIN, SCOPES: 'read_customers'};

for (const {name, command, file, allowed} of FRAMEWORKS) {
  test.describe(name, () => {
    const cwd = join(BACKENDS, name);
    test.use({backends: {[ORIGIN]: {command, cwd, env}}});

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
