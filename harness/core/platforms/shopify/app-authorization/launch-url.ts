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
  const {app, shop, staff, idToken, locale, now} = facts;
  const launched = new URL(url);

  const parameters = await signParameters(
    {
      ...Object.fromEntries(launched.searchParams),
      embedded: '1',
      host: hostParameter(shop),
      ...(idToken === null ? {} : {id_token: idToken}),
      locale,
      session: staff.sessionId,
      shop: shop.domain,
      timestamp: String(Math.floor(now / 1000)),
    },
    app.clientSecret,
  );

  launched.search = parameters.toString();
  return launched.href;
}
