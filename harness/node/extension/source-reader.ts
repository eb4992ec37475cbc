import {readFile} from 'node:fs/promises';
import {extname} from 'node:path';
import type {Plugin} from 'esbuild';
import {SimhostError} from '../../errors.ts';
import {hashOf, hashOfFile} from './content-hash.ts';
import {environmentNames, secretInSource} from './environment.ts';
import {graphqlModule} from './graphql-module.ts';
import {packageOf} from './packages.ts';

/** Reads the sources for esbuild, and hashes exactly what was bundled. */
export class SourceReader {
  readonly #hashes = new Map<string, string>();
  readonly #others = new Set<string>();
  readonly #readers = new Map<string, string[]>();

  /** The first error of simhost's own. esbuild changes the errors of plugins, so it is kept here. */
  fault: SimhostError | undefined;

  /** The files that were read, and those that esbuild was asked for and has no loader for. */
  paths(): readonly string[] {
    return [...this.#hashes.keys(), ...this.#others];
  }

  /** The names of the environment variables that the modules read. */
  get variables(): ReadonlySet<string> {
    return new Set(this.#readers.keys());
  }

  /** The author's own modules, not a package's, that read an environment variable. */
  ownReadersOf(variable: string): readonly string[] {
    return (this.#readers.get(variable) ?? []).filter((path) => packageOf(path) === undefined);
  }

  /** The content hash of each file, by path; `null` if there is no file. */
  async inputs(others: readonly string[]): Promise<Readonly<Record<string, string | null>>> {
    const rest = await Promise.all(
      [...this.#others, ...others].map(async (path) => [path, await hashOfFile(path)] as const),
    );
    return Object.fromEntries([...rest, ...this.#hashes]);
  }

  get plugin(): Plugin {
    return {
      name: 'simhost:reader',
      setup: (build) => {
        build.onLoad({filter: /\.(?:graphql|gql)$/}, async ({path}) => ({
          contents: await this.#readGraphql(path),
          loader: 'js',
        }));

        build.onLoad({filter: /.*/}, async ({path}) => {
          if (LOADED.has(extname(path))) return {contents: await this.#read(path), loader: 'default'};
          this.#others.add(path);
          return undefined;
        });
      },
    };
  }

  async #read(path: string): Promise<Uint8Array> {
    const content = await readFile(path);
    this.#hashes.set(path, hashOf(content));

    const names = environmentNames(content.toString('utf8'));
    this.fault ??= secretInSource(path, names);
    for (const name of names) this.#readers.set(name, [...(this.#readers.get(name) ?? []), path]);

    return content;
  }

  async #readGraphql(path: string): Promise<string> {
    const content = await readFile(path);
    this.#hashes.set(path, hashOf(content));

    try {
      const {code, imported} = await graphqlModule(path, content.toString('utf8'));
      for (const other of imported) this.#others.add(other);
      return code;
    } catch (error) {
      if (!(error instanceof SimhostError)) throw error;
      this.fault ??= error;
      return 'export default undefined;';
    }
  }
}

/** The endings that esbuild has a loader for, as Shopify's CLI configures it. It refuses all others. */
const LOADED: ReadonlySet<string> = new Set([
  '',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.esnext',
  '.json',
  '.css',
  '.txt',
]);
