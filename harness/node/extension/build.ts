import {realpath} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import type {BuildOptions, Plugin} from 'esbuild';
import {decoded} from '../../decoded.ts';
import {buildError} from './build-error.ts';
import {buildNotices} from './build-notices.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {hashOf} from './content-hash.ts';
import {environmentHashes, readEnvironment, type Environment} from './environment.ts';
import {refuseMissingTypes} from './package-types.ts';
import {packageCandidates} from './packages.ts';
import type {Script} from './script.ts';
import {SourceReader} from './source-reader.ts';
import {tsconfigFiles} from './tsconfig.ts';

/**
 * Builds a script of the extension in `dir` as `shopify app build` does: with esbuild and the options of Shopify's CLI.
 * The script stays in memory; nothing is written into the folder.
 *
 * `onInputs` is called once, also after a failure, with the files that were read until then.
 *
 * @throws {SimhostError} `ERR_EXTENSION_BUILD`, `ERR_UNRESOLVED_IMPORT`, `ERR_NO_DEFAULT_EXPORT` or
 *   `ERR_SECRET_IN_EXTENSION`, with file, line and column
 */
export async function buildExtension(
  {dir: folder}: {readonly dir: string},
  script: Script,
  {onInputs}: {onInputs?: (paths: readonly string[]) => void} = {},
): Promise<Bundle> {
  const dir = await realpath(folder);
  const environment = await readEnvironment(dir);
  const reader = new SourceReader();

  try {
    await refuseMissingTypes(dir, script);
    const {build} = await import('esbuild');
    const {outputFiles, warnings} = await build(buildOptions(dir, script, environment, reader));
    if (reader.fault !== undefined) throw reader.fault;

    const output = (ending: string): string =>
      outputFiles.find(({path}) => path.endsWith(ending))?.text ?? '';
    const code = output('.js');
    const map = sourceMapOf(script, output('.js.map'));
    return {
      name: script.name,
      code,
      map,
      hash: hashOf(code + map),
      inputs: await reader.inputs(await otherInputs(dir, environment, reader)),
      environment: environmentHashes(environment, reader.variables),
      notices: await buildNotices(dir, script, environment, reader, warnings),
    };
  } catch (error) {
    throw reader.fault ?? (await buildError(dir, script, error));
  } finally {
    const tsconfigs = await tsconfigFiles(dir, reader.paths());
    onInputs?.([...script.entries.map(({module}) => module), ...reader.paths(), ...tsconfigs]);
  }
}

/** Corrects the source map of esbuild, which has no file name and escapes the paths of sources as in a URL. */
function sourceMapOf({name}: Script, text: string): string {
  const map = JSON.parse(text) as {readonly sources: readonly string[]};
  return JSON.stringify({...map, file: `${name}.js`, sources: map.sources.map(nameOf)});
}

/** Decodes the path of a source. A package's own map may have a name that was never encoded: `100%.ts`. */
function nameOf(source: string): string {
  return decoded(source) ?? source;
}

/** The environment of `shopify app build`. */
const BUILD_MODE = 'production';

/**
 * The options of Shopify's CLI, with two differences: nothing is written or printed, and the source map is a
 * separate file.
 *
 * @see https://github.com/Shopify/cli/blob/main/packages/app/src/cli/services/extensions/bundle.ts
 */
function buildOptions(
  dir: string,
  script: Script,
  environment: Environment,
  reader: SourceReader,
): BuildOptions & {write: false} {
  return {
    absWorkingDir: dir,
    stdin: {contents: registrationOf(script), resolveDir: dir, loader: 'tsx'},
    outfile: join(dir, `${script.name}.js`),
    bundle: true,
    define: definitions(environment),
    jsx: 'automatic',
    loader: {'.esnext': 'ts', '.js': 'jsx'},
    legalComments: 'none',
    minify: true,
    plugins: [reader.plugin, ...oneReact(dir)],
    target: 'es6',
    resolveExtensions: ['.tsx', '.ts', '.js', '.json', '.esnext', '.mjs', '.ejs'],
    write: false,
    logLevel: 'silent',
    sourcemap: 'external',
  };
}

/** Writes the code that the CLI generates: it imports each module and, since 2025-10, registers its default export. */
function registrationOf({entries, registers}: Script): string {
  const lines = entries.map(({target, specifier}, index) => {
    const from = JSON.stringify(specifier);
    if (registers === 'modules') return `import ${from};`;
    return (
      `import Target_${index} from ${from};shopify.extend(${JSON.stringify(target)}, (...args) => ` +
      `Target_${index}(...args));`
    );
  });
  return [...new Set(lines)].join('\n');
}

function definitions({values}: Environment): Record<string, string> {
  const variables = Object.entries({NODE_ENV: BUILD_MODE, ...values});
  return Object.fromEntries(variables.map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]));
}

/**
 * Bundles one copy of React, as the CLI does: the one that the extension's folder finds. No other package is
 * deduplicated.
 */
function oneReact(dir: string): readonly Plugin[] {
  if (isTrue(process.env['SHOPIFY_CLI_SKIP_ESBUILD_REACT_DEDUPLICATION'])) return [];
  const path = resolveFrom(dir, 'react');
  if (path === undefined) return [];

  return [
    {
      name: 'simhost:one-react',
      setup(build) {
        build.onResolve({filter: /^react$/}, () => ({path}));
      },
    },
  ];
}

function resolveFrom(dir: string, name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name, {paths: [dir]});
  } catch {
    return undefined;
  }
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && ['1', 'true', 'TRUE', 'yes', 'YES'].includes(value);
}

/** Lists the files that were not read as sources and still affect the script. */
async function otherInputs(
  dir: string,
  environment: Environment,
  reader: SourceReader,
): Promise<readonly string[]> {
  const [tsconfigs, manifests] = await Promise.all([
    tsconfigFiles(dir, reader.paths()),
    packageCandidates(dir, reader.paths()),
  ]);
  const variables = reader.variables.size === 0 ? [] : environment.files;
  return [...tsconfigs, ...manifests, ...variables];
}
