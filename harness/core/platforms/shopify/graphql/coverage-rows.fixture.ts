import {coverageOf} from './coverage.fixture.ts';
import {PUBLISHED_APIS, publishedVersions} from './published/releases.ts';
import type {PublishedApi} from './published/releases.ts';

/** The rows of the table of coverage: the fields and the mutations of the newest version of both APIs. */
export const COVERAGE_ROWS: readonly (readonly string[])[] = (
  await Promise.all((Object.keys(PUBLISHED_APIS) as PublishedApi[]).map(rowsOf))
).flat();

async function rowsOf(api: PublishedApi): Promise<readonly (readonly string[])[]> {
  const version = publishedVersions(api).at(-1) ?? '';
  const {fields, mutations, deeper} = await coverageOf(api, version);
  const {world, generated, empty, refused} = fields;
  const title = `${PUBLISHED_APIS[api].title} ${version}`;

  return [
    [`${title}, fields`, ...[world, generated, empty, refused, deeper].map(String)],
    [`${title}, mutations`, String(mutations.world), '0', '0', String(mutations.refused), '0'],
  ];
}
