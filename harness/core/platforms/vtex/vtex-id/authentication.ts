import {isEmail, isPassword} from '../logins.ts';
import type {LoginTransaction} from '../logins.ts';
import {fieldsOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {LOGIN_COOKIE, cleared, cookiesOf, loginCookie, withCookies} from '../vtex-cookies.ts';
import type {CookieSite, VtexCookie} from '../vtex-cookies.ts';
import {LOGIN_CHOICES, loginFailed, loginJson, unknownScope} from './login-answers.ts';

const {anyAccount} = routesOf('vtex-id');

const BASE = '/api/vtexid/pub/authentication';

type Fields = ReadonlyMap<string, string>;

/** A step of a login that was started: the shopper or admin, and the fields that they sent. */
interface LoginStep {
  readonly email: string;
  readonly transaction: LoginTransaction;
  readonly fields: Fields;
}

/**
 * The login of shoppers; with an empty `scope`, that of admins. It starts, and ends with an access key from
 * an e-mail or with a password. Clients send forms; those of VTEX IO send the same fields as a query.
 *
 * @see https://developers.vtex.com/docs/api-reference/vtex-id-api
 */
export function authentication(context: VtexContext): readonly VtexRoute[] {
  const api = new AuthenticationApi(context);
  const methods = ['GET', 'POST'] as const;

  return [
    anyAccount(`GET ${BASE}/start`, (call) => api.start(call)),
    anyAccount(`POST ${BASE}/startlogin`, (call) => api.startLogin(call)),
    ...methods.flatMap((method) => [
      anyAccount(`${method} ${BASE}/accesskey/send`, (call) => api.sendAccessKey(call)),
      anyAccount(`${method} ${BASE}/accesskey/validate`, (call) => api.validateAccessKey(call)),
      anyAccount(`${method} ${BASE}/classic/validate`, (call) => api.validatePassword(call)),
    ]),
    anyAccount(`POST ${BASE}/classic/setpassword`, (call) => api.setPassword(call)),
  ];
}

class AuthenticationApi {
  readonly #context: VtexContext;

  constructor(context: VtexContext) {
    this.#context = context;
  }

  async start(call: AnyAccountCall): Promise<Response> {
    const transaction = await this.#begin(call, new Map(call.url.searchParams));
    if (transaction === null) return unknownScope();

    const json = {authenticationToken: transaction.id, ...LOGIN_CHOICES};
    return withCookies(Response.json(json), [this.#cookieOf(transaction, call)]);
  }

  async startLogin(call: AnyAccountCall): Promise<Response> {
    const transaction = await this.#begin(call, await fieldsOf(call.request));
    if (transaction === null) return unknownScope();

    return withCookies(new Response(null, {status: 200}), [this.#cookieOf(transaction, call)]);
  }

  async sendAccessKey({request}: AnyAccountCall): Promise<Response> {
    const fields = await fieldsOf(request);
    const transaction = this.#find(request, fields);
    const email = fields.get('email') ?? transaction?.user ?? undefined;
    if (!isEmail(email)) return Response.json({authStatus: 'InvalidEmail'}, {status: 400});
    if (transaction === null) return Response.json({authStatus: 'InvalidToken'}, {status: 400});

    await this.#context.logins.send(email, transaction);
    return new Response(null, {status: 200});
  }

  validateAccessKey(call: AnyAccountCall): Promise<Response> {
    return this.#finish(call, ({email, transaction, fields}) => {
      const key = fields.get('accesskey') ?? fields.get('accessKey') ?? '';
      return this.#context.logins.takeAccessKey(email, key, transaction);
    });
  }

  validatePassword(call: AnyAccountCall): Promise<Response> {
    return this.#finish(call, ({email, fields}) =>
      this.#context.logins.hasPassword(email, fields.get('password') ?? ''),
    );
  }

  setPassword(call: AnyAccountCall): Promise<Response> {
    return this.#finish(call, (step) => this.#changePassword(step));
  }

  /** Starts a login at the account of `scope`. It replaces the one that the request continues, if any. */
  async #begin({request, account}: AnyAccountCall, fields: Fields): Promise<LoginTransaction | null> {
    const {vtex, logins} = this.#context;
    const scope = fields.get('scope');
    const isScoped = scope !== undefined && scope !== '';
    const name = isScoped ? scope : (fields.get('accountName') ?? account?.name);
    if (name === undefined || !Object.hasOwn(vtex.accounts, name)) return null;

    const replaced = this.#find(request, fields);
    if (replaced !== null) logins.end(replaced);

    return logins.begin({
      account: name,
      audience: scope === '' ? 'admin' : 'webstore',
      fingerprint: fields.get('fingerprint') ?? null,
      user: fields.get('user') ?? null,
    });
  }

  #find(request: Request, fields: Fields): LoginTransaction | null {
    const id = cookiesOf(request).get(LOGIN_COOKIE) ?? fields.get('authenticationToken');
    return this.#context.logins.find(id);
  }

  /** Ends a login: signs the person in if `check` accepts their credentials. */
  async #finish(call: AnyAccountCall, check: (step: LoginStep) => boolean): Promise<Response> {
    const {vtex, logins, sessions} = this.#context;
    const fields = await fieldsOf(call.request);
    const transaction = this.#find(call.request, fields);
    if (transaction === null) return loginFailed('InvalidToken');

    const email = fields.get('login') ?? fields.get('email') ?? transaction.user ?? undefined;
    const person = isEmail(email) ? logins.personOf(email, transaction) : null;
    if (!isEmail(email) || person === null) return loginFailed('InvalidEmail');
    if (!check({email, transaction, fields})) return loginFailed('WrongCredentials');

    logins.end(transaction);

    const account = vtex.accounts[transaction.account];
    if (account === undefined) return loginFailed('InvalidToken');

    const login = await sessions.login(person, {
      account: account.name,
      host: call.url.hostname,
      fingerprint: transaction.fingerprint,
    });

    const removed = cleared(loginCookie('', this.#siteOf(call)));
    return withCookies(Response.json(loginJson(login, account)), [...login.cookies, removed]);
  }

  /** Sets a new password, if the access key or the current password is right. */
  #changePassword({email, transaction, fields}: LoginStep): boolean {
    const {logins, sessions} = this.#context;
    const password = fields.get('newPassword') ?? '';
    if (!isPassword(password)) return false;

    const current = fields.get('currentPassword');
    const isKnown =
      current === undefined
        ? logins.takeAccessKey(email, fields.get('accessKey') ?? '', transaction)
        : logins.hasPassword(email, current);
    if (!isKnown) return false;

    logins.setPassword(email, password);
    if (fields.get('expireSessions') === 'true') {
      for (const {sess} of sessions.of(email, transaction.account)) sessions.revoke(sess);
    }

    return true;
  }

  #cookieOf({id}: LoginTransaction, call: AnyAccountCall): VtexCookie {
    return loginCookie(id, this.#siteOf(call));
  }

  #siteOf({url}: AnyAccountCall): CookieSite {
    const {deps, vtex} = this.#context;
    return {host: url.hostname, now: deps.now(), assumptions: vtex.assumptions};
  }
}
