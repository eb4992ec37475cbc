import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';

/** A source file of an extension. */
export interface Source {
  /** From the extension's folder. */
  readonly path: string;
  readonly text: string;
}

const MOST = 500;

/** Reads the sources below a folder, without built and installed ones. */
export async function readSources(folder: string): Promise<readonly Source[]> {
  const paths: string[] = [];
  const walk = async (dir: string): Promise<void> => {
    for (const entry of await readdir(dir, {withFileTypes: true})) {
      if (paths.length >= MOST) return;
      const path = join(dir, entry.name);
      if (entry.isDirectory() && !/^(\..*|node_modules|dist|build|tests?|__tests__)$/.test(entry.name))
        await walk(path);
      else if (
        entry.isFile() &&
        /\.[cm]?[jt]sx?$/.test(entry.name) &&
        !/\.(d|test|spec)\.\w+$/.test(entry.name)
      )
        paths.push(path);
    }
  };

  await walk(folder);
  return Promise.all(
    paths.map(async (path) => ({path: relative(folder, path), text: await readFile(path, 'utf8')})),
  );
}

/** Finds the first source that calls `fetch` for the network. `shopify:` URLs need no permission. */
export function callsFetch(sources: readonly Source[]): Source | undefined {
  return sources.find(({text}) =>
    /(?<![\w.#$])(?:(?:globalThis|self)\.)?fetch\s*\(\s*(?!['"`]shopify:)/.test(withoutComments(text)),
  );
}

/** Finds the paths below an origin that the sources contain as whole literals. */
export function pathsBelow(origin: string, sources: readonly Source[]): readonly string[] {
  const literal = new RegExp(
    `${origin.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(/[^\\s'"\`$?#\\\\]*)(?=[\\s'"\`?#])`,
    'g',
  );

  return [
    ...new Set(
      sources.flatMap(({text}) =>
        [...withoutComments(text).matchAll(literal)].map(([, path]) => path ?? '/'),
      ),
    ),
  ];
}

/**
 * Removes comments. Not a parser: a comment mark inside of a string, as in "https://…", is kept by the look-behind.
 */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}
