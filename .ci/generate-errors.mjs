// Writes docs/errors.md from the table of error codes in harness/error-codes.ts.
import {writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const ERRORS_PAGE = `${ROOT}docs/errors.md`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {module} = await runnerImport(`${ROOT}harness/error-codes.ts`, {root: ROOT, configFile: false});
  writeFileSync(ERRORS_PAGE, errorsPage(module.ERROR_CODES));
}

/**
 * Writes the page, with one heading for each code, so that each code has its own anchor.
 *
 * @param {Readonly<Record<string, {when: string, next: string}>>} codes
 * @returns {string}
 */
export function errorsPage(codes) {
  const sections = Object.entries(codes).map(
    ([code, {when, next}]) => `## ${code}\n\n${when}\n\nNext step: ${next}\n`,
  );

  return `\
# Errors

Every error of simhost is a \`SimhostError\`. Its message names the cause, the value and the next step. Its \`code\` stays the same in later versions, so your code can test for it:

\`\`\`ts
import {SimhostError, createSimulation} from 'simhost';

try {
  createSimulation({locale: 'klingon!'});
} catch (error) {
  if (error instanceof SimhostError && error.code === 'ERR_BAD_LOCALE') console.log(error.message);
}
\`\`\`

This page lists all ${sections.length} codes. If you have only the sentence, search [Troubleshooting](troubleshooting.md).

Made from \`harness/error-codes.ts\` by \`.ci/generate-errors.mjs\`.

${sections.join('\n')}`;
}
