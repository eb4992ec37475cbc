// Compares simhost's builder with the current Shopify CLI: its options, its messages, and what `shopify app build` makes
// of each source in fixtures/shopify-cli/table.json. The command needs no login. `--write` records new facts.
import {execFile, execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {isDeepStrictEqual, stripVTControlCharacters} from 'node:util';
import {runInNewContext} from 'node:vm';

const root = join(import.meta.dirname, '..');
const factsFile = join(root, 'fixtures/shopify-cli/facts.json');
const cache = join(root, 'node_modules/.cache/simhost/shopify-cli');

/** Sentences of checks that a build without login does not reach: `app dev` and `app deploy` run them. */
const MESSAGES = [
  'Missing default language in',
  'There must be one (and only one) locale identified as the default locale',
  "can't be empty",
  'contains invalid UTF-8 byte sequences',
];

/** @returns {Record<string, unknown>} the literal members of the options that the CLI gives to esbuild, minified source in, data out */
export function esbuildOptions(/** @type {string} */ source) {
  const [literal] = /\{outfile:[^;]*?resolveExtensions:\[[^\]]*\]\}/.exec(source) ?? [];
  if (literal === undefined)
    throw new Error('The CLI no longer gives esbuild its options in the known form.');
  return Object.fromEntries(members(literal.slice(1, -1)).map(([name, value]) => [name, literalOf(value)]));
}

/** The members of an object literal, split at the commas that lie in no bracket. */
function members(text) {
  const parts = [''];
  let depth = 0;

  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }

  return parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]);
}

function literalOf(value) {
  if (value === '!0' || value === '!1') return value === '!0';
  try {
    return JSON.parse(value.replaceAll(/([{,])([a-z]\w*):/g, '$1"$2":'));
  } catch {
    return '(computed)';
  }
}

function readFacts(cli) {
  const {version, dependencies} = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
  const dist = join(cli, 'dist');
  const sources = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(dist, name), 'utf8'));

  const builder = sources.find(
    (source) =>
      source.includes('legalComments:') &&
      source.includes('from"esbuild"') &&
      source.includes('resolveExtensions:['),
  );

  return {
    cli: version,
    esbuild: dependencies.esbuild,
    options: esbuildOptions(builder ?? ''),
    messages: MESSAGES.filter((message) => sources.some((source) => source.includes(message))),
  };
}

function install(...packages) {
  mkdirSync(cache, {recursive: true});
  writeFileSync(join(cache, 'package.json'), '{"private": true}');

  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--loglevel=error', ...packages],
    {
      cwd: cache,
      stdio: 'inherit',
    },
  );
}

/** The CLI needs a newer Node than this project does. */
function nodeForCli() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;

  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return join(
    cache,
    'node_modules',
    `node-${platform}-${process.arch}`,
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  );
}

const APP = `client_id = "1"
name = "simhost"
application_url = "https://example.com"
embedded = true
[auth]
redirect_urls = ["https://example.com"]
[webhooks]
api_version = "2026-07"
`;

/** Lays out each row as an extension of one app and builds the app, with the CLI itself. */
async function appBuild(folder, common, rows) {
  const app = mkdtempSync(join(folder, 'app-'));
  write(app, {
    'shopify.app.toml': APP,
    'package.json': '{"private": true}',
    'package-lock.json': '{"lockfileVersion": 3, "packages": {}}',
  });

  const extensions = rows.map(({files}, index) => {
    const extension = join(app, 'extensions', `row-${index}`);
    const {'shopify.extension.toml': toml, ...rest} = {...common, ...files};

    // The handles of an app are all different.
    write(extension, {
      ...rest,
      'package.json': '{"private": true}',
      'shopify.extension.toml': toml.replaceAll('handle = "loyalty"', `handle = "row-${index}"`),
    });

    return extension;
  });

  const run = join(cache, 'node_modules/@shopify/cli/bin/run.js');
  // npm's INIT_CWD, which the CLI prefers to the folder that it runs in, names the project of simhost.
  const {INIT_CWD: _, ...inherited} = process.env;
  const env = {...inherited, HOME: folder, CI: '1', NODE_ENV: '', SHOPIFY_CLI_NO_ANALYTICS: '1'};

  const {code, output} = await new Promise((resolve) => {
    execFile(
      nodeForCli(),
      [run, 'app', 'build', '--skip-dependencies-installation'],
      {cwd: app, env, maxBuffer: 64e6},
      (error, stdout, stderr) => resolve({code: error === null ? 0 : 1, output: stdout + stderr}),
    );
  });

  return {code, output: plain(output), extensions};
}

