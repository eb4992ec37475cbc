// The floors of the house: a room imports from the floors below its own, never sideways or up.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {parseSync} from 'vite';

/** From the ground up. A name is a folder of harness/, or a file there without its ending. */
export const FLOORS = [
  ['errors'],
  ['clock', 'chromium', 'notices'],
  ['wire'],
  ['world', 'tokens', 'extension'],
  ['platforms', 'mini'],
  ['cases'],
  ['simulation'],
  ['index', 'server', 'audit'],
  ['vite', 'browser'],
  ['playwright', 'cli', 'register'],
];

/** Rooms that are served to browsers, and all that each may import. */
export const SERVED = {
  sandbox: ['wire', 'clock', 'errors'],
  elements: ['wire', 'clock', 'errors'],
  console: ['wire', 'clock', 'errors'],
  host: ['wire', 'clock', 'errors', 'elements'],
};

/** Rooms that also run in a browser: no Node built-ins. */
export const PORTABLE = [
  'errors',
  'clock',
  'notices',
  'wire',
  'tokens',
  'platforms',
  'world',
  'cases',
  'simulation',
  'browser',
  'sandbox',
  'elements',
  'console',
  'host',
];

/** @returns {string[]} one line for each import that breaks a rule */
export function brokenRules(/** @type {Map<string, string>} path below harness/ to source */ sources) {
  const broken = [];
  for (const [path, source] of sources) {
    const room = roomOf(path);
    const allowed = allowedFrom(room);
    if (allowed === undefined) {
      broken.push(`${path}: "${room}" stands on no floor; add it to .ci/floors.mjs`);
      continue;
    }
    // Tests run in Node, whatever they test, and start a browser for it.
    const isTest = /\.(test|fixture)\.ts$/.test(path);
    for (const specifier of importsOf(path, source)) {
      if (specifier.startsWith('.')) {
        const other = roomOf(join(dirname(path), specifier));
        if (other !== room && !allowed.includes(other) && !(isTest && other === 'chromium'))
          broken.push(`${path}: "${room}" must not import "${other}" (${specifier})`);
      } else if (PORTABLE.includes(room) && isBuiltin(specifier) && !isTest) {
        broken.push(`${path}: "${room}" also runs in a browser and must not import ${specifier}`);
      }
    }
  }
  return broken;
}

function allowedFrom(room) {
  if (room in SERVED) return SERVED[room];
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor === -1 ? undefined : FLOORS.slice(0, floor).flat();
}

function roomOf(path) {
  return path.split('/')[0].replace(/(\.test|\.fixture)?\.tsx?$/, '');
}

function isBuiltin(specifier) {
  return specifier.startsWith('node:');
}

function importsOf(path, source) {
  const {module, errors} = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap(({entries}) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({moduleRequest: {start, end}}) => source.slice(start + 1, end - 1)),
  ];
}

/** Every source that git knows below harness/. Reading fewer is an error, so that silence means "checked". */
export function trackedSources(root) {
  const listed = execFileSync('git', ['ls-files', 'harness'], {cwd: root, encoding: 'utf8'}).split('\n');
  const files = listed.filter((file) => /\.tsx?$/.test(file));
  if (files.length === 0) throw new Error('git ls-files harness lists no source.');
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new Error(`git ls-files lists what is not there: ${missing.join(', ')}. Stage its removal (git rm).`);
  return new Map(files.map((file) => [relative('harness', file), readFileSync(join(root, file), 'utf8')]));
}

if (process.argv[1] === import.meta.filename) {
  const sources = trackedSources(join(import.meta.dirname, '..'));
  const broken = brokenRules(sources);
  for (const line of broken) console.error(line);
  console.log(`floors: ${sources.size} files, ${broken.length} broken rules`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
