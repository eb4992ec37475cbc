/** An API whose schemas are published. */
export type PublishedApi = 'storefront' | 'customer-account';

/** The APIs by name, and the file of the package that has the schema. */
export const PUBLISHED_APIS: Readonly<Record<PublishedApi, {readonly title: string; readonly file: string}>> =
  {
    storefront: {title: 'Storefront API', file: 'storefront.schema.json'},
    'customer-account': {title: 'Customer Account API', file: 'customer-account.schema.json'},
  };

/**
 * The releases of `@shopify/hydrogen-react` with the schemas of an API version, oldest first. The releases of 2025-04
 * have the schemas of 2025-01, so 2025-04 is missing.
 *
 * @see https://www.npmjs.com/package/@shopify/hydrogen-react
 */
export const RELEASES: readonly Release[] = [
  {version: '2023-04', release: '2023.4.5', apis: ['storefront']},
  {version: '2023-07', release: '2023.7.6', apis: ['storefront']},
  {version: '2023-10', release: '2023.10.1', apis: ['storefront']},
  {version: '2024-01', release: '2024.1.1', apis: ['storefront', 'customer-account']},
  {version: '2024-04', release: '2024.4.4', apis: ['storefront', 'customer-account']},
  {version: '2024-07', release: '2024.7.7', apis: ['storefront', 'customer-account']},
  {version: '2024-10', release: '2024.10.2', apis: ['storefront', 'customer-account']},
  {version: '2025-01', release: '2025.1.4', apis: ['storefront', 'customer-account']},
  {version: '2025-07', release: '2025.7.2', apis: ['storefront', 'customer-account']},
  {version: '2025-10', release: '2025.10.0', apis: ['storefront', 'customer-account']},
  {version: '2026-01', release: '2026.1.2', apis: ['storefront', 'customer-account']},
  {version: '2026-04', release: '2026.4.4', apis: ['storefront', 'customer-account']},
];

/** A release of the package. */
export interface Release {
  /** The API version whose schemas it has. */
  readonly version: string;
  /** The version of the package. */
  readonly release: string;
  /** The APIs whose schemas it has. */
  readonly apis: readonly PublishedApi[];
}

/** Lists the versions of an API that are published, oldest first. */
export function publishedVersions(api: PublishedApi): readonly string[] {
  return RELEASES.filter(({apis}) => apis.includes(api)).map(({version}) => version);
}

/** The version with which simhost answers a request. */
export interface AnsweredVersion {
  /** The published version. */
  readonly published: string;
  /** Whether it is another one than the requested version. */
  readonly isOther: boolean;
}

/**
 * Chooses the published version for a requested one: the same, or the nearest. The older of two equally near ones is
 * taken. `unstable` and `latest` are the newest.
 */
export function nearestVersion(api: PublishedApi, requested: string): AnsweredVersion {
  const versions = publishedVersions(api);
  if (versions.includes(requested)) return {published: requested, isOther: false};

  const newest = versions.at(-1) ?? requested;
  if (!/^\d{4}-\d{2}$/.test(requested)) return {published: newest, isOther: true};

  const distance = (version: string): number => Math.abs(monthsOf(version) - monthsOf(requested));
  const published = versions.reduce((best, next) => (distance(next) < distance(best) ? next : best), newest);
  return {published, isOther: true};
}

/** States the schema that answers a request, if it is not that of the requested version. */
export function schemaOf(api: PublishedApi, requested: string): {readonly schema?: string} {
  const {published, isOther} = nearestVersion(api, requested);
  return isOther ? {schema: published} : {};
}

/**
 * Whether Shopify may have an API version of this name: a quarter, or one of the two names for the newest. Which
 * quarters exist is not asked, because packages publish a schema months after Shopify does.
 *
 * @see https://shopify.dev/docs/api/usage/versioning
 */
export function isApiVersion(requested: string): boolean {
  return /^\d{4}-(?:01|04|07|10)$/.test(requested) || requested === 'unstable' || requested === 'latest';
}

function monthsOf(version: string): number {
  const [year = 0, month = 0] = version.split('-').map(Number);
  return year * 12 + month;
}
