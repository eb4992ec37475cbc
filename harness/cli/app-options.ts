/** The options of the app whose credentials sign and check tokens, for every command that needs one. */
export const APP_OPTIONS = {
  'client-id': {
    type: 'string',
    value: '<id>',
    help: 'the client id; default `SHOPIFY_API_KEY`, else from `shopify.app.toml`, else the published test value',
  },
  secret: {
    type: 'string',
    value: '<secret>',
    help: 'the client secret; default `SHOPIFY_API_SECRET`, else the published test value',
  },
  config: {
    type: 'string',
    value: '<name>',
    help: 'reads `shopify.app.<name>.toml` instead of `shopify.app.toml`',
  },
} as const;

/** The option that names the shop. */
export const SHOP_OPTION = {
  type: 'string',
  value: '<domain>',
  help: 'the domain of the shop; default `acme.myshopify.com`',
} as const;

/** The option that names the signed-in customer. */
export const CUSTOMER_OPTION = {
  type: 'string',
  value: '<name or json>',
  help: 'the signed-in customer: `ada`, `bea` or `guest`; or your own as JSON, `{"id": "gid://shopify/Customer/7004"}`; default `ada`',
} as const;

/** The option that maps an origin to a backend. */
export const BACKEND_OPTION = {
  type: 'string',
  multiple: true,
  value: '<origin>=<url or command>',
  help: 'the server that answers for an origin',
} as const;
