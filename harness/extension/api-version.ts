import type {TomlTable} from './toml-document.ts';

/** The API versions whose extensions run here, oldest first. */
export const API_VERSIONS = [
  '2023-04',
  '2023-07',
  '2023-10',
  '2024-01',
  '2024-04',
  '2024-07',
  '2024-10',
  '2025-01',
  '2025-04',
  '2025-07',
  '2025-10',
  '2026-01',
  '2026-04',
  '2026-07',
] as const;

export type ApiVersion = (typeof API_VERSIONS)[number];

/** The first version whose extensions Shopify's CLI registers itself, and that draw with Preact. */
export const FIRST_WITH_PREACT: ApiVersion = '2025-10';

/** The version that the first of the tables with one declares. */
export function readApiVersion(root: TomlTable, extensions: readonly TomlTable[]): ApiVersion {
  const table = [...extensions, root].find((candidate) => candidate.has('api_version')) ?? root;
  const version = table.text('api_version');
  if (version === undefined) {
    throw root.error(undefined, 'the file has no api_version.', `Add api_version = "${API_VERSIONS.at(-1)}" at its top.`);
  }
  const known = API_VERSIONS.find((candidate) => candidate === version);
  if (known !== undefined) return known;
  throw table.error('api_version', `api_version "${version}" is not simulated.`, `Known: ${API_VERSIONS.join(', ')}.`);
}
