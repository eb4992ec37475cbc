import type {VtexAccount} from '../../../world/vtex.ts';
import {fieldsOf} from '../request-fields.ts';
import {LOGIN_COOKIE, authCookieNames, cleared, cookiesOf, loginCookie, setCookie} from '../vtex-cookies.ts';
import type {VtexCookie} from '../vtex-cookies.ts';
import {isEmail, isPassword} from '../logins.ts';
import type {LoginFailure, LoginTransaction} from '../logins.ts';
import type {VtexParts} from '../vtex-context.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import type {VtexLogin} from '../vtex-sessions.ts';
import type {VtexAudience} from '../vtex-tokens.ts';

const {anyAccount} = routesOf('vtex-id');

const BASE = '/api/vtexid/pub/authentication';

type Fields = ReadonlyMap<string, string>;

/**
 * The login of shoppers, and with an empty `scope` that of admins: start, then an access key by mail or a password.
 * Clients send forms; those of VTEX IO send the same fields as a query.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function login(parts: VtexParts): readonly VtexRoute[] {
  const {vtex, host, logins} = parts;

  const begin = async (
    {request, account, url}: AnyAccountCall,
    fields: Fields,
  ): Promise<[LoginTransaction, VtexCookie] | null> => {
    const scope = fields.get('scope');
    const name = scope === undefined || scope === '' ? (fields.get('accountName') ?? account?.name) : scope;
    if (name === undefined || !Object.hasOwn(vtex.accounts, name)) return null;

    const audience: VtexAudience = scope === '' ? 'admin' : 'webstore';
    const of = {
      account: name,
      audience,
      fingerprint: fields.get('fingerprint') ?? null,
      user: fields.get('user') ?? null,
    };

    const before = transactionOf(request, fields);
    if (before !== null) logins.end(before);

    const transaction = await logins.begin(of);
    return [
      transaction,
      loginCookie(transaction.id, {host: url.hostname, now: host.now(), assumptions: vtex.assumptions}),
    ];
  };

  const transactionOf = (request: Request, fields: Fields): LoginTransaction | null =>
    logins.find(cookiesOf(request).get(LOGIN_COOKIE) ?? fields.get('authenticationToken'));

  /** Ends a login: `check` says what is wrong with it, if anything. */
  const finish = async (
    {request, url}: AnyAccountCall,
    check: (email: string, transaction: LoginTransaction, fields: Fields) => LoginFailure | null,
  ): Promise<Response> => {
    const fields = await fieldsOf(request);
    const transaction = transactionOf(request, fields);
    if (transaction === null) return failed('InvalidToken');

    const email = fields.get('login') ?? fields.get('email') ?? transaction.user ?? undefined;
    const person = isEmail(email) ? logins.personOf(email, transaction) : null;
    if (!isEmail(email) || person === null) return failed('InvalidEmail');

    const failure = check(email, transaction, fields);
    if (failure !== null) return failed(failure);

    logins.end(transaction);
    const {account, fingerprint} = transaction;
    const made = await parts.sessions.login(person, {account, host: url.hostname, fingerprint});
    const site = {host: url.hostname, now: host.now(), assumptions: vtex.assumptions};
    const known = vtex.accounts[account];
    if (known === undefined) return failed('InvalidToken');

    return withCookies(Response.json(success(made, known)), [
      ...made.cookies,
      cleared(loginCookie('', site)),
    ]);
  };

  const validateAccessKey = (call: AnyAccountCall): Promise<Response> =>
    finish(call, (email, transaction, fields) => {
      const key = fields.get('accesskey') ?? fields.get('accessKey') ?? '';
      return logins.takeAccessKey(email, key, transaction) ? null : 'WrongCredentials';
    });

  const validatePassword = (call: AnyAccountCall): Promise<Response> =>
    finish(call, (email, _, fields) =>
      logins.hasPassword(email, fields.get('password') ?? '') ? null : 'WrongCredentials',
    );

  const send = async ({request}: AnyAccountCall): Promise<Response> => {
    const fields = await fieldsOf(request);
    const transaction = transactionOf(request, fields);
    const email = fields.get('email') ?? transaction?.user ?? undefined;
    if (!isEmail(email)) return Response.json({authStatus: 'InvalidEmail'}, {status: 400});
    if (transaction === null) return Response.json({authStatus: 'InvalidToken'}, {status: 400});

    await logins.send(email, transaction);
    return new Response(null, {status: 200});
  };

  return [
    anyAccount(`GET ${BASE}/start`, async (call) => {
      const begun = await begin(call, new Map(call.url.searchParams));
      if (begun === null) return unknownScope();
      const [{id}, cookie] = begun;
      return withCookies(Response.json({authenticationToken: id, ...CHOICES}), [cookie]);
    }),
    anyAccount(`POST ${BASE}/startlogin`, async (call) => {
      const begun = await begin(call, await fieldsOf(call.request));
      return begun === null ? unknownScope() : withCookies(new Response(null, {status: 200}), [begun[1]]);
    }),
    ...(['GET', 'POST'] as const).flatMap((method) => [
      anyAccount(`${method} ${BASE}/accesskey/send`, send),
      anyAccount(`${method} ${BASE}/accesskey/validate`, validateAccessKey),
      anyAccount(`${method} ${BASE}/classic/validate`, validatePassword),
    ]),
    anyAccount(`POST ${BASE}/classic/setpassword`, (call) =>
      finish(call, (email, transaction, fields) => {
        const [password = '', current, key = ''] = ['newPassword', 'currentPassword', 'accessKey'].map(
          (name) => fields.get(name),
        );
        if (!isPassword(password)) return 'WrongCredentials';

        const known =
          current === undefined
            ? logins.takeAccessKey(email, key, transaction)
            : logins.hasPassword(email, current);
        if (!known) return 'WrongCredentials';

        logins.setPassword(email, password);
        if (fields.get('expireSessions') === 'true') {
          for (const {sess} of parts.sessions.of(email, transaction.account)) parts.sessions.revoke(sess);
        }

        return null;
      }),
    ),
  ];
}

const CHOICES = {
  oauthProviders: [],
  showClassicAuthentication: true,
  showAccessKeyAuthentication: true,
  showPasskeyAuthentication: false,
  authCookie: null,
  isAuthenticated: false,
  selectedProvider: null,
  samlProviders: [],
};

/** `expiresIn` is one second short of the day, as documented. */
function success({token, session}: VtexLogin, account: VtexAccount): object {
  const [name, accountName] = authCookieNames(session.audience, account);
  return {
    ...OUTCOME,
    authStatus: 'Success',
    authCookie: {Name: name, Value: token},
    accountAuthCookie: accountName === undefined ? null : {Name: accountName, Value: token},
    expiresIn: 86_399,
    userId: session.userId,
  };
}

function failed(authStatus: LoginFailure): Response {
  return Response.json({...OUTCOME, authStatus}, {status: 400});
}

const OUTCOME = {
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

function unknownScope(): Response {
  return Response.json({authStatus: 'InvalidScope'}, {status: 400});
}

/** The response, with each cookie in a `Set-Cookie` of its own. */
export function withCookies(response: Response, cookies: readonly VtexCookie[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', setCookie(cookie));
  return response;
}
