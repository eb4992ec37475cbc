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

/** Writes a project of specs, which are given by file name, with a config. */
export async function writeSpecs(
  folder: string,
  specs: Readonly<Record<string, string>>,
  config: object,
): Promise<void> {
  const configSource = `import {defineConfig} from 'simhost/config';\nexport default defineConfig(${JSON.stringify(config)});`;
  await mkdir(folder, {recursive: true});

  const files = {'playwright.config.ts': configSource, ...specs};
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
}

/** Runs specs, which are given by file name, as a project in a folder. Resolves with the output, whether they pass or fail. */
export async function runSpecs(
  folder: string,
  specs: Readonly<Record<string, string>>,
  {reporter = [['list']], use = {}, projects, env = {}, webServer}: InnerRunOptions = {},
): Promise<{stdout: string; stderr: string}> {
  const config = {outputDir: './out', reporter, timeout: 60_000, workers: 1, use, projects, webServer};
  await writeSpecs(folder, specs, config);

  return promisify(execFile)(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', folder],
    {
      env: {...process.env, ...env, FORCE_COLOR: '0'},
    },
  ).catch((error: {stdout: string; stderr: string}) => error);
}
