import {publishedVersions} from '../graphql/published/releases.ts';

/** The number of versions that Shopify supports at once: those of a year. */
const SUPPORTED = 4;

/** Resolves `publicApiVersions`: the newest published versions, and `unstable`. */
export function resolveApiVersions(): readonly object[] {
  const supported = publishedVersions('storefront').slice(-SUPPORTED);
  return [
    ...supported.map((handle) => ({__typename: 'ApiVersion', handle, displayName: handle, supported: true})),
    {__typename: 'ApiVersion', handle: 'unstable', displayName: 'unstable', supported: false},
  ];
}
