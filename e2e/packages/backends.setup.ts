import {join} from 'node:path';
import {test} from '@playwright/test';
import {run} from './commands.ts';

/** The backends with their own packages, and whether their tests start a build. */
const BACKENDS = [
  {name: 'express', build: false},
  {name: 'hono', build: false},
  {name: 'react-router', build: true},
] as const;

test.setTimeout(900_000); // packages come over the network

for (const {name, build} of BACKENDS) {
  // simhost starts a backend before any hook of its tests runs.
  test(`fixtures/backends/${name} has its packages`, async () => {
    const cwd = join('fixtures/backends', name);
    await run('npm ci', cwd);
    if (build) await run('npm run build', cwd);
  });
}
