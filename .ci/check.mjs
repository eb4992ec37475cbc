// Types, lint, the platform's own packages, the package: each by its own tool, and a summary that names what failed.
//
//   node .ci/check.mjs            runs all groups
//   node .ci/check.mjs lint types runs these groups
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

/** The versions whose published types are here: each has a file `<version>.json`. */
const PUBLISHED = readdirSync(new URL('published-api', import.meta.url))
  .filter((name) => /^\d{4}-\d{2}\.json$/.test(name))
  .map((name) => name.slice(0, -'.json'.length));

/** Commands by name, in groups that `npm run lint` and `npm run typecheck` run on their own. */
const GROUPS = {
  lint: {
    lint: 'oxlint --type-aware --deny-warnings',
    format: 'oxfmt --check',
    floors: 'node .ci/floors.mjs',
    habits: 'node .ci/habits.mjs',
    docstrings: 'node .ci/docstrings.mjs',
  },
  types: {
    'types (node)': 'tsc -p tsconfig.json',
    'types (host, elements)': 'tsc -p harness/page/host/tsconfig.json',
    'types (tests of host)': 'tsc -p harness/page/host/tsconfig.test.json',
    'types (tests of elements)': 'tsc -p harness/page/elements/tsconfig.test.json',
    'types (tests of polaris)': 'tsc -p harness/page/polaris/tsconfig.test.json',
    'types (sandbox)': 'tsc -p harness/page/sandbox/tsconfig.json',
    'types (console)': 'tsc -p harness/page/console/tsconfig.json',
    'types (admin)': 'tsc -p harness/page/admin/tsconfig.json',
    'types (tests of admin)': 'tsc -p harness/page/admin/tsconfig.test.json',
    'types (tests of pickers)': 'tsc -p harness/page/pickers/tsconfig.test.json',
    'types (e2e)': 'tsc -p e2e/tsconfig.json',
  },
  platform: {
    'published types installed': 'node .ci/install-samples.mjs',
    ...Object.fromEntries(
      PUBLISHED.map((version) => [`API of ${version}`, `tsc -p .ci/published-api/${version}.json`]),
    ),
    'API of the admin until 2025-07': 'tsc -p .ci/published-api/admin-react.json',
    'API of App Bridge': 'tsc -p .ci/published-api/app-bridge.json',
    "Shopify's CLI": 'node .ci/shopify-cli.mjs',
    'published schemas': 'node .ci/generate-published-schemas.mjs --check',
    'msw 3': 'node .ci/msw3.mjs',
    'verdicts of libraries':
      'playwright test --reporter=line harness/core/cases/libraries.test.ts harness/core/platforms/vtex/vtex-tokens.test.ts',
  },
  package: {
    publint: 'publint --strict',
    'sizes of console and polaris': 'node .ci/console-size.mjs',
    'types of the package': 'attw --pack . --profile esm-only',
    changelog: 'node .ci/release.mjs',
  },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`Unknown group ${unknown.join(', ')}. Known: ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(2);
}

const checks = Object.entries(GROUPS)
  .filter(([group]) => named.length === 0 || named.includes(group))
  .flatMap(([, commands]) => Object.entries(commands));

const failed = [];
for (const [name, command] of checks) {
  console.log(`\n> ${name}: ${command}`);
  const {status} = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: {...process.env, SIMHOST_CHECK: '1'},
  });
  if (status !== 0) failed.push(name);
}

console.log(failed.length === 0 ? `\n${checks.length} checks passed` : `\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
