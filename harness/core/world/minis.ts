import {type Duration, milliseconds} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import {defined} from '../../records.ts';
import {isPlainObject} from '../../shown-value.ts';
import type {App} from './app.ts';
import {refuseBadCredential} from './credential.ts';
import {byName} from './object-shapes.ts';
import {text} from './platform-values.ts';
import {single, type Shape} from './shape.ts';

/** The key for the Minis Admin API without the option `apiKey`. It is public. */
export const PUBLISHED_MINIS_API_KEY = 'simhost-published-minis-api-key-not-for-production';

/** The reason why `generateUserToken` gives no token. */
export type GenerateErrorCode = 'MINI_NOT_FOUND' | 'USER_NOT_FOUND';

/** The reason why `userTokenVerify` refuses a token. */
export type VerifyErrorCode = 'INVALID_MINI' | 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'USER_NOT_FOUND';

/** The Mini under test, and the choices in which its platform is not documented. */
export interface Minis {
  /** The id of the Mini, `aud` of its tokens. Default: the app's client id. */
  readonly id: string;
  /**
   * The key of its backend for the Minis Admin API (`SHOP_MINIS_API_KEY`). Default: {@link
   * PUBLISHED_MINIS_API_KEY}.
   */
  readonly apiKey: string;
  /** Keys of other Minis, with the id of each. Default: none. */
  readonly otherKeys: Readonly<Record<string, string>>;
  /** The form of a user token. Assumed. Default: `'jwt'`. */
  readonly tokenFormat: 'jwt' | 'opaque';
  /** The life of a user token. Assumed. Default: `'24h'`. */
  readonly tokenLife: Duration;
  /**
   * Whether `generateUserToken` needs the scope `openid`: the SDK does not, a page of the documentation does.
   * Default: `'optional'`.
   */
  readonly openid: 'optional' | 'required';
  /** The user's answer to the Mini's scopes; `'ask'` shows the sheet. Default: `'granted'`. */
  readonly consent: 'granted' | 'declined' | 'ask';
  /**
   * The result of `generateUserToken` after a declined sheet: a token without a user, or an error. Assumed.
   * Default: `'token'`.
   */
  readonly declined: 'token' | 'error';
  /** `publicId` of a user who did not grant `openid`. Assumed. Default: `'null'`. */
  readonly publicIdWithoutOpenid: 'null' | 'given';
  /** `publicId` of a guest. Assumed. Default: `'null'`. */
  readonly guestPublicId: 'null' | 'given';
  /**
   * The hosts that a trusted domain `*.host` covers: with any number of labels before it, or with one. Assumed.
   * Default: `'any'`.
   */
  readonly trustedSubdomains: 'any' | 'one';
  /**
   * The URLs that a trusted domain with a path covers: everything below the path, or only the path. Assumed.
   * Default: `'below'`.
   */
  readonly trustedPaths: 'below' | 'exact';
  /** The HTTP status for an unknown API key. Assumed. Default: 401. */
  readonly wrongKeyStatus: number;
  /** The messages of user errors. Assumed. */
  readonly messages: Readonly<Record<GenerateErrorCode | VerifyErrorCode, string>>;
}

/**
 * The options of the Mini under test; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({minis: {consent: 'declined', tokenFormat: 'opaque'}});
 * ```
 */
export type MinisOptions = Partial<Omit<Minis, 'messages'>> & {
  /** Messages of user errors by code. Default: assumed ones. */
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

/** The answers of a user to the consent sheet. */
export const CONSENTS: readonly Minis['consent'][] = ['granted', 'declined', 'ask'];

/** The options that have few values. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  tokenFormat: ['jwt', 'opaque'],
  openid: ['optional', 'required'],
  consent: CONSENTS,
  declined: ['token', 'error'],
  publicIdWithoutOpenid: ['null', 'given'],
  guestPublicId: ['null', 'given'],
  trustedSubdomains: ['any', 'one'],
  trustedPaths: ['below', 'exact'],
};

const MESSAGES = byName(text('Token has expired'));

const STATUS: Shape<number> = single({
  expected: 'an HTTP status from 200 to 599',
  example: 401,
  accepts: (given) => Number.isInteger(given) && (given as number) >= 200 && (given as number) <= 599,
});

/**
 * Completes the options of the Mini under test.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`, `ERR_BAD_DURATION`
 */
export function createMinis(options: MinisOptions = {}, app: Pick<App, 'clientId'>): Minis {
  refuseUnknownKeys('minis', options, ['id', ...Object.keys(DEFAULTS)]);
  const {messages = {}} = options;
  refuseUnknownKeys('minis.messages', messages, Object.keys(DEFAULTS.messages));

  const minis = {
    id: app.clientId,
    ...DEFAULTS,
    ...defined(options),
    messages: {...DEFAULTS.messages, ...defined(messages)},
  };

  for (const [name, known] of Object.entries(VALUES))
    oneOf(`minis.${name}`, minis[name as keyof Minis] as string, known);
  milliseconds(minis.tokenLife);

  refuseBadKeys(minis.otherKeys);
  MESSAGES.read(minis.messages, 'minis.messages');
  STATUS.read(minis.wrongKeyStatus, 'minis.wrongKeyStatus');

  const next = 'Leave it out for the default, or give the value that the backend under test uses.';
  for (const name of ['id', 'apiKey'] as const)
    refuseBadCredential(`The option minis.${name}`, minis[name], next);

  return minis;
}

/** Refuses other values than strings. The message shows no key: it is a secret. */
function refuseBadKeys(keys: unknown): void {
  if (isPlainObject(keys) && Object.values(keys).every((id) => typeof id === 'string')) return;

  throw new SimhostError('ERR_BAD_OPTION', 'The option minis.otherKeys is not an object of strings.', {
    next: "Give the id of the Mini for each key: {'key-of-another-mini': 'its-id'}.",
  });
}
