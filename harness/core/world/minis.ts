import {type Duration, milliseconds} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import type {App} from './app.ts';

/** The key for the Minis Admin API where none is given. Public. */
export const PUBLISHED_MINIS_API_KEY = 'simhost-published-minis-api-key-not-for-production';

/** Why `generateUserToken` gives no token. */
export type GenerateErrorCode = 'MINI_NOT_FOUND' | 'USER_NOT_FOUND';

/** Why `userTokenVerify` takes no token. */
export type VerifyErrorCode = 'INVALID_MINI' | 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'USER_NOT_FOUND';

/** The Mini under test, and all that Shopify does not document about its platform. */
export interface Minis {
  /** What the Mini's tokens are made for. Default: the app's client id. */
  readonly id: string;
  /** The key of its backend for the Minis Admin API, `SHOP_MINIS_API_KEY` there. */
  readonly apiKey: string;
  /** Keys of other Minis, each with the id of that Mini. */
  readonly otherKeys: Readonly<Record<string, string>>;
  /** What a user token looks like. Assumed; default `'jwt'`. */
  readonly tokenFormat: 'jwt' | 'opaque';
  /** How long a user token lives. Assumed; default `'24h'`. */
  readonly tokenLife: Duration;
  /** Whether `generateUserToken` needs the scope `openid`. The SDK says no, a page of the documentation yes; default `'optional'`. */
  readonly openid: 'optional' | 'required';
  /** What the user answers when asked for the Mini's scopes; `'ask'` shows the sheet. Default `'granted'`. */
  readonly consent: 'granted' | 'declined' | 'ask';
  /** What `generateUserToken` gives after a declined sheet: a token that names nobody, or an error. Assumed; default `'token'`. */
  readonly declined: 'token' | 'error';
  /** `publicId` of a user who granted no `openid`. Assumed; default `'null'`. */
  readonly publicIdWithoutOpenid: 'null' | 'given';
  /** `publicId` of a guest. Assumed; default `'null'`. */
  readonly guestPublicId: 'null' | 'given';
  /** Which hosts a trusted domain `*.host` covers: with any number of labels before it, or with one. Assumed; default `'any'`. */
  readonly trustedSubdomains: 'any' | 'one';
  /** What a trusted domain with a path covers: all below it, or that path alone. Assumed; default `'below'`. */
  readonly trustedPaths: 'below' | 'exact';
  /** The HTTP status for an API key that nobody has. Assumed; default 401. */
  readonly wrongKeyStatus: number;
  /** The texts of user errors. Assumed. */
  readonly messages: Readonly<Record<GenerateErrorCode | VerifyErrorCode, string>>;
}

export type MinisOptions = Partial<Omit<Minis, 'messages'>> & {
  readonly messages?: Partial<Minis['messages']>;
};

const DEFAULTS: Omit<Minis, 'id'> = {
  apiKey: PUBLISHED_MINIS_API_KEY,
  otherKeys: {},
  tokenFormat: 'jwt',
  tokenLife: '24h',
  openid: 'optional',
  consent: 'granted',
  declined: 'token',
  publicIdWithoutOpenid: 'null',
  guestPublicId: 'null',
  trustedSubdomains: 'any',
  trustedPaths: 'below',
  wrongKeyStatus: 401,
  messages: {
    MINI_NOT_FOUND: 'Mini not found',
    USER_NOT_FOUND: 'User not found',
    INVALID_MINI: 'Token is for a different Mini',
    TOKEN_EXPIRED: 'Token has expired',
    TOKEN_INVALID: 'Token is invalid',
  },
};

/** The options that have few values. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  tokenFormat: ['jwt', 'opaque'],
  openid: ['optional', 'required'],
  consent: ['granted', 'declined', 'ask'],
  declined: ['token', 'error'],
  publicIdWithoutOpenid: ['null', 'given'],
  guestPublicId: ['null', 'given'],
  trustedSubdomains: ['any', 'one'],
  trustedPaths: ['below', 'exact'],
};

export function createMinis(options: MinisOptions = {}, app: Pick<App, 'clientId'>): Minis {
  refuseUnknownKeys('minis', options, ['id', ...Object.keys(DEFAULTS)]);
  refuseUnknownKeys('minis.messages', options.messages ?? {}, Object.keys(DEFAULTS.messages));

  const minis = {
    id: app.clientId,
    ...DEFAULTS,
    ...options,
    messages: {...DEFAULTS.messages, ...options.messages},
  };

  for (const [name, known] of Object.entries(VALUES))
    oneOf(`minis.${name}`, String(minis[name as keyof Minis]), known);
  milliseconds(minis.tokenLife);

  for (const name of ['id', 'apiKey'] as const) {
    if (typeof minis[name] === 'string' && minis[name] !== '') continue;
    throw new SimhostError('ERR_BAD_OPTION', `The option minis.${name} is empty.`, {
      next: 'Leave it out for the default, or give the value that the backend under test uses.',
    });
  }

  return minis;
}
