// Counts how the project reads: paragraphs, nesting, length, words. The limits in habits.json may only fall.
//
//   node .ci/habits.mjs            compares the counts with the limits
//   node .ci/habits.mjs --print    prints all counts; a path after it counts another checkout
//   node .ci/habits.mjs --places   prints each place that counts, for files below the paths after it
//   node .ci/habits.mjs --lower    writes lower limits, never higher ones
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseSync} from 'vite';

const ROOT = join(import.meta.dirname, '..');
const LIMITS = join(import.meta.dirname, 'habits.json');

/** From this many lines on, a function body needs paragraphs. */
const LONG_BODY = 20;
/** From this many lines on, a function body probably does two things. */
const LONG_FUNCTION = 40;
/** Above this many lines, a file probably holds two ideas. */
const LONG_FILE = 300;
/** Above this many characters, a line needs scrolling. */
const LONG_LINE = 120;

/** Ratios, and the value that is good enough: `--lower` does not go below it. */
const RATIOS = {
  'percent of bodies of 20+ lines without a blank line': 10,
  'lines over 120 characters per 1,000 lines of code': 5,
};

/** Words of an older style. Each has a plainer one: "where" for a condition is "if", "a text" is "a string". */
const OLD_WORDS = {
  where: /\bwhere\b/gi,
  stand: /\bstands?\b/gi,
  'is no': /\bis (?:no|none)\b/gi,
  tell: /\b(?:tells?|told)\b/gi,
  whoever: /\b(?:whoever|whatever|whichever|whom)\b/gi,
  'a text': /\ba text\b/gi,
  beside: /\bbeside\b/gi,
  blank: /\bblanks?\b/gi,
  anew: /\banew\b/gi,
  "nobody's": /\bnobody's\b/gi,
  likewise: /\blikewise\b/gi,
};

/** A docblock begins with a verb, or with a noun. */
const OLD_BEGINNING = /^\/\*\*[\s*]*(?:What|Who|Whom|Whose|Of|That|Why|How|So|One)\b/;

/** Written by a generator out of sources that are counted themselves. */
const GENERATED =
  /(?:element-table|polaris-table|case-id|error-code|schema)\.ts$|^docs\/(?:cases|errors)\.md$|\/graphql\/published\/(?:storefront|customer-account)/;

/** Tables are as long as what they list. */
const TABLES = /^harness\/(?:core\/cases\/catalogue\/|error-codes\.ts$)/;

/** A place that counts: `{habit, line, name}`. The name is that of the function, if the habit is about one. */
const place = (habit, line, name) => ({habit, line, name});

/**
 * Finds all that counts in one source.
 *
 * @returns {{lines: number, bodies: number, places: {habit: string, line: number, name?: string}[]}}
 */
export function habitsOf(path, source) {
  const {program, comments, errors} = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);

  const lines = source.split('\n');
  const lineAt = lineNumbers(source);
  const places = [];
  let bodies = 0;

  lines.forEach((line, index) => {
    if (line.length > LONG_LINE) places.push(place('line over 120 characters', index + 1));
  });
  if (lines.length > LONG_FILE && !TABLES.test(path)) places.push(place('file over 300 lines', 1));

  for (const {type, value, start} of comments) {
    const text = type === 'Block' ? `/*${value}*/` : value;
    places.push(...oldWordsIn(text, lineAt(start)));
    if (OLD_BEGINNING.test(text))
      places.push(place('docblock that begins with What, Who, Of, …', lineAt(start)));
  }

  walk(program, undefined, (node, name) => {
    if (isNestedTernary(node)) places.push(place('nested ternary', lineAt(node.start)));
    const text = textOf(node);
    if (text !== undefined) places.push(...oldWordsIn(text, lineAt(node.start)));
    if (!isFunction(node) || node.body?.type !== 'BlockStatement') return;

    const inside = lines.slice(lineAt(node.body.start), lineAt(node.body.end) - 1);
    if (inside.length < LONG_BODY) return;

    bodies++;
    const at = lineAt(node.start);
    if (inside.every((line) => line.trim() !== '')) places.push(place('body without a blank line', at, name));
    if (inside.length >= LONG_FUNCTION) places.push(place('function of 40+ lines', at, name));
  });

  const code = lines.filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|\/?\*)/.test(line));
  return {lines: code.length, bodies, places};
}

