import {execFileSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {expect, test} from 'simhost/playwright';
import {PYTHON} from '../harness/core/cases/python.fixture.ts';
import {codeBlocks} from './code-blocks.ts';

const ORIGIN = 'https://loyalty.example.com';
const POINTS = `${ORIGIN}/api/points`;
const FOLDER = 'fixtures/backends/clock-header';

/** Go builds nothing where it finds no folder for its cache, as with an empty HOME. */
const GO = resolve('node_modules/.cache/go');
const env = {GOCACHE: `${GO}/build`, GOPATH: GO};

/** A server in a language: how to see that it can run here, and how it starts. */
const SERVERS = [
  ['python', `${PYTHON} -c 'import jwt'`, `${PYTHON} server.py`, 'server.py'],
  ['ruby', 'command -v ruby', 'ruby server.rb', 'server.rb'],
  ['php', 'command -v php', 'php -S $HOST:$PORT server.php', 'server.php'],
  ['go', 'command -v go', 'go run server.go', 'server.go'],
] as const;

for (const [language, check, command] of SERVERS) {
  test.describe(`a backend in ${language}`, () => {
    test.skip(!succeeds(check) && process.env['CI'] === undefined, `this fails here: ${check}`);
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

test('docs/other-languages.md shows these servers and how they start', async () => {
  const page = await readFile('docs/other-languages.md', 'utf8');

  for (const [language, , command, file] of SERVERS) {
    const [shown] = codeBlocks(page, language);
    expect(shown, `${file} is the first block of ${language}`).toBe(
      await readFile(join(FOLDER, file), 'utf8'),
    );
    expect(page).toContain(`\`${command.replace(PYTHON, 'python3')}\``);
  }
});

function succeeds(command: string): boolean {
  try {
    execFileSync('sh', ['-c', command], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}
