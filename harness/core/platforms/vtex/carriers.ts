import type {VtexAccount} from '../../world/vtex.ts';
import {AUTH_COOKIE, authCookieNames, cookiesOf} from './vtex-cookies.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** How a token came: in the header of the family name, in that of one account, or in a cookie. */
export type Carrier = 'header' | 'account-header' | 'cookie';

export interface CarriedToken {
  readonly carrier: Carrier;
  /** Whose place it is: cookies tell, a header may hold any. */
  readonly audience: VtexAudience | 'any';
  readonly token: string;
}

export interface AppKeyPair {
  readonly key: string;
  readonly token: string;
}

/** What a request shows of itself. */
export interface Credentials {
  /** Headers first, then the cookies of shoppers, then that of admins. */
  readonly tokens: readonly CarriedToken[];
  /** `X-VTEX-API-AppKey` and `X-VTEX-API-AppToken`. */
  readonly pair: AppKeyPair | null;
}

/** Reads nothing but the request: MSW keeps cookies of its own, which are nobody's here. */
export function credentialsOf(request: Pick<Request, 'headers'>, account: VtexAccount | null): Credentials {
  const {headers} = request;
  const cookies = cookiesOf(request);
  const key = headers.get('x-vtex-api-appkey');
  const token = headers.get('x-vtex-api-apptoken');
  const ofShopper = account === null ? [] : authCookieNames('webstore', account);

  const found: readonly (Omit<CarriedToken, 'token'> & {token: string | null | undefined})[] = [
    {carrier: 'header', audience: 'any', token: headers.get(AUTH_COOKIE)},
    ...ofShopper.map(
      (name) => ({carrier: 'account-header', audience: 'any', token: headers.get(name)}) as const,
    ),
    ...ofShopper.map(
      (name) => ({carrier: 'cookie', audience: 'webstore', token: cookies.get(name)}) as const,
    ),
    {carrier: 'cookie', audience: 'admin', token: cookies.get(AUTH_COOKIE)},
  ];

  return {
    tokens: found.filter((each): each is CarriedToken => typeof each.token === 'string' && each.token !== ''),
    pair: key === null && token === null ? null : {key: key ?? '', token: token ?? ''},
  };
}

/** Whether a header and a cookie both carry a token, which VTEX has been seen to refuse (vtex/faststore #3294). */
export function carriesTwice({tokens}: Credentials): boolean {
  return tokens.some(({carrier}) => carrier === 'cookie') && tokens.some(({carrier}) => carrier !== 'cookie');
}
