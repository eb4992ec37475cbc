// Writes the published schemas of Shopify's GraphQL APIs as facts: harness/core/platforms/shopify/graphql/published.
// It takes them out of releases of @shopify/hydrogen-react, which are cached in node_modules.
//
//   node .ci/generate-published-schemas.mjs          writes the facts, and the table of versions in docs/
//   node .ci/generate-published-schemas.mjs --check  compares them with the packages
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';
import {factsOf, splitFacts} from './schema-facts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PUBLISHED = join(ROOT, 'harness/core/platforms/shopify/graphql/published');
const CACHE = join(ROOT, 'node_modules/.cache/simhost/hydrogen-react');
const PACKAGE = '@shopify/hydrogen-react';

/** The page with the table of versions. */
export const VERSIONS_PAGE = join(ROOT, 'docs/graphql.md');

/**
 * The first name of each file. A fixed list keeps the facts in their files when types come and go.
 */
const FILES = {
  storefront: [
    'A',
    'CartCo',
    'CartLineE',
    'CheckoutE',
    'CustomerAc',
    'L',
    'MetaobjectE',
    'Pay',
    'SearchU',
    'ShopPayP',
    'ShopPayPaymentRequestT',
  ],
  'customer-account': [
    'A',
    'CheckoutL',
    'Customer',
    'Dr',
    'G',
    'MetafieldsD',
    'OrderD',
    'Pe',
    'ReturnL',
    'StoreCredit',
    'SubscriptionD',
    'U',
  ],
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isChecking = process.argv.includes('--check');
  const files = await publishedFiles();
  const outdated = [...files].filter(([path, content]) => !existsSync(path) || read(path) !== content);
  const surplus = factFiles().filter((path) => !files.has(path));

  if (isChecking) {
    for (const path of [...outdated.map(([name]) => name), ...surplus])
      console.error(`${path} differs from ${PACKAGE}. Run: node .ci/generate-published-schemas.mjs`);
    process.exitCode = outdated.length + surplus.length === 0 ? 0 : 1;
  } else {
    for (const path of surplus) rmSync(path);
    for (const [path, content] of outdated) writeFileSync(path, content);
  }
}

/** @returns {Promise<Map<string, string>>} the content of each generated file, by path */
async function publishedFiles() {
  const {PUBLISHED_APIS, RELEASES, publishedVersions} = await readReleases();
  const files = new Map();

  for (const [api, {title, file}] of Object.entries(PUBLISHED_APIS)) {
    const versions = publishedVersions(api);
    const schemas = RELEASES.filter(({apis}) => apis.includes(api)).map(({release}) =>
      schemaOf(release, file),
    );
    mkdirSync(join(PUBLISHED, api), {recursive: true});

    const parts = splitFacts(factsOf(schemas, versions), FILES[api]);
    for (const [name, blocks] of parts)
      files.set(join(PUBLISHED, api, `${name}.ts`), factFile(title, blocks));
    files.set(join(PUBLISHED, `${api}.ts`), indexFile(title, api, [...parts.keys()]));
  }

  files.set(VERSIONS_PAGE, withVersions(read(VERSIONS_PAGE), RELEASES));
  return files;
}

function factFile(title, blocks) {
  const facts = blocks.join('\n');
  if (/[`\\]|\$\{/.test(facts)) throw new Error('A fact has characters of a template string.');

  const content = `// Types of the ${title}. Made by .ci/generate-published-schemas.mjs from ${PACKAGE}.
export const FACTS: string = \`${facts}\`;
`;

  const lines = content.split('\n').length;
  if (lines > 301) throw new Error(`A file of ${lines} lines begins with "${blocks[0]}". Split it in FILES.`);
  return content;
}

function indexFile(title, api, names) {
  const constantOf = (name) => name.replaceAll('-', '_').toUpperCase();
  const imports = names.map((name) => `import {FACTS as ${constantOf(name)}} from './${api}/${name}.ts';`);
  const list = names.map((name) => `  ${constantOf(name)},`);

  return `// Made by .ci/generate-published-schemas.mjs.
${imports.join('\n')}

/** The published schemas of the ${title}, all versions. */
export const FACTS: readonly string[] = [
${list.join('\n')}
];
`;
}

/**
 * Replaces the table of versions in the page.
 *
 * @param {string} page
 * @param {readonly {version: string, release: string, apis: readonly string[]}[]} releases
 * @returns {string}
 */
export function withVersions(page, releases) {
  const begin = '<!-- versions: made by .ci/generate-published-schemas.mjs -->';
  const end = '<!-- end of versions -->';
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) throw new Error(`${VERSIONS_PAGE} lacks the comments ${begin} … ${end}`);

  const mark = (apis, api) => (apis.includes(api) ? 'yes' : 'no');
  const rows = [
    ['version', 'Storefront API', 'Customer Account API', '`@shopify/hydrogen-react`'],
    ...releases.map(({version, release, apis}) => [
      version,
      mark(apis, 'storefront'),
      mark(apis, 'customer-account'),
      release,
    ]),
  ];

  return `${before}${begin}\n\n${tableOf(rows)}\n\n${end}${after}`;
}

/** Writes a table whose cells have the width of their column, as oxfmt does. */
function tableOf([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Takes a schema out of a release. */
function schemaOf(release, file) {
  const folder = join(CACHE, release);
  const path = join(folder, 'package', file);
  if (!existsSync(path)) download(release, folder);

  const introspected = JSON.parse(read(path));
  return (introspected.data ?? introspected)['__schema'];
}

function download(release, folder) {
  mkdirSync(folder, {recursive: true});
  const options = {cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8'};
  const tarball = execFileSync('npm', ['pack', '--silent', `${PACKAGE}@${release}`], options).trim();

  execFileSync('tar', ['-xzf', tarball], options);
  rmSync(join(folder, tarball));
}

function factFiles() {
  return ['storefront', 'customer-account'].flatMap((api) => {
    const folder = join(PUBLISHED, api);
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  });
}

async function readReleases() {
  const file = join(PUBLISHED, 'releases.ts');
  const {module} = await runnerImport(file, {root: ROOT, configFile: false, logLevel: 'error'});
  return module;
}

function read(path) {
  return readFileSync(path, 'utf8');
}
