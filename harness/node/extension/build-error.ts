import {isBuiltin} from 'node:module';
import {dirname, extname, join, resolve} from 'node:path';
import type {Location, Message} from 'esbuild';
import {SimhostError} from '../../errors.ts';
import {ancestors, exists, packageOf} from './packages.ts';
import {displayPath, type Position} from './display-path.ts';
import type {Script} from './script.ts';

/** Turns an error of esbuild into one that names file, line and column, and the next step. */
export async function buildError(dir: string, script: Script, thrown: unknown): Promise<SimhostError> {
  if (thrown instanceof SimhostError) return thrown;
  const messages = messagesOf(thrown);
  const [first] = messages;

  if (first === undefined) {
    return new SimhostError('ERR_EXTENSION_BUILD', `The build of "${script.name}" failed.`, {cause: thrown});
  }

  const [, unresolved] = /^Could not resolve "(.*)"$/.exec(first.text) ?? [];
  if (unresolved !== undefined) return unresolvedError(dir, script, first, unresolved);
  if (isOfRegistration(first.location)) return moduleError(dir, script, first);

  const more = messages.length === 1 ? '' : ` (and ${messages.length - 1} more)`;
  const text = `${displayLocation(dir, first.location)}: ${first.text.replace(/\.$/, '')}.${more}`;
  return new SimhostError('ERR_EXTENSION_BUILD', text, {next: nextStep(first), cause: thrown});
}

/** Shows the position of a message of esbuild, whose paths are relative to `dir` and whose columns count bytes. */
export function displayLocation(dir: string, location: Location | null): string {
  return location === null
    ? displayPath(dir)
    : displayPath(resolve(dir, location.file), positionOf(location));
}

function positionOf({line, column, lineText}: Location): Position {
  return {line, column: Buffer.from(lineText).subarray(0, column).toString().length + 1};
}

function messagesOf(thrown: unknown): readonly Message[] {
  if (!(thrown instanceof Error) || !('errors' in thrown)) return [];
  return Array.isArray(thrown.errors) ? (thrown.errors as readonly Message[]) : [];
}

/** Whether a location is in the code that the CLI generates. */
function isOfRegistration(location: Location | null): boolean {
  return location?.file === '<stdin>';
}

function nextStep({text, location}: Message): string {
  const [, ending] = /^No loader is configured for "(.*?)" files/.exec(text) ?? [];
  if (ending !== undefined) {
    return (
      `Shopify's CLI bundles no ${ending} files. Put the file on your server and use its URL, or export ` +
      'its content from a .js file.'
    );
  }
  if (text.startsWith('Top-level await')) return 'Await inside of the function that you export.';
  return `Correct this line: ${JSON.stringify(location?.lineText.trim() ?? '')}.`;
}

async function unresolvedError(
  dir: string,
  script: Script,
  message: Message,
  source: string,
): Promise<SimhostError> {
  const {location} = message;
  const file = isOfRegistration(location) ? join(dir, 'shopify.extension.toml') : undefined;
  const importer = file ?? resolve(dir, location?.file ?? '.');
  const at = file === undefined ? displayLocation(dir, location) : displayPath(file);

  if (isBuiltin(source)) {
    return new SimhostError(
      'ERR_UNRESOLVED_IMPORT',
      `${at}: "${source}" is a module of Node, and an extension runs in a web worker.`,
      {
        next: 'Do this in the backend, or use a package made for browsers.',
        cause: message,
      },
    );
  }

  return new SimhostError('ERR_UNRESOLVED_IMPORT', `${at}: cannot find ${JSON.stringify(source)}.`, {
    next: await unresolvedStep(dir, importer, message, source, script),
    cause: message,
  });
}

async function unresolvedStep(
  dir: string,
  importer: string,
  message: Message,
  source: string,
  {registers}: Script,
): Promise<string> {
  if (/^\.{0,2}\//.test(source)) return fileStep(importer, source);
  if (await exists(join(dir, source))) return `Write "./${source}". Without ".//" it names a package.`;
  if (source === 'react/jsx-runtime' && registers === 'entry') {
    return (
      'Add "jsxImportSource": "preact" to the compilerOptions of tsconfig.json. (JSX compiles for React ' +
      'else, and 2025-07 is the last version that runs React.)'
    );
  }

  const name = packageOf(`/node_modules/${source}/`)?.name ?? source;
  const installed = await Promise.all(
    ancestors(dirname(importer)).map((folder) => exists(join(folder, 'node_modules', name))),
  );

  const [note] = message.notes;
  if (installed.includes(true) && note !== undefined) return note.text.replace(/:?\s*$/, '.');

  return /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(name)
    ? `Run: npm install ${name}`
    : 'Create the file, or correct the path.';
}

/** Looks for a file with an ending, or an index file, that the CLI does not try. */
async function fileStep(importer: string, source: string): Promise<string> {
  const path = resolve(dirname(importer), source);
  for (const rest of UNTRIED) {
    if (!(await exists(path + rest))) continue;
    return `Shopify's CLI does not try ${extname(rest)}. Write ${JSON.stringify(source.replace(/\/$/, '') + rest)}.`;
  }
  return 'Create the file, or correct the path.';
}

const UNTRIED = ['.jsx', '.mts', '.cts', '.cjs', '/index.jsx', '/index.mts', '/index.cts', '/index.cjs'];

/** Makes the error for a module of the TOML without a default export. */
function moduleError(dir: string, {name, entries}: Script, {text}: Message): SimhostError {
  const [, file] = /^No matching export in "(.*)" for import "default"$/.exec(text) ?? [];
  if (file === undefined)
    return new SimhostError('ERR_EXTENSION_BUILD', `The build of "${name}" failed: ${text}`);

  const module = resolve(dir, file);
  const targets = entries.filter((candidate) => candidate.module === module).map(({target}) => target);
  return new SimhostError(
    'ERR_NO_DEFAULT_EXPORT',
    `${displayPath(module)} has no default export, which ${targets.join(', ')} needs.`,
    {
      next: 'Export the function that renders: export default async () => { … }.',
    },
  );
}
