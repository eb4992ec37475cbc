/** The URLs of the direct API: `shopify:admin/api/2026-07/graphql.json`. */
const DIRECT = /^shopify:\/*(admin\/api\/[^?#]*)/;

/**
 * Returns the path of a URL of the direct API at the shop, without the first slash: `admin/api/2026-07/graphql.json`.
 * `null` for any other URL.
 *
 * @see https://shopify.dev/docs/api/app-home#direct-api-access
 */
export function directApiPath(url: string): string | null {
  return DIRECT.exec(url)?.[1] ?? null;
}
