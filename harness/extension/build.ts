import {readFile, realpath} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import {isAbsolute, join} from 'node:path';
import type {InlineConfig, Plugin, Rolldown} from 'vite';
import {SimhostError} from '../errors.ts';
import {buildError, faultInLogs, nodeModuleError} from './build-error.ts';
import type {Bundle} from './bundle.ts';
import {hashOf, hashOfFile} from './content-hash.ts';
import {environmentHashes, environmentNames, readEnvironment, secretInSource, type Environment} from './environment.ts';
import {graphqlModule} from './graphql-module.ts';
import {ancestors, exists, packageCandidates} from './packages.ts';
import type {Script} from './script.ts';
import {readJsxConfig} from './tsconfig.ts';

const BUILD_MODE = 'production';

const ENTRY = 'simhost:entry';
const ENTRY_ID = `\0${ENTRY}`;
const DEDUPED = ['preact', '@preact/signals', '@preact/signals-core', 'react', 'react-dom', 'react-reconciler'];

/**
 * Builds a script of the extension whose folder is `dir` with Vite, in memory; writes nothing into the folder.
 * A failure names file, line and column; `onInputs` hears, also after a failure, which files were read until then.
 */
export async function buildExtension(
  {dir: folder}: {readonly dir: string},
  script: Script,
  {onInputs}: {onInputs?: (paths: readonly string[]) => void} = {},
): Promise<Bundle> {
  const dir = await realpath(folder);
  const [jsx, environment] = await Promise.all([
    readJsxConfig(dir, script.registers === 'modules' ? 'react' : 'preact'),
    readEnvironment(dir),
  ]);
  const reading = new Reading(script);
  const logs: Rolldown.RollupLog[] = [];
  const config = await viteConfig(dir, script, {importSource: jsx.importSource, environment, reading, logs});
  try {
    const output = await inTurn(() => runVite(config));
    const fault = reading.fault ?? faultInLogs(dir, logs);
    if (fault !== undefined) throw fault;
    const chunk = output.find((item) => item.type === 'chunk');
    if (chunk === undefined) throw new Error('The build gave no script.');
    const code = chunk.code.replace(/\n*\/\/# sourceMappingURL=.*\s*$/, '\n');
    const map = JSON.stringify({...chunk.map, file: `${script.name}.js`});
    const others = [...jsx.inputs, ...(await packageCandidates(dir, reading.paths()))];
    if (reading.variables.size > 0 && environment.file !== undefined) others.push(environment.file);
    return {
      name: script.name,
      code,
      map,
      hash: hashOf(code + map),
      inputs: await reading.inputs(others),
      environment: environmentHashes(environment, reading.variables),
    };
  } catch (error) {
    throw reading.fault ?? (await buildError(dir, script, error));
  } finally {
    onInputs?.([...script.entries.map(({module}) => module), ...reading.paths(), ...jsx.inputs]);
  }
}

/** What Vite resolves a module of Node to. */
const NOT_IN_BROWSERS = '__vite-browser-external';

/** Reads the modules for the bundler, so that each hash is that of the very text that was built. */
class Reading {
  readonly #script: Script;
  readonly #hashes = new Map<string, string>();
  readonly #others = new Set<string>();
  readonly variables = new Set<string>();
  fault: SimhostError | undefined;

  constructor(script: Script) {
    this.#script = script;
  }

  paths(): readonly string[] {
    return [...this.#hashes.keys(), ...this.#others];
  }

  async inputs(others: readonly string[]): Promise<Readonly<Record<string, string | null>>> {
    const rest = await Promise.all([...this.#others, ...others].map(async (path) => [path, await hashOfFile(path)] as const));
    return Object.fromEntries([...rest, ...this.#hashes]);
  }

  /** The bundler changes errors that a plugin throws, so the fault is kept for later. */
  async #graphql(path: string, source: string): Promise<string> {
    try {
      return await graphqlModule(path, source);
    } catch (error) {
      if (!(error instanceof SimhostError)) throw error;
      this.fault ??= error;
      return 'export {};';
    }
  }

  get plugin(): Plugin {
    const accuse = (source: string, importer: string): void => {
      this.fault ??= nodeModuleError(source, importer);
    };
    return {
      name: 'simhost:extension',
      enforce: 'pre',
      async resolveId(source, importer) {
        if (source === ENTRY) return ENTRY_ID;
        if (importer === undefined || !isBuiltin(source)) return undefined;
        // A package may bear the name of a module of Node. (Vite's own warning may come when the build is over.)
        const found = await this.resolve(source, importer, {skipSelf: true});
        if (found === null || found.id.startsWith(NOT_IN_BROWSERS)) accuse(source, importer);
        return found;
      },
      load: async (id) => {
        if (id === ENTRY_ID) return entryOf(this.#script);
        const [path = id] = id.split('?');
        if (!isAbsolute(path)) return undefined;
        if (path !== id || !/\.(?:[cm]?[jt]sx?|json|graphql)$/.test(path)) {
          this.#others.add(path);
          return undefined;
        }
        const content = await readFile(path);
        this.#hashes.set(path, hashOf(content));
        const source = content.toString('utf8');
        if (path.endsWith('.graphql')) return {code: await this.#graphql(path, source), moduleType: 'js'};
        const names = environmentNames(source);
        this.fault ??= secretInSource(path, names);
        for (const name of names) this.variables.add(name);
        return source;
      },
    };
  }
}

/** The registration that the CLI generates: the host calls each target's function with its own arguments. */
function entryOf({entries, registers}: Script): string {
  if (registers === 'modules') return [...new Set(entries.map(({module}) => `import ${JSON.stringify(module)};\n`))].join('');
  const imports = entries.map(({module}, index) => `import target${index} from ${JSON.stringify(module)};`);
  const calls = entries.map(({target}, index) => `shopify.extend(${JSON.stringify(target)}, (...args) => target${index}(...args));`);
  return [...imports, ...calls, ''].join('\n');
}

async function viteConfig(
  dir: string,
  script: Script,
  {
    importSource,
    environment,
    reading,
    logs,
  }: {
    importSource: string;
    environment: Environment;
    reading: Reading;
    logs: Rolldown.RollupLog[];
  },
): Promise<InlineConfig> {
  const jsx = {runtime: 'automatic', importSource} as const;
  return {
    configFile: false,
    root: dir,
    mode: BUILD_MODE,
    envDir: false,
    publicDir: false,
    logLevel: 'silent',
    css: {postcss: {}},
    define: definitions(environment),
    environments: {client: {keepProcessEnv: true}},
    resolve: {dedupe: await installed(dir, DEDUPED)},
    oxc: false,
    plugins: [reading.plugin],
    build: {
      write: false,
      outDir: dir,
      emptyOutDir: false,
      target: 'es2017',
      minify: false,
      sourcemap: 'hidden',
      modulePreload: false,
      reportCompressedSize: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: {
        cwd: dir,
        input: ENTRY,
        moduleTypes: {'.js': 'jsx'},
        transform: {jsx},
        output: {format: 'iife', codeSplitting: false, entryFileNames: `${script.name}.js`},
        onLog: (_level, log) => {
          logs.push(log);
        },
      },
    },
  };
}

function definitions({values}: Environment): Record<string, string> {
  const variables = Object.entries(values).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)] as const);
  return Object.fromEntries([...variables, ['process.env.NODE_ENV', JSON.stringify(BUILD_MODE)]]);
}

/** Only packages that the extension finds may be deduped: Vite looks for a deduped package from the root alone. */
async function installed(dir: string, names: readonly string[]): Promise<string[]> {
  const folders = ancestors(dir);
  const found = await Promise.all(
    names.map(async (name) => (await Promise.all(folders.map((folder) => exists(join(folder, 'node_modules', name))))).includes(true)),
  );
  return names.filter((_, index) => found[index]);
}

async function runVite(config: InlineConfig): Promise<Rolldown.RolldownOutput['output']> {
  const {build} = await import('vite');
  const before = process.env['NODE_ENV'];
  // Vite sets NODE_ENV for the whole process; backends started meanwhile would inherit it.
  const restore = (): void => {
    if (before === undefined) delete process.env['NODE_ENV'];
  };
  try {
    const result = await build({...config, plugins: [...(config.plugins ?? []), {name: 'simhost:env', configResolved: restore}]});
    const [first] = Array.isArray(result) ? result : [result];
    if (first === undefined || !('output' in first)) throw new Error('The build gave no output.');
    return first.output;
  } finally {
    restore();
  }
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
