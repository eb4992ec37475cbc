import {FIRST_WITH_PREACT} from '../../core/platforms/shopify/extension/render-protocol.ts';
import {SimhostError} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import type {Notice} from '../../notices.ts';
import type {TomlTable} from './toml-document.ts';

/** A version of the API of UI extensions: a quarter such as `2026-10`, or `unstable`. */
export type ApiVersion = `${number}-${'01' | '04' | '07' | '10'}` | typeof UNSTABLE;

interface ApiVersionRow {
  readonly version: ApiVersion;
  /** The last day on which Shopify's CLI deploys extensions of the version. Absent while no such day has passed. */
  readonly deployableUntil?: string;
}

/**
 * Shopify's CLI "blocks apps from being updated if any of their extensions are on an API version that is more
 * than 1 year old". The block took effect on this day, for every version that was older by then.
 *
 * @see https://shopify.dev/changelog/shopify-ai-toolkit-for-upgrading-extensions-to-polaris-web-components
 * @see https://shopify.dev/docs/api/usage/versioning
 */
const FIRST_BLOCK = '2026-10-01';

/**
 * The API versions whose extensions run here, oldest first.
 *
 * To add a version, for example 2027-01:
 *
 * 1. Add a row here. If Shopify no longer deploys an older version, add the day to its row.
 * 2. Copy `package.json` of the newest folder in `fixtures/sdks` to `fixtures/sdks/2027-01`, pin
 *    `@shopify/ui-extensions` 2027.1.x in it, and run `npm install` there.
 * 3. Copy the newest `.ci/published-api/<version>.json` to `2027-01.json`, with the new version in its paths.
 * 4. Run `node .ci/generate-elements.mjs`. It updates the table of elements.
 * 5. Run `npx tsc -p .ci/published-api/2027-01.json`. It names each target and member that is new, missing or
 *    of another type. Add it in `harness/page/host/surfaces` with `since`, or end it with `until`.
 *
 * Comments and docs say "since 2025-10", so that they stay true. `.ci/api-versions.test.mjs` names the step
 * that is missing.
 */
const VERSIONS = [
  {version: '2023-04', deployableUntil: FIRST_BLOCK},
  {version: '2023-07', deployableUntil: FIRST_BLOCK},
  {version: '2023-10', deployableUntil: FIRST_BLOCK},
  {version: '2024-01', deployableUntil: FIRST_BLOCK},
  {version: '2024-04', deployableUntil: FIRST_BLOCK},
  {version: '2024-07', deployableUntil: FIRST_BLOCK},
  {version: '2024-10', deployableUntil: FIRST_BLOCK},
  {version: '2025-01', deployableUntil: FIRST_BLOCK},
  {version: '2025-04', deployableUntil: FIRST_BLOCK},
  {version: '2025-07', deployableUntil: FIRST_BLOCK},
  {version: '2025-10', deployableUntil: FIRST_BLOCK},
  {version: '2026-01'},
  {version: '2026-04'},
  {version: '2026-07'},
  {version: '2026-10'},
] as const satisfies readonly [ApiVersionRow, ...ApiVersionRow[]];

/** The API versions that simhost knows, oldest first. */
export const API_VERSIONS: readonly ApiVersion[] = VERSIONS.map(({version}) => version);

export const OLDEST_API_VERSION: ApiVersion = VERSIONS[0].version;
export const NEWEST_API_VERSION: ApiVersion = API_VERSIONS.at(-1) ?? OLDEST_API_VERSION;

/** The version of the future. It is later than every quarter, also as a string: "u" sorts after the digits. */
export const UNSTABLE = 'unstable';

/**
 * Whether Shopify's CLI registers the default exports of an extension. Before 2025-10 each module registers itself. The
 * same is true of `unstable`: the CLI reads year and month of the version, and `unstable` has none
 * (`isRemoteDomExtension` in https://github.com/Shopify/cli/blob/main/packages/app/src/cli/models/extensions/specifications/ui_extension.ts).
 */
export function registersDefaultExports(version: ApiVersion): boolean {
  return version !== UNSTABLE && version >= FIRST_WITH_PREACT;
}

/**
 * Reads the `api_version` of a file from the first of its tables that has one.
 *
 * @throws {SimhostError} `ERR_BAD_EXTENSION_FILE` if there is none, or one that no extension can have
 */
export function readApiVersion(root: TomlTable, extensions: readonly TomlTable[]): ApiVersion {
  const table = [...extensions, root].find((candidate) => candidate.has('api_version')) ?? root;
  const version = table.string('api_version');

  if (version === undefined) {
    throw root.error(
      undefined,
      'the file has no api_version.',
      `Add api_version = "${NEWEST_API_VERSION}" at its top.`,
    );
  }

  if (runsHere(version)) return version;
  throw table.error('api_version', `api_version "${version}" ${problemOf(version)}.`, nextFor(version));
}

/**
 * Checks the version of an option.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for one that no extension can have
 */
export function checkApiVersion(version: string): ApiVersion {
  if (runsHere(version)) return version;
  throw new SimhostError(
    'ERR_BAD_OPTION',
    `The option apiVersion is "${version}", which ${problemOf(version)}.`,
    {next: nextFor(version)},
  );
}

/** Lists the notices about a version that runs here. */
export function apiVersionNotices(version: ApiVersion): readonly Notice[] {
  if (version !== UNSTABLE && version > NEWEST_API_VERSION) {
    const message =
      `api_version "${version}" is newer than ${NEWEST_API_VERSION}, the newest that simhost knows, and ` +
      `runs as ${NEWEST_API_VERSION}.`;
    return [
      {code: 'api-version-newer', message, next: `Update simhost to test what ${version} adds and removes.`},
    ];
  }

  const row: ApiVersionRow | undefined = VERSIONS.find((candidate) => candidate.version === version);
  const until = row?.deployableUntil;
  if (until === undefined) return [];

  const message = `api_version "${version}" is retired: Shopify's CLI has not deployed it since ${until}.`;
  return [
    {code: 'api-version-retired', message, next: `Upgrade to ${NEWEST_API_VERSION} before you deploy.`},
  ];
}

function runsHere(version: string): version is ApiVersion {
  return version === UNSTABLE || (isQuarter(version) && version >= OLDEST_API_VERSION);
}

function isQuarter(version: string): boolean {
  return /^\d{4}-(?:01|04|07|10)$/.test(version);
}

function problemOf(version: string): string {
  return isQuarter(version)
    ? `is older than ${OLDEST_API_VERSION}, the first that simhost runs`
    : 'is not an API version';
}

function nextFor(version: string): string {
  return (
    `Did you mean "${nearestVersion(version)}"? Known: each quarter from ${OLDEST_API_VERSION} to ` +
    `${NEWEST_API_VERSION}, and ${UNSTABLE}.`
  );
}

/** Finds the version that was current in the month that `version` names, or the one with the most similar spelling. */
function nearestVersion(version: string): ApiVersion {
  const [, year, month] = /^(\d{4})-?(\d{1,2})$/.exec(version) ?? [];
  if (year === undefined || month === undefined)
    return nearest(version, [UNSTABLE]) === UNSTABLE ? UNSTABLE : NEWEST_API_VERSION;

  const named = `${year}-${month.padStart(2, '0')}`;
  return API_VERSIONS.findLast((known) => known <= named) ?? OLDEST_API_VERSION;
}
