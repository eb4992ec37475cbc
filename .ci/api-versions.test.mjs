import {readFileSync, readdirSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {FIRST_WITH_PREACT} from '../harness/core/platforms/shopify/extension/render-protocol.ts';
import {API_VERSIONS} from '../harness/node/extension/api-version.ts';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

for (const version of API_VERSIONS.filter((each) => each >= FIRST_WITH_PREACT)) {
  test(`the published types of ${version} are installed and checked`, () => {
    const {dependencies} = JSON.parse(read(`fixtures/sdks/${version}/package.json`));
    const [year, month] = version.split('-').map(Number);
    expect(dependencies['@shopify/ui-extensions']).toMatch(new RegExp(`^${year}\\.${month}\\.\\d+`));
    const {compilerOptions} = JSON.parse(read(`.ci/published-api/${version}.json`));
    for (const [folder] of Object.values(compilerOptions.paths))
      expect(folder).toContain(`/fixtures/sdks/${version}/`);
  });
}

test('every installed version is one that simhost knows', () => {
  const quarters = (folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url)).flatMap((name) => /^\d{4}-\d{2}/.exec(name) ?? []);
  for (const version of [...quarters('fixtures/sdks'), ...quarters('.ci/published-api')])
    expect(API_VERSIONS).toContain(version);
});

test('docs name no range of versions that the next version makes untrue', () => {
  const pages = [
    'README.md',
    ...readdirSync(new URL('../docs', import.meta.url)).map((name) => `docs/${name}`),
  ];

  const text = pages
    .filter((page) => page.endsWith('.md'))
    .map(read)
    .join('\n');

  const ends = [...text.matchAll(/\d{4}-\d{2} to (\d{4}-\d{2})/g)].map(([, end]) => end);
  expect(
    ends.filter((end) => end === API_VERSIONS.at(-1) || end === API_VERSIONS.at(-2)),
    'say "since 2025-10"',
  ).toEqual([]);
});