/** Finds old words in prose; code between fences is not prose. */
export function wordsOf(markdown) {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));
  return prose.split('\n').flatMap((line, index) => oldWordsIn(line, index + 1));
}

/**
 * Adds up what was found.
 *
 * @param {Map<string, string>} texts sources and Markdown by path
 */
export function countAll(texts) {
  const total = {lines: 0, bodies: 0, longLines: 0, solidBodies: 0};
  const words = {sources: {}, tests: {}, docs: {}};
  const lists = {'functions of 40+ lines': [], 'files over 300 lines': []};
  const counts = {'nested ternaries': 0, 'docblocks that begin with What, Who, Of, …': 0};

  for (const [path, text] of texts) {
    const {lines, bodies, places} = path.endsWith('.md')
      ? {lines: 0, bodies: 0, places: wordsOf(text)}
      : habitsOf(path, text);

    const group = words[groupOf(path)];
    for (const {habit} of places.filter((each) => each.habit in OLD_WORDS))
      group[habit] = (group[habit] ?? 0) + 1;
    if (groupOf(path) !== 'sources') continue;

    const found = (habit) => places.filter((each) => each.habit === habit);
    total.lines += lines;
    total.bodies += bodies;
    total.longLines += found('line over 120 characters').length;
    total.solidBodies += found('body without a blank line').length;
    counts['nested ternaries'] += found('nested ternary').length;
    counts['docblocks that begin with What, Who, Of, …'] += found(
      'docblock that begins with What, Who, Of, …',
    ).length;
    lists['functions of 40+ lines'].push(
      ...found('function of 40+ lines').map(({name}) => `${path} ${name}`),
    );
    lists['files over 300 lines'].push(...found('file over 300 lines').map(() => path));
  }

  return {
    'percent of bodies of 20+ lines without a blank line': ratio(100 * total.solidBodies, total.bodies),
    'lines over 120 characters per 1,000 lines of code': ratio(1000 * total.longLines, total.lines),
    ...counts,
    ...lists,
    'old words in sources': words.sources,
    'old words in tests': words.tests,
    'old words in docs': words.docs,
  };
}

/** @returns {string[]} one line for each count above its limit, and for each name that is not on its list */
export function broken(counts, limits) {
  return Object.entries(counts).flatMap(([habit, count]) => {
    const limit = limits[habit];
    if (Array.isArray(count))
      return namesBeyond(count, limit ?? []).map((name) => `${habit}: ${name} is new`);
    if (typeof count === 'object') {
      return Object.entries(count).flatMap(([word, found]) =>
        above(`${habit}: "${word}"`, found, limit?.[word] ?? 0),
      );
    }

    return above(habit, count, limit ?? 0);
  });
}

function above(habit, count, limit) {
  return count > limit ? [`${habit}: ${count}, and the limit is ${limit}`] : [];
}

/** Each limit, or the count if that is lower; a ratio never goes below the value that is good enough. */
export function lowered(counts, limits) {
  const lower = (habit, count, limit) => {
    if (limit === undefined) return count;
    if (Array.isArray(count)) return limit.filter((name) => count.includes(name));
    if (typeof count === 'object') {
      const words = Object.entries(limit).map(([word, most]) => [word, Math.min(most, count[word] ?? 0)]);
      return Object.fromEntries(words.filter(([, most]) => most > 0));
    }

    return Math.min(limit, Math.max(count, RATIOS[habit] ?? 0));
  };

  return Object.fromEntries(
    Object.entries(counts).map(([habit, count]) => [habit, lower(habit, count, limits[habit])]),
  );
}

