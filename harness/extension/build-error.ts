import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import type {Rolldown} from 'vite';
import {SimhostError} from '../errors.ts';
import {packageOf} from './packages.ts';
import {place, type Position} from './place.ts';
import type {Script} from './script.ts';

/** What the bundler threw, as one error that names file, line and column. */
export async function buildError(dir: string, script: Script, thrown: unknown): Promise<SimhostError> {
  if (thrown instanceof SimhostError) return thrown;
  const all = bundlerErrors(thrown);
  const [first] = all;
  if (first === undefined) {
    return new SimhostError('ERR_EXTENSION_BUILD', `The build of "${script.name}" failed.`, {cause: thrown});
  }
  const text = stripVTControlCharacters(first.message);
  if (first.code === 'UNRESOLVED_IMPORT') return unresolvedError(dir, first);
  if (first.code === 'MISSING_EXPORT' && first.id?.startsWith('\0') === true) return missingDefault(script, first.exporter, thrown);
  const [summary = text] = text.split('\n');
  const reason = summary.replace(/^\[[^\]]*\]\s*/, '');
  const found = locate(dir, first, text);
  if (found === undefined) {
    return new SimhostError('ERR_EXTENSION_BUILD', `The build of "${script.name}" failed: ${reason}`, {cause: thrown});
  }
  const line = (await readFile(found.path, 'utf8').catch(() => '')).split(/\r?\n/)[found.position.line - 1]?.trim() ?? '';
  const more = all.length === 1 ? '' : ` (and ${all.length - 1} more)`;
  return new SimhostError('ERR_EXTENSION_BUILD', `${place(found.path, found.position)}: ${reason}${more}`, {
    next: `Correct this line: ${JSON.stringify(line)}.`,
    cause: thrown,
  });
}

/** What the bundler only warns of, and an extension cannot run with. */
export function faultInLogs(dir: string, logs: readonly Rolldown.RollupLog[]): SimhostError | undefined {
  const unresolved = logs.find(({code}) => code === 'UNRESOLVED_IMPORT');
  return unresolved === undefined ? undefined : unresolvedError(dir, unresolved);
}

function unresolvedError(dir: string, log: Rolldown.RollupLog): SimhostError {
  const source = log.exporter ?? '';
  const where = log.id === undefined ? place(dir) : place(log.id, positionOf(log));
  const isFile = source.startsWith('.') || source.startsWith('/');
  const name = packageOf(`/node_modules/${source}/`)?.name ?? source;
  const isAbsent = !isFile && /^(?:@[a-z\d~-][\w.~-]*\/)?[a-z\d~-][\w.~-]*$/i.test(name);
  return new SimhostError('ERR_UNRESOLVED_IMPORT', `${where}: cannot find ${JSON.stringify(source)}.`, {
    next: isAbsent ? `Run: npm install ${name}` : 'Create the file, or correct the path.',
    cause: log,
  });
}

/** An import of what only Node has. */
export function nodeModuleError(source: string, importer: string): SimhostError {
  return new SimhostError(
    'ERR_UNRESOLVED_IMPORT',
    `${place(importer)}: "${source}" is a module of Node, and an extension runs in a web worker.`,
    {
      next: 'Do this in the backend, or use a package made for browsers.',
    },
  );
}

function missingDefault({entries}: Script, module: string | undefined, cause: unknown): SimhostError {
  const targets = entries.filter((candidate) => candidate.module === module).map(({target}) => target);
  return new SimhostError('ERR_NO_DEFAULT_EXPORT', `${place(module ?? '')} has no default export, which ${targets.join(', ')} needs.`, {
    next: 'Export the function that renders: export default async () => { … }.',
    cause,
  });
}

function bundlerErrors(thrown: unknown): readonly Rolldown.RollupLog[] {
  if (!(thrown instanceof Error)) return [];
  const {errors} = thrown as {errors?: unknown};
  return Array.isArray(errors) && errors.length > 0 ? (errors as readonly Rolldown.RollupLog[]) : [thrown];
}

/** Errors of transforms carry no file; the head of their code frame names it. */
function locate(dir: string, log: Rolldown.RollupLog, text: string): {path: string; position: Position} | undefined {
  const [, file, line, column] = /\[ (.+):(\d+):(\d+) \]/.exec(text) ?? [];
  if (log.id !== undefined && log.loc !== undefined && !log.id.startsWith('\0')) return {path: log.id, position: positionOf(log)};
  if (file === undefined) return log.id === undefined ? undefined : {path: log.id, position: positionOf(log)};
  return {path: resolve(dir, file), position: {line: Number(line), column: Number(column)}};
}

function positionOf({loc}: Rolldown.RollupLog): Position {
  return {line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1};
}
