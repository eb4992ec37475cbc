// Writes what follows from the tables of harness/core/cases/: the union of their names, docs/cases.md and docs/verdicts.md.
import {writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, text] of Object.entries(await generated())) writeFileSync(`${ROOT}${file}`, text);
}

/** @returns {Promise<Record<string, string>>} texts by path */
export async function generated() {
  const {CASE_GROUPS, CASE_IDS} = await read('harness/core/cases/catalogue.ts');
  const {describeExpectations, placesOf} = await read('harness/core/cases/describe.ts');
  const {DISAGREEMENTS} = await read('harness/core/cases/disagreements.fixture.ts');
  const {LIBRARIES} = await read('harness/core/cases/libraries.fixture.ts');

  return {
    'harness/core/cases/case-id.ts': caseIdModule(CASE_IDS),
    'docs/cases.md': casesPage(CASE_GROUPS, {describeExpectations, placesOf}),
    'docs/verdicts.md': verdictsPage(LIBRARIES, DISAGREEMENTS),
  };
}

async function read(file) {
  const {module} = await runnerImport(`${ROOT}${file}`, {root: ROOT, configFile: false, logLevel: 'error'});
  return module;
}

function caseIdModule(ids) {
  return `\
// Made by .ci/generate-cases.mjs from the tables in this folder; run it again rather than edit this file.

/** The name of a case, stable across releases. */
export type CaseId =
${ids.map((id) => `  | '${id}'`).join('\n')};
`;
}

function casesPage(groups, {describeExpectations, placesOf}) {
  const count = Object.values(groups).reduce((sum, group) => sum + Object.keys(group).length, 0);
  return `\
# The catalogue

Each of these ${count} cases is one way in which a token, a request, a clock or a host goes wrong. \`simhost cases\` lists them in the terminal, \`host.arm(id)\` lets one happen in a test, \`simhost audit\` sends them to a backend. Made from the tables in \`harness/core/cases/\` by \`.ci/generate-cases.mjs\`.

**accept**: refusing it breaks real users. **refuse**: accepting it is a hole, or a slip that becomes one. **either**: no specification settles it. A status of 5xx is wrong always. Where libraries answer otherwise: [verdicts.md](verdicts.md).

**anyone** can make it without the secret; **defence** in depth; **interop**: real platforms and pages do it.

${Object.entries(groups)
  .map(([name, group]) => casesTable(name, group, {describeExpectations, placesOf}))
  .join('\n')}`;
}

function casesTable(name, group, {describeExpectations, placesOf}) {
  const rows = Object.entries(group).map(([id, entry]) => [
    `\`${id}\``,
    `${entry.title}${entry.destructive ? ' (destructive)' : ''}`,
    describeExpectations(entry),
    placesOf(id).join(', ') || 'a line in a test',
    `${entry.class}, ${entry.severity}`,
    entry.source,
  ]);

  return `\
## ${name[0].toUpperCase()}${name.slice(1)}

| case | what happens | right answer | where | class, severity | source |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}
`;
}

function verdictsPage(libraries, disagreements) {
  return `\
# Where libraries answer otherwise

The verdicts of [the catalogue](cases.md) follow the specifications. A test asks three libraries about every token that a library can judge, with these versions and options:

${Object.entries(libraries)
  .map(([name, {versions, called}]) => `- **${name}** ${versions}: \`${called}\``)
  .join('\n')}

They disagree with the catalogue only in the cases of this table. The test reports a version outside of these ranges, with its differences. Made by \`.ci/generate-cases.mjs\`.

| library | versions | case | it | because it |
| --- | --- | --- | --- | --- |
${disagreements.map(({library, versions = 'all', id, variants, does, because}) => `| ${library} | ${versions} | \`${id}\`${variants.join() === '' ? '' : ` (${variants.join('; ')})`} | ${does} | ${because} |`).join('\n')}

What a library cannot know (which shop, which person, which route) is for the backend, and for the audit.
`;
}
