/** The folders that a run of Playwright writes. */
const WRITTEN = ['test-results', 'playwright-report', 'blob-report'];

/** The first line of a new file. */
const PACKAGES = 'node_modules/\n';

/** Adds the folders that tests write to a `.gitignore`. Lines that exist, in any form, are not repeated. */
export function withIgnoredFolders(text: string | null): string {
  const before = text ?? PACKAGES;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const known = before.split(/\r?\n/).map((line) =>
    line
      .trim()
      .replace(/^(?:\*\*)?\//, '')
      .replace(/\/\**$/, ''),
  );
  const missing = WRITTEN.filter((folder) => !known.includes(folder));
  if (missing.length === 0) return before;

  const gap = before === '' || before.endsWith('\n') ? '' : eol;
  return `${before}${gap}${missing.map((folder) => `/${folder}/${eol}`).join('')}`;
}
