/**
 * A program that builds the Mini of the current folder with the Mini's own Vite, and reports its inputs to the parent
 * process. The process of a test has its own NODE_ENV and module loaders, so it cannot build.
 */
import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {cliConfig, type ConfigLoader} from './cli-config.ts';

/** The report of a build. */
export interface BuildReport {
  /** The modules and the other files that the build read, for example partial styles. */
  readonly files: readonly string[];
  /** The configuration file, and what it imports. */
  readonly configuration: readonly string[];
  /** The folder that is copied; empty if there is none. */
  readonly publicDir: string;
  readonly envDir: string;
  /** The prefixes of the variables that sources may read. */
  readonly envPrefix: readonly string[];
}

/** The part of the user's Vite that is used here. */
interface Vite extends ConfigLoader {
  build(config: object): Promise<unknown>;
}

interface ResolvedConfig {
  readonly configFile?: string;
  readonly configFileDependencies: readonly string[];
  readonly publicDir: string;
  readonly envDir: string | false;
  readonly envPrefix?: string | readonly string[];
}

const [viteFolder = '', outDir = ''] = process.argv.slice(2);
endWithParent();

const files = new Set<string>();
noteReads(fs, 'readFile');
noteReads(fs, 'readFileSync');
noteReads(fs.promises, 'readFile');
syncBuiltinESMExports();

const vite = (await import(pathToFileURL(join(viteFolder, 'dist/node/index.js')).href)) as Vite;
let report: Omit<BuildReport, 'files'> | undefined;
const plugin = {
  name: 'simhost-inputs',
  configResolved({configFile, configFileDependencies, publicDir, envDir, envPrefix}: ResolvedConfig) {
    const configuration = [...(configFile === undefined ? [] : [configFile]), ...configFileDependencies];
    report = {
      configuration,
      publicDir,
      envDir: envDir || process.cwd(),
      envPrefix: [envPrefix ?? 'VITE_'].flat(),
    };
  },
  buildEnd(this: {getModuleIds(): Iterable<string>}) {
    for (const id of this.getModuleIds()) files.add(id.replace(/[?#].*$/s, ''));
  },
};

const {plugins, build: buildOptions, ...config} = await cliConfig(process.cwd(), vite, 'build');
await vite.build({
  ...config,
  logLevel: 'error',
  plugins: [...plugins, plugin],
  // Hidden: the scripts are those that the author's build makes, and the maps name lines of requests.
  build: {...buildOptions, outDir, emptyOutDir: true, minify: false, sourcemap: 'hidden'},
});
process.send?.({...report, files: [...files]});

/** Ends when the parent process has ended, also by force: nobody waits for the build any more. */
function endWithParent(): void {
  process.once('disconnect', () => {
    fs.rmSync(outDir, {recursive: true, force: true});
    process.exit(1);
  });
  // The listener alone would keep this process after its build.
  process.channel?.unref();
}

function noteReads(owner: object, name: string): void {
  const read = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
  const noting = (path: unknown, ...rest: unknown[]): unknown => {
    if (typeof path === 'string') files.add(path);
    return Reflect.apply(read, owner, [path, ...rest]);
  };
  Reflect.set(owner, name, noting);
}
