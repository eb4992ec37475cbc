// The floors of the house: a room imports from the floors below its own, never sideways or up, and no two files import each other.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {parseSync} from 'vite';

/** From the ground up. A room is a folder below harness/, or a file there without its ending. */
export const FLOORS = [
  ['decoded', 'reg-exp', 'records', 'once', 'error-codes', 'jws-in-text'],
  ['redact'],
  ['errors', 'shown-value'],
  ['known-values'],
  ['clock', 'notices'],
  ['wire'],
  ['core/tokens', 'core/world'],
  ['core/platforms'],
  ['core/cases'],
  ['core/verdicts'],
  ['core/simulation'],
  ['node/chromium', 'node/http', 'node/extension', 'node/package-files', 'node/run-program', 'node/writing'],
  ['node/live'],
  ['node/app', 'node/browser-window', 'node/mini'],
  ['index', 'audit', 'browser', 'node/server'],
  ['dev'],
  ['vite'],
  ['playwright', 'cli', 'register'],
];

/** The files that every room may use. */
const GROUND = [
  'error-codes',
  'decoded',
  'jws-in-text',
  'reg-exp',
  'records',
  'redact',
  'errors',
  'shown-value',
  'known-values',
];

/** Rooms that are served to browsers, and all that each may import. */
export const SERVED = {
  'page/activity': ['wire', 'clock', 'notices', ...GROUND],
  'page/sandbox': ['wire', 'clock', 'notices', ...GROUND, 'page/activity'],
  'page/elements': ['wire', 'clock', 'notices', ...GROUND],
  'page/polaris': ['wire', 'clock', 'notices', ...GROUND, 'page/elements'],
  'page/pickers': ['wire', 'clock', 'notices', ...GROUND, 'page/elements'],
  'page/channel': ['wire', 'clock', 'notices', ...GROUND],
  'page/console': ['wire', 'clock', 'notices', ...GROUND, 'page/channel'],
  'page/admin': ['wire', 'clock', 'notices', ...GROUND, 'page/activity', 'page/channel', 'page/pickers'],
  'page/live': ['wire', 'clock', 'notices', ...GROUND],
  'page/mini': ['wire', 'clock', 'notices', ...GROUND, 'page/activity', 'page/live'],
  'page/host': [
    'wire',
    'clock',
    'notices',
    ...GROUND,
    'page/activity',
    'page/channel',
    'page/elements',
    'page/pickers',
  ],
};

/** The layers inside the console, from the ground up. A file imports from layers below, and a panel also from other panels. */
export const CONSOLE_LAYERS = [
  ['parts'],
  ['state'],
  ['calls', 'cases', 'clock', 'requests', 'situation', 'strip', 'tokens'],
  ['frame'],
  ['palette'],
  ['console-app', 'main'],
];

const CONSOLE = 'page/console';

/** Groups of rooms, and rooms, that also run in a browser: they import no module of Node. */
export const PORTABLE = [...GROUND, 'clock', 'notices', 'wire', 'core', 'page', 'browser'];

/** Folders below harness/ that hold rooms. */
const GROUPS = ['core', 'page', 'node'];

/**
 * Lists the imports that break a rule, and the circles.
 *
 * @param {Map<string, string>} sources sources by their path below harness/
 * @returns {string[]} one line each
 */
export function brokenRules(sources) {
  const broken = [];
  const imports = new Map();

  for (const [path, source] of sources) {
    const specifiers = importsOf(path, source);
    if (!isTest(path)) imports.set(path, localPaths(path, specifiers));
    broken.push(...brokenImports(path, specifiers));
  }

  const circles = circlesIn(imports).map((circle) => `circle: ${circle.join(' -> ')}`);
  return [...broken, ...circles];
}

