import type {AppOptions} from '../world/app.ts';
import type {CustomerOption} from '../world/people.ts';

/** The app's credentials: flags first, then Shopify's own variables, then the published test values. */
export function appFromEnvironment(flags: {clientId?: string | undefined; clientSecret?: string | undefined}): AppOptions {
  const clientId = flags.clientId ?? process.env['SHOPIFY_API_KEY'];
  const clientSecret = flags.clientSecret ?? process.env['SHOPIFY_API_SECRET'];
  return {...(clientId ? {clientId} : {}), ...(clientSecret ? {clientSecret} : {})};
}

export function customerByName(name: string): CustomerOption {
  return name === 'guest' ? null : (name as CustomerOption);
}
