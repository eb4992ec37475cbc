import {numberOf} from '../../../world/gid.ts';
import {STAFF} from '../../../world/staff.ts';
import type {Shop} from '../../../world/shop.ts';

/** Writes the payload of `app/uninstalled`: the shop, as far as the world knows it. */
export function shopPayload(shop: Shop, now: number): Readonly<Record<string, unknown>> {
  const {id, name, domain, country, currency, timezone, languages} = shop;
  const {firstName, lastName, email} = STAFF.grace;
  return {
    id: Number(numberOf(id)),
    name,
    email,
    domain,
    myshopify_domain: domain,
    country,
    country_code: country,
    currency,
    iana_timezone: timezone,
    primary_locale: languages[0] ?? 'en',
    shop_owner: `${firstName} ${lastName}`,
    updated_at: new Date(now).toISOString(),
  };
}

/**
 * Writes the payload of `shop/redact`.
 *
 * @see https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
export function redactionPayload({id, domain}: Shop): Readonly<Record<string, unknown>> {
  return {shop_id: Number(numberOf(id)), shop_domain: domain};
}

/** Writes the payload of `app/scopes_update`. */
export function scopesPayload(
  {id, previous, current}: {id: string; previous: readonly string[]; current: readonly string[]},
  now: number,
): Readonly<Record<string, unknown>> {
  return {id, previous, current, updated_at: new Date(now).toISOString()};
}
