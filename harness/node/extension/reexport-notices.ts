import {readFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import type * as Vite from 'vite';
import type {Notice} from '../../notices.ts';
import {displayPath, positionAt} from './display-path.ts';
import {packageOf} from './packages.ts';

/**
 * Notices the names that a TypeScript module exports again from another module of the author, if that one has no value
 * of the name: a type without `type`, or a misspelt name. esbuild leaves both out and says nothing.
 *
 * @param paths the files of the build
 * @see https://esbuild.github.io/content-types/#isolated-modules
 */
export async function reexportNotices(paths: readonly string[]): Promise<readonly Notice[]> {
  const own = new Set(paths.filter((path) => packageOf(path) === undefined));
  const found = [...own].filter((path) => TYPESCRIPT.test(path)).map((path) => noticesOf(path, own));
  return (await Promise.all(found)).flat();
}

type ExportEntry = ReturnType<typeof Vite.parseSync>['module']['staticExports'][number]['entries'][number];

const TYPESCRIPT = /\.[cm]?tsx?$/;

/** A list of names that a module exports. */
const EXPORT_LIST = /\bexport\s*\{/;

async function noticesOf(path: string, own: ReadonlySet<string>): Promise<readonly Notice[]> {
  const text = await readFile(path, 'utf8');
  if (!EXPORT_LIST.test(text)) return [];

  const notices: Notice[] = [];
  for (const entry of await exportsOf(path, text)) {
    const {importName, moduleRequest, isType} = entry;
    if (isType || importName.kind !== 'Name' || importName.name === null || moduleRequest === null) continue;

    const from = sourceOf(path, moduleRequest.value, own);
    if (from === undefined || (await hasValue(from, importName.name))) continue;
    notices.push(noticeOf(path, text, {...entry, name: importName.name, from: moduleRequest.value}));
  }

  return notices;
}

async function exportsOf(path: string, text: string): Promise<readonly ExportEntry[]> {
  const {parseSync} = await import('vite');
  return parseSync(path, text).module.staticExports.flatMap(({entries}) => entries);
}

/** Whether a module may export a value of that name. */
async function hasValue(path: string, name: string): Promise<boolean> {
  const entries = await exportsOf(path, await readFile(path, 'utf8'));
  return entries.some(
    ({exportName, importName, isType}) =>
      !isType && (exportName.name === name || importName.kind === 'AllButDefault'),
  );
}

/** Finds the author's module that a relative path names. */
function sourceOf(importer: string, request: string, own: ReadonlySet<string>): string | undefined {
  if (!request.startsWith('.')) return undefined;

  const path = resolve(dirname(importer), request);
  const withoutEnding = path.replace(/\.[cm]?jsx?$/, '');
  const endings = ['.tsx', '.ts', '.js', '.jsx', '.mjs', '.mts', '.cts'];
  return [
    path,
    ...endings.map((ending) => `${withoutEnding}${ending}`),
    ...endings.map((ending) => join(path, `index${ending}`)),
  ].find((candidate) => own.has(candidate));
}

interface Reexport {
  readonly start: number;
  readonly name: string;
  readonly from: string;
}

function noticeOf(path: string, text: string, {start, name, from}: Reexport): Notice {
  return {
    code: 'export-without-value',
    message:
      `${displayPath(path, positionAt(text, start))}: exports "${name}" of "${from}", which has no value of ` +
      "this name. Shopify's CLI leaves it out.",
    next: `Write "type ${name}" if it is a type, or correct the name.`,
  };
}
