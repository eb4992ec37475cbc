// Generates the union of case ids, docs/cases.md and docs/verdicts.md from the tables in harness/core/cases/catalogue/.
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
// Made by .ci/generate-cases.mjs from the tables in catalogue/; run it again rather than edit this file.

/** The name of a case, stable across releases. */
export type CaseId =
${ids.map((id) => `  | '${id}'`).join('\n')};
`;
}

function casesPage(groups, {describeExpectations, placesOf}) {
  const count = Object.values(groups).reduce((sum, group) => sum + Object.keys(group).length, 0);
  return `\
# The catalogue

Each of these ${count} cases is one way in which a token, a request, a clock or a host goes wrong. \`simhost cases\` lists them in the terminal. \`host.arm(id)\` makes one happen in a test, and \`simhost audit\` sends them to a backend. Made from the tables in \`harness/core/cases/catalogue/\` by \`.ci/generate-cases.mjs\`.

**accept**: refusing it breaks real users. **refuse**: accepting it is a vulnerability, or a mistake that can become one. **either**: no specification settles it. A 5xx status is always wrong. [verdicts.md](verdicts.md) lists the libraries that answer otherwise.

Each case has an anchor of its name, for example [cases.md#exp-past-60](#exp-past-60).

**anyone**: no secret is needed to make it. **defence**: defence in depth. **interop**: real platforms and pages do it.

${Object.entries(groups)
  .map(([name, group]) => casesTable(name, group, {describeExpectations, placesOf}))
  .join('\n')}`;
}

function casesTable(name, group, {describeExpectations, placesOf}) {
  const rows = Object.entries(group).map(([id, entry]) => [
    `<a id="${id}"></a>\`${id}\``,
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

The verdicts of [the catalogue](cases.md) follow the specifications. A test asks three libraries about every token that a library can judge. It uses these versions and options:

${Object.entries(libraries)
  .map(([name, {versions, called}]) => `- **${name}** ${versions}: \`${called}\``)
  .join('\n')}

They disagree with the catalogue only in the cases of this table. The test reports a version outside of these ranges, with its differences. Made by \`.ci/generate-cases.mjs\`.

| library | versions | case | it | because it |
| --- | --- | --- | --- | --- |
${disagreements.map(({library, versions = 'all', id, variants, does, because}) => `| ${library} | ${versions} | \`${id}\`${variants.join() === '' ? '' : ` (${variants.join('; ')})`} | ${does} | ${because} |`).join('\n')}

A library cannot know the shop, the person or the route. The backend checks these, and the audit tests it.
`;
}
