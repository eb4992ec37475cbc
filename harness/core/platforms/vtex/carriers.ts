import type {VtexAccount} from '../../world/vtex.ts';
import {AUTH_COOKIE, authCookieNames, cookiesOf} from './vtex-cookies.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/**
 * The place of a token in a request: the header `VtexIdclientAutCookie`, that of one account, or a cookie.
 */
export type Carrier = 'header' | 'account-header' | 'cookie';

/** A token, and its place in the request. */
export interface CarriedToken {
  readonly carrier: Carrier;
  /** The audience whose tokens are sent in this place. A header may hold any. */
  readonly audience: VtexAudience | 'any';
  readonly token: string;
}

/** The values of `X-VTEX-API-AppKey` and `X-VTEX-API-AppToken`. */
export interface AppKeyPair {
  readonly key: string;
  readonly token: string;
}

/** The credentials of a request. */
export interface Credentials {
  /** Headers first, then the cookies of shoppers, then that of admins. */
  readonly tokens: readonly CarriedToken[];
  readonly pair: AppKeyPair | null;
}

/** Reads the credentials from the request alone: the cookies that MSW keeps belong to no browser here. */
export function credentialsOf(request: Pick<Request, 'headers'>, account: VtexAccount | null): Credentials {
  const {headers} = request;
  const cookies = cookiesOf(request);
  const key = headers.get('x-vtex-api-appkey');
  const token = headers.get('x-vtex-api-apptoken');
  const shopperNames = account === null ? [] : authCookieNames('webstore', account);

  const found: readonly (Omit<CarriedToken, 'token'> & {token: string | null | undefined})[] = [
    {carrier: 'header', audience: 'any', token: headers.get(AUTH_COOKIE)},
    ...shopperNames.map(
      (name) => ({carrier: 'account-header', audience: 'any', token: headers.get(name)}) as const,
    ),
    ...shopperNames.map(
      (name) => ({carrier: 'cookie', audience: 'webstore', token: cookies.get(name)}) as const,
    ),
    {carrier: 'cookie', audience: 'admin', token: cookies.get(AUTH_COOKIE)},
  ];

  return {
    tokens: found.filter((carried): carried is CarriedToken => Boolean(carried.token)),
    pair: key === null && token === null ? null : {key: key ?? '', token: token ?? ''},
  };
}

/** Whether a header and a cookie both carry a token, which VTEX was seen to refuse (vtex/faststore #3294). */
export function carriesTwice({tokens}: Credentials): boolean {
  return tokens.some(({carrier}) => carrier === 'cookie') && tokens.some(({carrier}) => carrier !== 'cookie');
}
