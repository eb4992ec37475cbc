// The handlers on MSW 3, which the project does not depend on: installed aside, and run by a Node that it supports.
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const VERSION = '3.0.5';
const TESTS = ['harness/simulation/handlers.test.ts', 'harness/browser'];

const folder = join(tmpdir(), `simhost-msw-${VERSION}`);
const installed = join(folder, 'node_modules/msw');
if (!existsSync(join(installed, 'package.json'))) {
  run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', `msw@${VERSION}`]);
}

const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--project=unit', ...TESTS];
const [command, before] = Number(process.versions.node.split('.')[0]) < 22 ? ['npx', ['-y', 'node@24']] : [process.execPath, []];
run(command, [...before, ...playwright], {SIMHOST_TEST_MSW: installed});

function run(program, args, environment = {}) {
  execFileSync(program, args, {stdio: 'inherit', env: {...process.env, ...environment}, cwd: join(import.meta.dirname, '..')});
}
