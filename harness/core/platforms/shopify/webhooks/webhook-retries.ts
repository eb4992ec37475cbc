/** The milliseconds before each of the eight repetitions of a webhook: exponential, four hours in all. */
export const WEBHOOK_RETRIES: readonly number[] = [60, 120, 240, 480, 960, 1920, 3840, 6780].map(
  (seconds) => seconds * 1000,
);

/**
 * Whether an answer ends a delivery. Redirects do not.
 *
 * @see https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 */
export function isAccepted(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
