import {readFile, readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {ancestors} from './packages.ts';

/** The schema file of an app's codegen. */
export interface AdminSchemaFile {
  /** Absolute. */
  readonly path: string;
  read(): Promise<string>;
}

/** The files of this process, so that a worker reads and keeps each schema once. */
const files = new Map<string, AdminSchemaFile>();

/** The folder that the template's codegen writes to. */
const DEFAULT_FOLDER = './app/types';

/**
 * Finds the schema of the Admin API that the codegen of an app has written: the newest `admin-<version>.schema.json` in
 * the output folder of the nearest `.graphqlrc`. `null` without one.
 *
 * @see https://github.com/Shopify/shopify-app-template-react-router/blob/main/.graphqlrc.ts
 */
export async function findAdminSchema(dir: string): Promise<AdminSchemaFile | null> {
  for (const folder of ancestors(resolve(dir))) {
    const [config] = (await namesIn(folder)).filter((name) => name.startsWith('.graphqlrc')).toSorted();
    if (config !== undefined) return schemaIn(folder, await readFile(join(folder, config), 'utf8'));
  }

  return null;
}

async function schemaIn(folder: string, config: string): Promise<AdminSchemaFile | null> {
  const [, written = DEFAULT_FOLDER] = /outputDir["']?\s*:\s*["'`]?([^"'`\s,]+)/.exec(config) ?? [];
  const output = resolve(folder, written);
  const newest = (await namesIn(output))
    .filter((name) => FILE_NAME.test(name))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : fileAt(join(output, newest));
}

const FILE_NAME = /^admin-(?:\d{4}-\d{2}|unstable)\.schema\.json$/;

function fileAt(path: string): AdminSchemaFile {
  const known = files.get(path) ?? {path, read: () => readFile(path, 'utf8')};
  files.set(path, known);
  return known;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