/** A name may be on a list twice, if one file has two such functions. */
function namesBeyond(names, allowed) {
  const left = [...allowed];
  return names.filter((name) => {
    const index = left.indexOf(name);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}

function ratio(part, whole) {
  return whole === 0 ? 0 : Math.ceil((part / whole) * 10) / 10;
}

function groupOf(path) {
  if (path.endsWith('.md')) return 'docs';
  return /\.(?:test|fixture|spec)\.\w+$/.test(path) || path.startsWith('e2e/') ? 'tests' : 'sources';
}

function oldWordsIn(text, firstLine) {
  return Object.entries(OLD_WORDS).flatMap(([word, pattern]) =>
    [...text.matchAll(pattern)].map(({index}) =>
      place(word, firstLine + text.slice(0, index).split('\n').length - 1),
    ),
  );
}

function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateElement') return node.value.raw;
  return node.type === 'JSXText' ? node.value : undefined;
}

function isNestedTernary(node) {
  if (node.type !== 'ConditionalExpression') return false;
  return [node.test, node.consequent, node.alternate].some(isTernary);
}

function isTernary(node) {
  return node.type === 'ParenthesizedExpression'
    ? isTernary(node.expression)
    : node.type === 'ConditionalExpression';
}

function isFunction({type}) {
  return (
    type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
  );
}

/** Visits each node with the nearest name around it: of a function, method, variable or property. */
function walk(node, name, visit) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, name, visit);
    return;
  }
  if (node === null || typeof node !== 'object') return;

  const nearest = node.id?.name ?? node.key?.name ?? name;
  if (typeof node.type === 'string') visit(node, nearest);
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, nearest, visit);
}

/** Makes a function that finds the line of an offset, counted from 1. */
function lineNumbers(source) {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

/** Reads all that is counted in a checkout. */
function trackedTexts(root, below = ['harness', 'e2e', 'docs', '.ci', '*.md', '.github']) {
  const files = execFileSync('git', ['ls-files', ...below], {cwd: root, encoding: 'utf8'})
    .trim()
    .split('\n');
  const counted = files.filter(
    (file) =>
      /\.(?:tsx?|mjs|md)$/.test(file) &&
      !file.endsWith('.d.ts') &&
      !/^\.ci\/(?:published-api\/|habits\.)/.test(file) &&
      !GENERATED.test(file),
  );
  return new Map(counted.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

function printPlaces(texts) {
  for (const [path, text] of texts) {
    const places = path.endsWith('.md') ? wordsOf(text) : habitsOf(path, text).places;
    for (const {habit, line, name} of places)
      console.log(`${path}:${line}: ${habit}${name ? ` (${name})` : ''}`);
  }
}

function check() {
  const counts = countAll(trackedTexts(ROOT));
  const limits = JSON.parse(readFileSync(LIMITS, 'utf8'));

  const lines = broken(counts, limits);
  for (const line of lines) console.error(line);
  if (lines.length > 0) console.error('The places: node .ci/habits.mjs --places <path>');

  const isLower = JSON.stringify(lowered(counts, limits)) !== JSON.stringify(limits);
  console.log(`habits: ${lines.length} above their limit${isLower ? '; some are below it: --lower' : ''}`);
  process.exitCode = lines.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) {
  const [option, ...paths] = process.argv.slice(2);
  if (option === '--print') console.log(JSON.stringify(countAll(trackedTexts(paths[0] ?? ROOT)), null, 2));
  else if (option === '--places') printPlaces(trackedTexts(ROOT, paths.length === 0 ? undefined : paths));
  else if (option === '--lower') {
    const limits = lowered(countAll(trackedTexts(ROOT)), JSON.parse(readFileSync(LIMITS, 'utf8')));
    writeFileSync(LIMITS, `${JSON.stringify(limits, null, 2)}\n`);
  } else check();
}
