/**
 * The header of a public token for the Storefront API.
 *
 * @see https://shopify.dev/docs/api/usage/authentication#access-tokens-for-the-storefront-api
 */
export const STOREFRONT_TOKEN_HEADER = 'X-Shopify-Storefront-Access-Token';

/** The header of a private token for the Storefront API. */
export const PRIVATE_STOREFRONT_TOKEN_HEADER = 'Shopify-Storefront-Private-Token';

/** The header in which a backend passes on the IP address of the buyer. */
export const BUYER_IP_HEADER = 'Shopify-Storefront-Buyer-IP';
