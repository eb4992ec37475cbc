import type {App} from '../../../world/app.ts';
import type {Shop} from '../../../world/shop.ts';
import type {StaffMember} from '../../../world/staff.ts';
import {hostParameter} from './host-parameter.ts';
import {signParameters} from './request-signature.ts';

/** The facts that the admin adds to the first URL of an app. */
export interface LaunchFacts {
  readonly app: Pick<App, 'clientSecret'>;
  readonly shop: Pick<Shop, 'domain'>;
  readonly staff: Pick<StaffMember, 'sessionId'>;
  /** The ID token; `null` leaves it out. */
  readonly idToken: string | null;
  /** The language of the admin, a BCP 47 tag. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Builds the first URL of an embedded app, the address of its iframe. Parameters of the given URL stay, unless the admin
 * sets them.
 *
 * @param url the URL of a page of the app
 */
export async function launchUrl(url: string, facts: LaunchFacts): Promise<string> {
  const {staff, idToken, locale} = facts;
  return signedUrl(url, facts, {
    embedded: '1',
    ...(idToken === null ? {} : {id_token: idToken}),
    locale,
    session: staff.sessionId,
  });
}

/**
 * Builds the URL at which the platform opens an app outside of the admin: to install it by the authorization code grant.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export async function installUrl(
  url: string,
  facts: Pick<LaunchFacts, 'app' | 'shop' | 'now'>,
): Promise<string> {
  return signedUrl(url, facts, {});
}

async function signedUrl(
  url: string,
  {app, shop, now}: Pick<LaunchFacts, 'app' | 'shop' | 'now'>,
  added: Readonly<Record<string, string>>,
): Promise<string> {
  const signed = new URL(url);
  const parameters = await signParameters(
    {
      ...Object.fromEntries(signed.searchParams),
      ...added,
      host: hostParameter(shop),
      shop: shop.domain,
      timestamp: String(Math.floor(now / 1000)),
    },
    app.clientSecret,
  );

  signed.search = parameters.toString();
  return signed.href;
}
