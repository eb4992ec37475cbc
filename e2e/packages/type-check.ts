import {readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {run} from './commands.ts';

const RESOLUTIONS = [
  {module: 'esnext', moduleResolution: 'bundler'},
  {module: 'node16', moduleResolution: 'node16'},
  {module: 'nodenext', moduleResolution: 'nodenext'},
] as const;

const LIBRARIES = [['ES2023'], ['ES2023', 'DOM', 'DOM.Iterable']] as const;

/** A module that imports every entry of the package. */
const ENTRIES = `import * as all from 'simhost';
import * as audit from 'simhost/audit';
import * as browser from 'simhost/browser';
import * as config from 'simhost/config';
import * as playwright from 'simhost/playwright';
import * as vite from 'simhost/vite';
import 'simhost/register';

export const entries: readonly object[] = [all, audit, browser, config, playwright, vite];
`;

/**
 * Checks the types of the files that `init` wrote, of every entry of the package and of all that they import.
 *
 * @throws with what the project's own TypeScript prints
 */
export async function checkTypes(project: string): Promise<void> {
  const entries = 'all-entries.mts';
  const configs = (await readdir(project)).filter((name) => /^playwright\.config\.m?ts$/.test(name));
  expect(configs).toHaveLength(1);
  await writeFile(join(project, entries), ENTRIES);

  for (const resolution of RESOLUTIONS) {
    for (const lib of LIBRARIES) {
      const compilerOptions = {
        ...resolution,
        lib,
        target: 'es2022',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
      };
      await test.step(`tsc with ${resolution.moduleResolution} and ${lib.join(', ')}`, async () => {
        const tsconfig = {
          compilerOptions,
          files: [entries, ...configs],
          include: ['tests/*.ts', 'tests/*.mts'],
        };
        await writeFile(join(project, 'tsconfig.check.json'), JSON.stringify(tsconfig, null, 2));
        await run('npx tsc -p tsconfig.check.json', project);
      });
    }
  }

  await rm(join(project, 'tsconfig.check.json'));
}
