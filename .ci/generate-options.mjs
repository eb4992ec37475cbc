// Writes the tables of command-line options in docs/ from the commands in harness/cli/.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The page that documents each command. `docs/cases.md` is generated as a whole, so `cases` has only its help. */
export const PAGES = {
  init: 'docs/get-started.md',
  dev: 'docs/dev.md',
  doctor: 'docs/dev.md',
  serve: 'docs/serve.md',
  audit: 'docs/audit.md',
  token: 'docs/tokens.md',
  vtex: 'docs/vtex.md',
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const command of Object.keys(PAGES)) {
    const file = `${ROOT}${PAGES[command]}`;
    writeFileSync(file, withTable(readFileSync(file, 'utf8'), command, await tableOf(command)));
  }
}

/**
 * Makes the table of a command's options.
 *
 * @param {string} command
 * @returns {Promise<string>}
 */
export async function tableOf(command) {
  const {DESCRIPTION} = await read(`harness/cli/${command}.ts`);
  const {optionTable} = await read('harness/cli/help.ts');
  return optionTable(DESCRIPTION.options);
}

/**
 * Replaces the table between the two comments that name the command.
 *
 * @param {string} page
 * @param {string} command
 * @param {string} table
 * @returns {string}
 */
export function withTable(page, command, table) {
  const begin = `<!-- options of ${command}: made by .ci/generate-options.mjs -->`;
  const end = `<!-- end of options of ${command} -->`;
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined)
    throw new Error(`${PAGES[command]} lacks the comments of ${command}: ${begin} … ${end}`);

  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

async function read(file) {
  const {module} = await runnerImport(`${ROOT}${file}`, {root: ROOT, configFile: false, logLevel: 'error'});
  return module;
}
