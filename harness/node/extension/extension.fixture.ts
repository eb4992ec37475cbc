import {mkdir, rename, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {TestInfo} from '@playwright/test';

/** Writes a small extension like an author's, with its packages installed next to it. */
export async function extensionFolder(
  info: TestInfo,
  files: Readonly<Record<string, string>> = {},
  name: string = 'extension',
): Promise<string> {
  const dir = info.outputPath(name);
  await writeFiles(dir, {
    'shopify.extension.toml': toml(),
    'src/Block.jsx': BLOCK,
    'locales/en.default.json': '{"hello": "Hello"}',
    ...files,
  });

  const installed = join(import.meta.dirname, '../../../node_modules');
  const modules = join(dir, 'node_modules');

  await mkdir(modules, {recursive: true});
  for (const found of ['preact', '@preact', '@shopify'])
    await symlink(join(installed, found), join(modules, found), 'junction');
  return dir;
}

export async function writeFiles(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), {recursive: true});
    // A watcher that looks while a file is being written in place finds it empty.
    await writeFile(`${dir}.part`, content);
    await rename(`${dir}.part`, join(dir, name));
  }
}

export const BLOCK_TARGET = 'customer-account.order-status.block.render';
export const PAGE_TARGET = 'customer-account.page.render';

export function targeting(target: string, module = './src/Block.jsx'): string {
  return `[[extensions.targeting]]\ntarget = "${target}"\nmodule = "${module}"\n`;
}

/** A TOML with one extension; `rest` follows its targeting. */
export function toml({
  targets = targeting(BLOCK_TARGET),
  rest = '',
}: {targets?: string; rest?: string} = {}): string {
  return `api_version = "2026-07"\n\n[[extensions]]\ntype = "ui_extension"\nname = "Loyalty"\nhandle = "loyalty"\n\n${targets}${rest}`;
}

export const BLOCK = `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useState} from 'preact/hooks';

export default async () => {
  render(<Block />, document.body);
};

function Block() {
  const [open] = useState(true);
  return <s-text>{open && shopify.settings.value.points.map(point => point.name)}</s-text>;
}
`;
