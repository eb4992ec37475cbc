/** The months in which a version is answered: a year, and the two weeks after the next release. */
const SUPPORTED_MONTHS = 12;

/** The day of the month on which Shopify ends a version (2025-07 ended on July 16, 2026). */
const LAST_DAY = 15;

/**
 * Returns the version that answers a request. One that has ended, one that never was, and none at all fall forward to
 * the oldest that is supported.
 *
 * @param requested the version in the URL; null without one
 * @param now the time of the platform, in milliseconds since 1970
 * @see https://shopify.dev/docs/api/usage/versioning
 */
export function answeredVersion(requested: string | null, now: number): string {
  const oldest = supportedVersions(now)[0] ?? 'unstable';
  if (requested === null) return oldest;
  if (requested === 'unstable') return requested;

  const isQuarter = /^\d{4}-(?:01|04|07|10)$/.test(requested);
  // The clock of a test may be before the release of the version that its app uses.
  return isQuarter && requested > oldest ? requested : oldest;
}

/** Lists the stable versions that are supported at a time, the oldest first. */
export function supportedVersions(now: number): readonly string[] {
  const time = new Date(now);
  const month = time.getUTCFullYear() * 12 + time.getUTCMonth();
  const newest = month - (month % 3);
  const isLastLeft = month === newest && time.getUTCDate() <= LAST_DAY;
  const count = SUPPORTED_MONTHS / 3 + (isLastLeft ? 1 : 0);

  return Array.from({length: count}, (_, index) => versionOf(newest - 3 * index)).toReversed();
}

/** Returns the release candidate: the version of the next quarter. */
export function releaseCandidate(now: number): string {
  const time = new Date(now);
  const month = time.getUTCFullYear() * 12 + time.getUTCMonth();
  return versionOf(month - (month % 3) + 3);
}

function versionOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
