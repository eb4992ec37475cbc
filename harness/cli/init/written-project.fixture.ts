import {mkdir, mkdtemp, realpath, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** Writes a project into a temporary folder, runs the work in it, and removes it. */
export async function inProject<Value>(
  files: Readonly<Record<string, string | object>>,
  work: (root: string) => Promise<Value>,
): Promise<Value> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'simhost-init-')));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), {recursive: true});
      await writeFile(
        join(root, path),
        typeof content === 'string' ? content : JSON.stringify(content, null, 2),
      );
    }
    return await work(root);
  } finally {
    await rm(root, {recursive: true, force: true});
  }
}

/** Writes a `shopify.extension.toml` with these targets. */
export function extensionToml(handle: string, targets: readonly string[], version = '2026-07'): string {
  const targeting = targets.map(
    (target) => `[[extensions.targeting]]\nmodule = "./src/Block.jsx"\ntarget = "${target}"\n`,
  );
  return [
    `api_version = "${version}"\n`,
    `[[extensions]]\nname = "${handle}"\nhandle = "${handle}"\ntype = "ui_extension"\n`,
    ...targeting,
  ].join('\n');
}

/** The files of an extension below `extensions/`. */
export function extension(
  handle: string,
  targets: readonly string[],
  version?: string,
): Readonly<Record<string, string>> {
  return {
    [`extensions/${handle}/shopify.extension.toml`]: extensionToml(handle, targets, version),
    [`extensions/${handle}/src/Block.jsx`]: 'export default () => {};',
  };
}

/** A block of the admin and an action with a condition, in one file below `extensions/`. */
export const ADMIN_EXTENSIONS: Readonly<Record<string, string>> = {
  'extensions/notes/shopify.extension.toml': `${extensionToml('notes', ['admin.product-details.block.render'])}
[[extensions]]
name = "Order more"
handle = "order-more"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/Block.jsx"
target = "admin.product-details.action.render"

[extensions.targeting.should_render]
module = "./src/condition.js"
`,
  'extensions/notes/src/Block.jsx': 'export default () => {};',
  'extensions/notes/src/condition.js': 'export default () => ({display: false});',
};

/** The packages of tests, with a fake of Playwright: one green test, which takes some milliseconds. */
export function playwrightThatTakes(duration: number): Readonly<Record<string, string>> {
  const results = [{status: 'passed', duration}];
  const report = JSON.stringify({specs: [{title: 'loyalty starts', tests: [{results}]}]});
  return {
    'node_modules/msw/package.json': '{"name": "msw"}',
    'node_modules/@playwright/test/package.json': '{"name": "@playwright/test"}',
    'node_modules/@playwright/test/cli.js': `const {appendFileSync, writeFileSync} = require('node:fs');
appendFileSync('runs.txt', process.argv.slice(2).join(' ') + '\\n');
writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, ${JSON.stringify(report)});
`,
  };
}

/** Does work on a machine with a browser, whether there is one or not. It is never started. */
export async function withBrowser<Value>(work: () => Promise<Value>): Promise<Value> {
  const before = process.env['SIMHOST_BROWSER'];
  process.env['SIMHOST_BROWSER'] = process.execPath;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['SIMHOST_BROWSER'];
    else process.env['SIMHOST_BROWSER'] = before;
  }
}
