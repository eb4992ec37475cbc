import {mkdir, writeFile} from 'node:fs/promises';
import type {TestInfo} from '@playwright/test';

/** Writes the folder of an extension at one target; its module is plain JavaScript without dependencies. */
export async function writeExtension(
  target: string,
  source: string,
  testInfo: TestInfo,
  {version = '2026-07', toml = '', name = 'extension'} = {},
): Promise<string> {
  const folder = testInfo.outputPath(name);
  await mkdir(`${folder}/src`, {recursive: true});
  await writeFile(
    `${folder}/shopify.extension.toml`,
    `api_version = "${version}"
[[extensions]]
name = "At a target"
handle = "${name === 'extension' ? 'at-target' : name}"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Target.js"
  target = "${target}"
${toml}`,
  );
  await writeFile(`${folder}/src/Target.js`, source);
  return folder;
}

/** A module that shows a text, and shows it anew whenever one of these signals changes. */
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
