import {pathToFileURL} from 'node:url';
import {isRecord} from '../../records.ts';
import {moduleOf, packageFolder, SDK, toolFolder} from './package-folder.ts';

/** A part of a configuration of Vite. */
export interface CliConfig {
  readonly plugins: readonly unknown[];
  readonly build?: object;
  readonly [option: string]: unknown;
}

/** The part of the user's Vite that reads a configuration. */
export interface ConfigLoader {
  loadConfigFromFile(
    environment: {readonly command: 'build' | 'serve'; readonly mode: string},
    file: undefined,
    root: string,
  ): Promise<{readonly config: {readonly plugins?: unknown}} | null>;
}

/** The plugins that the Minis CLI gives to Vite, and how their own names begin. The SDK depends on both. */
const PLUGINS = [
  {name: '@vitejs/plugin-react', prefix: 'vite:react'},
  {name: '@tailwindcss/vite', prefix: '@tailwindcss/vite'},
];

/**
 * Returns the parts of the configuration of the Minis CLI that a Mini lacks: the plugins that its own configuration does
 * not have, and the options too if it has no configuration. The plugins are those that the user has installed. One that
 * is not installed is left out.
 */
export async function cliConfig(
  dir: string,
  vite: ConfigLoader,
  command: 'build' | 'serve',
): Promise<CliConfig> {
  const mode = command === 'build' ? 'production' : 'development';
  const own = await vite.loadConfigFromFile({command, mode}, undefined, dir);
  const names = await pluginNames(own?.config.plugins);

  const missing = PLUGINS.filter(({prefix}) => !names.some((name) => name.startsWith(prefix)));
  const plugins = (await Promise.all(missing.map(({name}) => pluginOf(name, dir)))).flat();
  if (own !== null) return {plugins};

  const hasSdk = (await packageFolder(SDK, dir)) !== null;
  return {
    plugins,
    publicDir: false,
    assetsInclude: ['**/*.glb', '**/*.gltf'],
    build: {assetsInlineLimit: 0},
    worker: {format: 'es'},
    ...(hasSdk ? {optimizeDeps: {include: [SDK]}} : {}),
  };
}

/** Lists the names of plugins, which may be nested lists and promises. */
async function pluginNames(given: unknown): Promise<readonly string[]> {
  const plugin: unknown = await given;
  if (Array.isArray(plugin)) return (await Promise.all(plugin.map(pluginNames))).flat();
  return isRecord(plugin) && typeof plugin['name'] === 'string' ? [plugin['name']] : [];
}

async function pluginOf(name: string, dir: string): Promise<readonly unknown[]> {
  const folder = await toolFolder(name, dir);
  if (folder === null) return [];

  const plugin = (await import(pathToFileURL(await moduleOf(folder)).href)) as {default: () => unknown};
  return [plugin.default()];
}
