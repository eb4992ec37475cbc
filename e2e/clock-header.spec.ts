import {execFileSync} from 'node:child_process';
import {resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';

const ORIGIN = 'https://loyalty.example.com';
const POINTS = `${ORIGIN}/api/points`;
const FOLDER = 'fixtures/backends/clock-header';

/** Go builds nothing where it finds no folder for its cache, as with an empty HOME. */
const GO = resolve('node_modules/.cache/go');
const env = {GOCACHE: `${GO}/build`, GOPATH: GO};

const SERVERS = [
  ['Python', 'python3', 'python3 server.py'],
  ['Ruby', 'ruby', 'ruby server.rb'],
  ['PHP', 'php', 'php -S $HOST:$PORT server.php'],
  ['Go', 'go', 'go run server.go'],
] as const;

for (const [language, program, command] of SERVERS) {
  test.describe(`a backend in ${language}`, () => {
    test.skip(!isInstalled(program) && process.env['CI'] === undefined, `${program} is not installed here`);
    test.use({backends: {[ORIGIN]: {command, cwd: FOLDER, env, clock: 'header'}}});

    test('verifies tokens on the moved clock of the test', async ({host, simulation, request}) => {
      const stale = await simulation.mint('customer-account');
      await host.clock.advance('6m');

      const extension = await host.mount('fixtures/extensions/loyalty');
      await expect(extension.getByRole('heading', {name: '120 points'})).toBeVisible();
      const refused = await request.get(POINTS, {headers: {authorization: `Bearer ${stale}`}});
      expect([refused.status(), await refused.json()]).toEqual([401, {error: 'the token is not valid now'}]);
    });
  });
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}
