// Tests MSW 3, which the project does not depend on, with the versions of Node that it supports. First the handlers next to
// MSW 2, then all that uses them, with MSW 3 in place of MSW 2.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';

const VERSION = '3.0.5';
const NODES = ['22', '24'];
const BESIDE = ['harness/core/simulation/handlers.test.ts', 'harness/browser'];
const IN_PLACE = [
  'harness/register',
  'harness/node/server/gateway',
  'harness/node/server/serve',
  'loyalty.spec.ts',
  'clock.spec.ts',
  'serve.spec.ts',
];

const root = join(import.meta.dirname, '..');
const folder = join(tmpdir(), `simhost-msw-${VERSION}`);
const installed = join(folder, 'node_modules/msw');
if (!existsSync(join(installed, 'package.json'))) {
  run('npm', [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `msw@${VERSION}`,
  ]);
}

for (const version of NODES) {
  const node = execFileSync('npx', ['-y', `node@${version}`, '-p', 'process.execPath'], {
    encoding: 'utf8',
  }).trim();
  // Backends and commands are started by the name `node`.
  const environment = {SIMHOST_TEST_MSW: installed, PATH: `${dirname(node)}${delimiter}${process.env.PATH}`};
  const test = (files, more) =>
    run(node, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot', ...files], more);
  test(BESIDE, environment);
  test(IN_PLACE, {
    ...environment,
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'msw3-resolve.mjs')).href}`,
  });
}

function run(program, args, environment = {}) {
  execFileSync(program, args, {stdio: 'inherit', env: {...process.env, ...environment}, cwd: root});
}