function brokenImports(path, specifiers) {
  const room = roomOf(path);
  const allowed = allowedFrom(room);
  if (allowed === undefined) return [`${path}: "${room}" is on no floor; add it to .ci/floors.mjs`];
  // Tests run in Node, whatever they test, and may use any room for it.
  if (isTest(path)) return [];

  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const other = roomOf(join(dirname(path), specifier));
      const isAllowed = other === room || allowed.includes(other);
      if (isAllowed && room === CONSOLE && other === CONSOLE) return brokenLayer(path, specifier);
      return isAllowed ? [] : [`${path}: "${room}" must not import "${other}" (${specifier})`];
    }

    if (isPortable(room) && specifier.startsWith('node:')) {
      return [`${path}: "${room}" also runs in a browser and must not import ${specifier}`];
    }

    return [];
  });
}

function brokenLayer(path, specifier) {
  const other = join(dirname(path), specifier);
  if (!/\.tsx?$/.test(other)) return [];

  const [from, to] = [path, other].map(layerOf);
  const lost = [path, other].find((each) => layerOf(each) === -1);
  if (lost !== undefined) return [`${lost}: is in no layer of the console; add its folder to .ci/floors.mjs`];
  return to <= from ? [] : [`${path}: a lower layer of the console must not import ${specifier}`];
}

function layerOf(path) {
  const [folder] = relative(CONSOLE, path)
    .replace(/\.tsx?$/, '')
    .split('/');
  return CONSOLE_LAYERS.findIndex((folders) => folders.includes(folder));
}

function allowedFrom(room) {
  if (room in SERVED) return SERVED[room];
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor === -1 ? undefined : FLOORS.slice(0, floor).flat();
}

function roomOf(path) {
  const [first, second] = path.split('/');
  const room = GROUPS.includes(first) && second !== undefined ? `${first}/${second}` : first;
  return room.replace(/(\.property)?(\.test|\.fixture)?\.tsx?$/, '');
}

function isPortable(room) {
  return PORTABLE.some((portable) => room === portable || room.startsWith(`${portable}/`));
}

function isTest(path) {
  return /\.(test|fixture)\.tsx?$/.test(path);
}

function localPaths(path, specifiers) {
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier));
}

function importsOf(path, source) {
  const {module, errors} = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap(({entries}) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({moduleRequest: {start, end}}) => source.slice(start + 1, end - 1)),
  ];
}

/**
 * Finds files that import each other, type imports included: the strongly connected components of more than one file (Tarjan).
 *
 * @param {Map<string, string[]>} graph imported paths by path
 * @returns {string[][]} each circle, sorted
 */
export function circlesIn(graph) {
  const index = new Map();
  const lowest = new Map();
  /** @type {string[]} */
  const stack = [];
  const circles = [];

  const visit = (path) => {
    index.set(path, index.size);
    lowest.set(path, index.get(path));
    stack.push(path);
    for (const other of graph.get(path) ?? []) {
      if (!graph.has(other)) continue;
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) lowest.set(path, Math.min(lowest.get(path), lowest.get(other)));
    }

    if (lowest.get(path) !== index.get(path)) return;

    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1 || (graph.get(path) ?? []).includes(path)) circles.push(circle.toSorted(byText));
  };

  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return circles;
}

function byText(one, other) {
  return one < other ? -1 : 1;
}

/** Reads every source that git knows below harness/. Reading fewer is an error, so that silence means "checked". */
export function trackedSources(root) {
  const listed = execFileSync('git', ['ls-files', 'harness'], {cwd: root, encoding: 'utf8'}).split('\n');
  const files = listed.filter((file) => /\.tsx?$/.test(file));
  if (files.length === 0) throw new Error('git ls-files harness lists no source.');

  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0)
    throw new Error(
      `git ls-files lists what is not there: ${missing.join(', ')}. Stage its removal (git rm).`,
    );

  return new Map(files.map((file) => [relative('harness', file), readFileSync(join(root, file), 'utf8')]));
}

if (process.argv[1] === import.meta.filename) {
  const sources = trackedSources(join(import.meta.dirname, '..'));
  const broken = brokenRules(sources);
  for (const line of broken) console.error(line);
  console.log(`floors: ${sources.size} files, ${broken.length} broken rules`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
