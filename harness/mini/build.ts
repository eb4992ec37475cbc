import {execFile} from 'node:child_process';
import {readFile, readdir, rename, rm, stat} from 'node:fs/promises';
import {randomUUID} from 'node:crypto';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {SimhostError} from '../errors.ts';
import {cacheFolder} from '../extension/cache-folder.ts';
import {hashOf} from '../extension/content-hash.ts';
import {withLock} from '../extension/lock.ts';
import {exists} from '../extension/packages.ts';

/**
 * Builds a Mini with its own Vite and its own configuration, unminified, so that errors name components; the folder of what
 * was built. While no file of the Mini changes, it is built once.
 *
 * @throws {SimhostError} `ERR_NO_VITE`, `ERR_MINI_BUILD`
 */
export async function buildMini(dir: string): Promise<string> {
  const vite = await packageFolder('vite', dir);
  if (vite === null) {
    throw new SimhostError('ERR_NO_VITE', `The Mini in ${dir} has no vite installed.`, {
      next: 'Run "npm install" there, or open the URL of its dev server.',
    });
  }
  const cache = await cacheFolder(dir);
  const built = join(cache, `mini-${await stateOf(dir, vite)}`);
  if (await exists(join(built, 'index.html'))) return built;
  return withLock(`${built}.lock`, async () => {
    if (!(await exists(join(built, 'index.html')))) await build(dir, vite, built);
    return built;
  });
}

/** The folder of an installed package as a file in `dir` would find it. */
export async function packageFolder(name: string, dir: string): Promise<string | null> {
  const paths = createRequire(join(dir, 'package.json')).resolve.paths(name) ?? [];
  for (const path of paths) if (await exists(join(path, name, 'package.json'))) return join(path, name);
  return null;
}

async function build(dir: string, vite: string, built: string): Promise<void> {
  const {bin} = JSON.parse(await readFile(join(vite, 'package.json'), 'utf8')) as {bin: {vite: string}};
  const out = join(dirname(built), randomUUID());
  const {NODE_ENV: _mode, ...env} = process.env;
  const options = ['--outDir', out, '--emptyOutDir', '--minify', 'false', '--logLevel', 'error'];
  try {
    await promisify(execFile)(process.execPath, [join(vite, bin.vite), 'build', ...options], {cwd: dir, env});
  } catch (cause) {
    await rm(out, {recursive: true, force: true});
    const {stderr, stdout} = cause as {stderr?: string; stdout?: string};
    const output = `${stdout ?? ''}${stderr ?? ''}`.trim();
    throw new SimhostError('ERR_MINI_BUILD', `The Mini in ${dir} does not build.\n${output}`, {next: 'Run "npx vite build" there.', cause});
  }
  await rm(built, {recursive: true, force: true});
  await rename(out, built);
}

/** What the Mini's files and the packages around it amount to. */
async function stateOf(dir: string, vite: string): Promise<string> {
  const files = (await filesBelow(dir)).toSorted();
  const contents = await Promise.all(files.map(async (file) => `${file}\n${hashOf(await readFile(join(dir, file)))}`));
  const installed = await readFile(join(dirname(vite), '.package-lock.json'), 'utf8').catch(() => '');
  return hashOf([dir, ...contents, hashOf(installed)].join('\n'));
}

async function filesBelow(dir: string, folder = ''): Promise<string[]> {
  const names = await readdir(join(dir, folder));
  const found = await Promise.all(
    names
      .filter((name) => name !== 'node_modules' && name !== 'dist' && name !== '.git')
      .map(async (name) => {
        const path = join(folder, name);
        return (await stat(join(dir, path))).isDirectory() ? filesBelow(dir, path) : [path];
      }),
  );
  return found.flat();
}