function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
}

/** Without colours, boxes and line breaks. */
function plain(output) {
  return stripVTControlCharacters(output)
    .replaceAll(/[│╭╮╰╯─]/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** All sources that build are built at once. */
async function compareBuilding(folder, common, rows) {
  const {code, output, extensions} = await appBuild(folder, common, rows);
  if (code !== 0) return [`A source that built is refused now:\n${output}`];

  const problems = await Promise.all(
    rows.map(async (row, index) => {
      const script = readFileSync(join(extensions[index], `dist/row-${index}.js`), 'utf8');
      const found = await resultOf(script, row);
      return found === undefined ? [] : [`"${row.what}" ${found}`];
    }),
  );

  return problems.flat();
}

async function compareRefused(folder, common, row) {
  const {code, output} = await appBuild(folder, common, [row]);
  if (code === 0) return [`"${row.what}" builds now; it was refused with: ${row.says}`];
  return output.includes(row.says)
    ? []
    : [`"${row.what}" is refused with another message, not with "${row.says}":\n${output}`];
}

/** Returns how a script differs from the table; undefined if it does not. */
async function resultOf(code, {gives, throws, holds}) {
  if (holds !== undefined) return code.includes(holds) ? undefined : `lacks ${holds}: ${code}`;
  const targets = [];
  runInNewContext(code, {shopify: {extend: (_, run) => targets.push(run)}});

  try {
    const value = JSON.stringify(await targets[0]());
    return throws === undefined && value === JSON.stringify(gives) ? undefined : `gives ${value}`;
  } catch (error) {
    return throws !== undefined && error.message.includes(throws) ? undefined : `throws ${error.message}`;
  }
}

async function main() {
  const isWriting = process.argv.includes('--write');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const needsNode = major < 22 || (major === 22 && minor < 12);

  install(
    '@shopify/cli@latest',
    ...(needsNode
      ? [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@22`]
      : []),
  );

  const facts = readFacts(join(cache, 'node_modules/@shopify/cli'));
  if (isWriting) writeFileSync(factsFile, `${JSON.stringify(facts, null, 2)}\n`);

  const problems = Object.entries(JSON.parse(readFileSync(factsFile, 'utf8')))
    .filter(([name, value]) => name !== 'cli' && !isDeepStrictEqual(facts[name], value))
    .map(
      ([name, value]) =>
        `${name} of Shopify CLI ${facts.cli}: ${JSON.stringify(facts[name])}\nrecorded: ${JSON.stringify(value)}`,
    );

  for (const manifest of ['package.json', 'fixtures/sdks/esbuild/package.json']) {
    const {esbuild} = JSON.parse(readFileSync(join(root, manifest), 'utf8')).dependencies;
    if (esbuild !== facts.esbuild)
      problems.push(`${manifest} has esbuild ${esbuild}, and Shopify CLI ${facts.cli} has ${facts.esbuild}.`);
  }

  const {common, rows} = JSON.parse(readFileSync(join(root, 'fixtures/shopify-cli/table.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'shopify-cli-'));
  const refused = rows.filter(({says}) => says !== undefined);
  const work = async () => {
    for (let row = refused.shift(); row !== undefined; row = refused.shift())
      problems.push(...(await compareRefused(folder, common, row)));
  };

  try {
    const building = rows.filter(({says}) => says === undefined);
    await Promise.all([
      compareBuilding(folder, common, building).then((found) => problems.push(...found)),
      work(),
      work(),
    ]);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }

  for (const problem of problems) console.error(problem);
  console.log(`Shopify CLI ${facts.cli}: ${rows.length} sources, ${problems.length} differences`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) await main();
