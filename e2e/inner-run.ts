import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

export interface InnerRunOptions {
  /** Reporters of the run, as a config has them. */
  readonly reporter?: readonly (readonly [name: string, options?: object])[];
  readonly use?: object;
  readonly projects?: readonly object[];
  readonly env?: Readonly<Record<string, string>>;
  readonly webServer?: object;
}

/** Runs specs, given by file name, as the project that a folder of their own is; what was printed, whether they passed or not. */
export async function runSpecs(
  folder: string,
  specs: Readonly<Record<string, string>>,
  {reporter = [['list']], use = {}, projects, env = {}, webServer}: InnerRunOptions = {},
): Promise<{stdout: string; stderr: string}> {
  await mkdir(folder, {recursive: true});
  const config = {outputDir: './out', reporter, timeout: 60_000, workers: 1, use, projects, webServer};
  const configSource = `import {defineConfig} from 'simhost/config';\nexport default defineConfig(${JSON.stringify(config)});`;

  await writeFile(join(folder, 'playwright.config.ts'), configSource);
  for (const [name, source] of Object.entries(specs)) await writeFile(join(folder, name), source);

  return promisify(execFile)(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', folder],
    {
      env: {...process.env, ...env, FORCE_COLOR: '0'},
    },
  ).catch((error: {stdout: string; stderr: string}) => error);
}
