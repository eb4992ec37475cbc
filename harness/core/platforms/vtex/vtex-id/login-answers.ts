import type {VtexAccount} from '../../../world/vtex.ts';
import type {LoginFailure} from '../logins.ts';
import {authCookieNames} from '../vtex-cookies.ts';
import type {VtexLogin} from '../vtex-sessions.ts';

/** The ways to sign in that `start` offers. */
export const LOGIN_CHOICES: object = {
  oauthProviders: [],
  showClassicAuthentication: true,
  showAccessKeyAuthentication: true,
  showPasskeyAuthentication: false,
  authCookie: null,
  isAuthenticated: false,
  selectedProvider: null,
  samlProviders: [],
};

/** The fields of every result of a login. */
const LOGIN_RESULT = {
  authStatus: '',
  promptMFA: false,
  lastAttemptAvailable: null,
  clientToken: null,
  authCookie: null as object | null,
  accountAuthCookie: null as object | null,
  expiresIn: 0,
  userId: null as string | null,
  phoneNumber: null,
  scope: null,
};

/** Writes the result of a good login. `expiresIn` is one second less than a day, as documented. */
export function loginJson({token, session}: VtexLogin, account: VtexAccount): object {
  const [name, accountName] = authCookieNames(session.audience, account);
  return {
    ...LOGIN_RESULT,
    authStatus: 'Success',
    authCookie: {Name: name, Value: token},
    accountAuthCookie: accountName === undefined ? null : {Name: accountName, Value: token},
    expiresIn: 86_399,
    userId: session.userId,
  };
}

export function loginFailed(authStatus: LoginFailure): Response {
  return Response.json({...LOGIN_RESULT, authStatus}, {status: 400});
}

export function unknownScope(): Response {
  return Response.json({authStatus: 'InvalidScope'}, {status: 400});
}
