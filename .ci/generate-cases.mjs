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
# Cases

A case is one way in which a token, a request, a clock or a host goes wrong. Each of these ${count} cases has a name, which you use everywhere:

| you want to                          | write                                                                  |
| ------------------------------------ | ---------------------------------------------------------------------- |
| make it happen in a test             | \`await host.arm('exp-past-60')\`: see [cases in tests](testing.md#cases) |
| make it happen in \`simhost dev\`    | \`arm exp-past-60\`, or \`A\` in [the console](dev.md#the-console)      |
| send all to a backend                | [\`npx simhost audit <url>\`](audit.md)                                |
| get a token that is wrong in this way | \`npx simhost token checkout --case exp-past-60\`                      |
| search them in the terminal          | \`npx simhost cases exp\`                                              |
| link to one                          | its name is an anchor: [#exp-past-60](#exp-past-60)                    |

The right answer of a backend is one of three. A 5xx status is always wrong.

- **accept**: refusing it breaks real users.
- **refuse**: accepting it is a vulnerability, or a mistake that can become one.
- **either**: no specification settles it.

The class of a case says who can make it:

- **anyone**: no secret is needed.
- **defence**: only with a secret or a valid token. Refuse it as a second line of defence.
- **interop**: real platforms and pages do it.

Some libraries answer differently: [Verdicts](verdicts.md).

Made from the tables in \`harness/core/cases/catalogue/\` by \`.ci/generate-cases.mjs\`.

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

| case | what happens | right answer | used in | class, severity | source |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')}
`;
}

function verdictsPage(libraries, disagreements) {
  return `\
# Verdicts of libraries

The right answers of [the cases](cases.md) follow the specifications. Some libraries answer differently. A test asks three of them about every token that a library can judge, with these versions and options:

${Object.entries(libraries)
  .map(([name, {versions, called}]) => `- **${name}** ${versions}: \`${called}\``)
  .join('\n')}

They disagree only in the cases of this table. The test reports the differences of any other version. Made by \`.ci/generate-cases.mjs\`.

| library | versions | case | what it does | why |
| --- | --- | --- | --- | --- |
${disagreements.map(({library, versions = 'all', id, variants, does, because}) => `| ${library} | ${versions} | \`${id}\`${variants.join() === '' ? '' : ` (${variants.join('; ')})`} | ${does.replace('takes it', 'accepts it')} | ${because} |`).join('\n')}

A library cannot know the shop, the person or the route. Your backend checks these, and [the audit](audit.md) tests it.
`;
}
