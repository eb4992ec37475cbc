import {mkdir, readdir, rm} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {test as base} from '@playwright/test';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import {run} from './commands.ts';

/** The things that all projects of a run share, because they take long. */
export interface Packed {
  /** The package as npm would publish it. */
  readonly tarball: string;
  /** `PATH` with pnpm. */
  readonly pathWithPnpm: string;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & Packed
> = base.extend<object, Packed>({
  tarball: [
    async ({}, use, {project, workerIndex}) => {
      const folder = join(project.outputDir, `packed-${workerIndex}`);
      await rm(folder, {recursive: true, force: true});
      await mkdir(folder, {recursive: true});
      await run(`npm pack --ignore-scripts --pack-destination "${folder}"`, '.');
      const [name = ''] = await readdir(folder);
      await use(join(folder, name));
    },
    {scope: 'worker', timeout: 600_000},
  ],

  pathWithPnpm: [
    async ({}, use, {project, workerIndex}) => {
      const folder = join(project.outputDir, `pnpm-${workerIndex}`);
      await mkdir(folder, {recursive: true});
      await run(`npm install --prefix . --no-save --no-package-lock pnpm@10`, folder);
      await use([join(folder, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter));
    },
    {scope: 'worker', timeout: 600_000},
  ],
});
