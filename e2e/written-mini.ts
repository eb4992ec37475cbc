import {cp, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {expect} from '@playwright/test';

/** The sample of a Mini. */
export const POINTS_MINI = 'fixtures/minis/points';

/** Writes copies of the points Mini into a project. Their dev servers share no cache with those of other tests. */
export async function writeMinis(project: string, names: readonly string[]): Promise<void> {
  await mkdir(project, {recursive: true});
  await symlink(resolve('fixtures/minis/node_modules'), `${project}/node_modules`);

  for (const name of names) {
    await cp(POINTS_MINI, `${project}/${name}`, {recursive: true});
    await writeFile(`${project}/${name}/vite.config.ts`, await configWith(`../cache-of-${name}`));
  }
}

/** Vite does not watch the results of tests by itself. Tailwind reads each file in the folder of the Mini. */
async function configWith(cacheDir: string): Promise<string> {
  const added = `cacheDir: '${cacheDir}', server: {watch: {ignored: ['!**/test-results/**']}},`;
  const config = await readFile(`${POINTS_MINI}/vite.config.ts`, 'utf8');
  const written = config.replace('defineConfig({', `defineConfig({${added}`);
  expect(written).toContain(added);
  return written;
}
