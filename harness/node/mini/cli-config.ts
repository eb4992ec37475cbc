import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {exists} from '../extension/packages.ts';
import {moduleOf, packageFolder, SDK, toolFolder} from './package-folder.ts';

/** A part of a configuration of Vite. */
export interface CliConfig {
  readonly plugins: readonly unknown[];
  readonly build?: object;
  readonly [option: string]: unknown;
}

const CONFIG_FILES = ['js', 'mjs', 'ts', 'cjs', 'mts', 'cts'].map((ending) => `vite.config.${ending}`);

/** The plugins that the Minis CLI gives to Vite. The SDK depends on both. */
const PLUGINS = ['@vitejs/plugin-react', '@tailwindcss/vite'];

/**
 * Returns the configuration that the Minis CLI brings, for a Mini without a Vite configuration of its own. The plugins
 * are those that the user has installed; one that is missing is left out.
 */
export async function cliConfig(dir: string): Promise<CliConfig> {
  const own = await Promise.all(CONFIG_FILES.map((name) => exists(join(dir, name))));
  if (own.includes(true)) return {plugins: []};

  const plugins = await Promise.all(PLUGINS.map((name) => pluginOf(name, dir)));
  const hasSdk = (await packageFolder(SDK, dir)) !== null;

  return {
    plugins: plugins.flat(),
    publicDir: false,
    assetsInclude: ['**/*.glb', '**/*.gltf'],
    build: {assetsInlineLimit: 0},
    worker: {format: 'es'},
    ...(hasSdk ? {optimizeDeps: {include: [SDK]}} : {}),
  };
}

async function pluginOf(name: string, dir: string): Promise<readonly unknown[]> {
  const folder = await toolFolder(name, dir);
  if (folder === null) return [];

  const plugin = (await import(pathToFileURL(await moduleOf(folder)).href)) as {default: () => unknown};
  return [plugin.default()];
}
