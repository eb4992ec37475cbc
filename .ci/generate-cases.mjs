// Writes harness/cases/case-id.ts, the union of the names in the tables of harness/cases/; `--print` shows it instead.
import {writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {CASE_IDS} = await catalogue();
  if (process.argv.includes('--print')) process.stdout.write(caseIdModule(CASE_IDS));
  else writeFileSync(`${ROOT}/harness/cases/case-id.ts`, caseIdModule(CASE_IDS));
}

/** The catalogue as it stands in the sources. */
export async function catalogue() {
  const {module} = await runnerImport(`${ROOT}/harness/cases/catalogue.ts`, {root: ROOT, configFile: false, logLevel: 'error'});
  return module;
}

/** @returns {string} the text of case-id.ts */
export function caseIdModule(/** @type {readonly string[]} */ ids) {
  return `\
// Made by .ci/generate-cases.mjs from the tables in this folder; run it again rather than edit this file.

/** The name of a case, stable across releases. */
export type CaseId =
${ids.map((id) => `  | '${id}'`).join('\n')};
`;
}
