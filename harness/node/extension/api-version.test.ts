import {expect, test} from '@playwright/test';
import {
  API_VERSIONS,
  NEWEST_API_VERSION,
  OLDEST_API_VERSION,
  apiVersionNotices,
  checkApiVersion,
  readApiVersion,
  registersDefaultExports,
} from './api-version.ts';
import {parseToml} from './toml-document.ts';

const read = (version: string): string =>
  readApiVersion(
    parseToml({
      path: '/x/shopify.extension.toml',
      text: `api_version = "${version}"\n`,
      code: 'ERR_BAD_EXTENSION_FILE',
    }),
    [],
  );

test('the versions are every quarter, in order', () => {
  expect(API_VERSIONS).toEqual([...new Set(API_VERSIONS)].toSorted());
  const quarters = (version: string): number =>
    Number(version.slice(0, 4)) * 4 + Math.floor(Number(version.slice(5)) / 3);
  expect(API_VERSIONS).toHaveLength(quarters(NEWEST_API_VERSION) - quarters(OLDEST_API_VERSION) + 1);
});

for (const version of [...API_VERSIONS, '2031-10', 'unstable']) {
  test(`accepts ${version}`, () => {
    expect(read(version)).toBe(version);
    expect(checkApiVersion(version)).toBe(version);
  });
}

for (const [version, problem, near] of [
  ['2026-13', 'is not an API version', '2026-10'],
  ['2026-05', 'is not an API version', '2026-04'],
  ['2026-7', 'is not an API version', '2026-07'],
  ['202510', 'is not an API version', '2025-10'],
  ['2031-11', 'is not an API version', NEWEST_API_VERSION],
  ['latest', 'is not an API version', NEWEST_API_VERSION],
  ['', 'is not an API version', NEWEST_API_VERSION],
  ['unstabel', 'is not an API version', 'unstable'],
  ['2023-01', 'is older than 2023-04, the first that simhost runs', '2023-04'],
  ['2019-02', 'is not an API version', '2023-04'],
] as const) {
  test(`refuses "${version}" and names ${near}`, () => {
    const next = `Did you mean "${near}"? Known: each quarter from 2023-04 to ${NEWEST_API_VERSION}, and unstable.`;
    expect(() => read(version)).toThrow(
      `shopify.extension.toml:1:15: api_version "${version}" ${problem}.\n${next}`,
    );

    expect(() => checkApiVersion(version)).toThrow(
      `The option apiVersion is "${version}", which ${problem}.\n${next}`,
    );
  });
}

test('the error for a file without api_version names the newest', () => {
  const root = parseToml({path: '/x/shopify.extension.toml', text: '', code: 'ERR_BAD_EXTENSION_FILE'});
  expect(() => readApiVersion(root, [])).toThrow(`Add api_version = "${NEWEST_API_VERSION}" at its top.`);
});

test('the notice for a newer version names the version that it runs as', () => {
  expect(apiVersionNotices('2031-01')).toEqual([
    {
      code: 'api-version-newer',
      message: `api_version "2031-01" is newer than ${NEWEST_API_VERSION}, the newest that simhost knows, and runs as ${NEWEST_API_VERSION}.`,
      next: 'Update simhost to test what 2031-01 adds and removes.',
    },
  ]);
});

test('a retired version is a notice with the day', () => {
  expect(apiVersionNotices('2025-10')).toEqual([
    {
      code: 'api-version-retired',
      message: `api_version "2025-10" is retired: Shopify's CLI has not deployed it since 2026-10-01.`,
      next: `Upgrade to ${NEWEST_API_VERSION} before you deploy.`,
    },
  ]);

  const retired = API_VERSIONS.filter((version) => apiVersionNotices(version).length > 0);
  expect(retired, 'the oldest are retired, without a gap').toEqual(API_VERSIONS.slice(0, retired.length));
  expect(retired.at(-1)).toBe('2025-10');
});

test('versions that Shopify deploys, and unstable, give no notice', () => {
  for (const version of ['2026-01', '2026-07', NEWEST_API_VERSION, 'unstable'] as const)
    expect(apiVersionNotices(version)).toEqual([]);
});

test("default exports are registered for quarters since 2025-10, as by Shopify's CLI", () => {
  const registered = (['2025-07', '2025-10', '2031-10', 'unstable'] as const).filter(registersDefaultExports);
  expect(registered).toEqual(['2025-10', '2031-10']);
});
