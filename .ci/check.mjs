// Types, floors, lint, format, package: all of it, each by its own tool, and a summary that names what failed.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';

/** The versions whose published types are here: each has a file `<version>.json`. */
const PUBLISHED = readdirSync(new URL('published-api', import.meta.url))
  .filter((name) => /^\d{4}-\d{2}\.json$/.test(name))
  .map((name) => name.slice(0, -'.json'.length));

const CHECKS = {
  'types (node)': 'tsc -p tsconfig.json',
  'types (host, elements)': 'tsc -p harness/page/host/tsconfig.json',
  'types (tests of host)': 'tsc -p harness/page/host/tsconfig.test.json',
  'types (tests of elements)': 'tsc -p harness/page/elements/tsconfig.test.json',
  'types (sandbox)': 'tsc -p harness/page/sandbox/tsconfig.json',
  'published types installed': 'node .ci/install-samples.mjs',
  ...Object.fromEntries(
    PUBLISHED.map((version) => [`API of ${version}`, `tsc -p .ci/published-api/${version}.json`]),
  ),
  floors: 'node .ci/floors.mjs',
  lint: 'npx -y -p oxlint@1.94.0 -p oxlint-tsgolint@7.0.2007 oxlint --type-aware --deny-warnings',
  format: 'npx -y oxfmt@0.78.0 --check',
  "Shopify's CLI": 'node .ci/shopify-cli.mjs',
  'msw 3': 'node .ci/msw3.mjs',
  'verdicts of libraries':
    'playwright test --reporter=line harness/core/cases/libraries.test.ts harness/core/platforms/vtex/vtex-tokens.test.ts',
  publint: 'publint --strict',
  'types of the package': 'attw --pack . --profile esm-only',
};

const failed = [];
for (const [name, command] of Object.entries(CHECKS)) {
  console.log(`\n> ${name}: ${command}`);
  const {status} = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: {...process.env, SIMHOST_CHECK: '1'},
  });
  if (status !== 0) failed.push(name);
}
console.log(
  failed.length === 0 ? `\n${Object.keys(CHECKS).length} checks passed` : `\nfailed: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
