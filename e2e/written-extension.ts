import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {NEWEST_API_VERSION} from '../harness/node/extension/api-version.ts';

/** Writes the folder of an extension at one target; its module is plain JavaScript, with the packages of the folder `modules` if it is given. */
export async function writeExtension(
  target: string,
  source: string,
  testInfo: TestInfo,
  {
    version = NEWEST_API_VERSION,
    toml = '',
    name = 'extension',
    modules,
  }: {version?: string; toml?: string; name?: string; modules?: string} = {},
): Promise<string> {
  const folder = testInfo.outputPath(name);
  const handle = name === 'extension' ? 'at-target' : name;
  await writeExtensionFolder(folder, {handle, name: 'At a target', target, source, version, toml});
  if (modules !== undefined) await symlink(modules, `${folder}/node_modules`);
  return folder;
}

export interface WrittenExtension {
  readonly handle: string;
  /** Default: the handle. */
  readonly name?: string;
  readonly target: string;
  /** The module of the target, plain JavaScript. */
  readonly source: string;
  /** Default: the newest API version that simhost knows. */
  readonly version?: string;
  /** The rest of the TOML. */
  readonly toml?: string;
}

/** Writes an extension at one target into a folder. */
export async function writeExtensionFolder(
  folder: string,
  {handle, name = handle, target, source, version = NEWEST_API_VERSION, toml = ''}: WrittenExtension,
): Promise<void> {
  await mkdir(`${folder}/src`, {recursive: true});
  await writeFile(
    `${folder}/shopify.extension.toml`,
    `api_version = "${version}"
[[extensions]]
name = "${name}"
handle = "${handle}"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Target.js"
  target = "${target}"
${toml}`,
  );

  await writeFile(`${folder}/src/Target.js`, source);
}

/** Writes the folder of an extension of a React generation, beside the packages of the sample of its version. */
export async function writeReactExtension(
  {
    version,
    target,
    source,
    capability = '',
    name = 'extension',
  }: {version: string; target: string; source: string; capability?: string; name?: string},
  testInfo: TestInfo,
): Promise<string> {
  const folder = testInfo.outputPath(name);
  await mkdir(`${folder}/src`, {recursive: true});
  await symlink(
    resolve('fixtures/extensions', `loyalty-${version}`, 'node_modules'),
    `${folder}/node_modules`,
  );

  await writeFile(`${folder}/tsconfig.json`, '{"compilerOptions": {"jsx": "react-jsx"}}');
  await writeFile(`${folder}/src/index.jsx`, source);

  if (version === '2023-04') {
    await writeFile(
      `${folder}/shopify.ui.extension.toml`,
      `type = "checkout_ui_extension"
name = "Written"
extension_points = ['${target}']
[capabilities]
${capability}
`,
    );
  } else {
    await writeFile(
      `${folder}/shopify.extension.toml`,
      `api_version = "${version}"
[[extensions]]
name = "Written"
handle = "written"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/index.jsx"
  target = "${target}"
  [extensions.capabilities]
  ${capability}
`,
    );
  }

  return folder;
}

/** Writes a module that shows a string, and shows it again when one of these signals changes. */
export function showing(expression: string, signals: readonly string[] = []): string {
  return `export default () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const show = () => (text.textContent = String(${expression}));
  show();
  for (const signal of [${signals.join(', ')}]) signal.subscribe(show);
};
`;
}
