import {decodeClaims, signCompact} from '../../../tokens/jws.ts';
import {importKey} from '../../../tokens/key.ts';
import type {VtexAccount} from '../../../world/vtex.ts';
import {credentialsOf} from '../carriers.ts';
import {jsonOf, stringOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {authCookieNames, cookieHeader, cookiesOf, withCookies} from '../vtex-cookies.ts';
import type {VtexCookie} from '../vtex-cookies.ts';
import {VTEX_TEST_KEY, VTEX_TEST_KID} from '../vtex-test-key.ts';
import {segmentOf} from './segment.ts';
import {namespacesOf, pickItems, publicFieldsOf} from './session-namespaces.ts';
import type {IdentifiedShopper, SessionNamespaces, SessionValues} from './session-namespaces.ts';

const {anyone} = routesOf('sessions');

/** Seconds that a session lives. */
const SESSION_LIFE = 8 * 86_400;

/**
 * The Session Manager. Its sessions show a page who is signed in, because the page cannot read the cookies;
 * the segment shows its currency and culture.
 *
 * @see https://developers.vtex.com/docs/api-reference/session-manager-api
 */
export function sessionManager(context: VtexContext): readonly VtexRoute[] {
  const manager = new SessionManager(context);

  return [
    anyone('GET /api/sessions', (call) => manager.read(call)),
    anyone('POST /api/sessions', (call) => manager.change(call, 201)),
    anyone('PATCH /api/sessions', (call) => manager.change(call, 200)),
    anyone('GET /api/segments', ({account}) => Response.json(segmentOf(account))),
  ];
}

/**
 * A session as VTEX keeps it, so that a service of VTEX IO, which has only `vtex_session`, can read it too.
 */
interface StoredSession {
  readonly publicFields: SessionValues;
  /** The authentication cookies of the last request that created or changed it. */
  readonly authCookies: ReadonlyMap<string, string>;
  /** The e-mail address of the shopper who was last signed in. */
  readonly lastShopper: string | null;
}

class SessionManager {
  readonly #context: VtexContext;
  readonly #sessions = new Map<string, StoredSession>();

  constructor(context: VtexContext) {
    this.#context = context;
  }

  async read(call: VtexCall): Promise<Response> {
    const id = sessionIdOf(call.request) ?? (await this.#context.deps.uuid());
    const items = call.url.searchParams.get('items') ?? '';

    return Response.json({id, namespaces: pickItems(await this.#namespacesOf(call, id), items)});
  }

  /** Creates a session or changes it, and sets its cookies. */
  async change(call: VtexCall, status: number): Promise<Response> {
    const {deps} = this.#context;
    const id = sessionIdOf(call.request) ?? (await deps.uuid());
    const body = await jsonOf(call.request);

    const shopper = await this.#context.callers.signedIn(call.request, call.account, 'webstore');
    const before = this.#sessions.get(id);

    this.#sessions.set(id, {
      publicFields: {...before?.publicFields, ...publicFieldsOf(body['public'])},
      authCookies: authCookiesOf(call.request, call.account),
      lastShopper: shopper?.sub ?? before?.lastShopper ?? null,
    });

    const iat = Math.floor(deps.now() / 1000);
    const sessionToken = await signSession({id, account: call.account, iat, jti: await deps.uuid()});
    const segmentToken = btoa(JSON.stringify(segmentOf(call.account)));

    const items = call.url.searchParams.get('items');
    const json =
      items === null
        ? {sessionToken, segmentToken}
        : {id, namespaces: pickItems(await this.#namespacesOf(call, id), items)};

    const site = {host: call.url.hostname, expires: iat + SESSION_LIFE};
    return withCookies(Response.json(json, {status}), [
      cookieOf('vtex_session', sessionToken, site),
      cookieOf('vtex_segment', segmentToken, site),
    ]);
  }

  async #namespacesOf({request, account}: VtexCall, id: string): Promise<SessionNamespaces> {
    const {callers, world} = this.#context;
    const stored = this.#sessions.get(id);

    // A request without a token is signed in as the session was.
    const isOwn = stored === undefined || credentialsOf(request, account).tokens.length > 0;
    const asked = isOwn ? request : {headers: new Headers({cookie: cookieHeader(stored.authCookies)})};

    const facts = {
      account,
      shopper: await callers.signedIn(asked, account, 'webstore'),
      admin: await callers.signedIn(asked, account, 'admin'),
      identified: this.#identifiedBy(stored),
      publicFields: stored?.publicFields ?? {},
      authCookies: authCookiesOf(asked, account),
    };

    return namespacesOf(facts, world);
  }

  /**
   * Finds the shopper that a session knows without a token: by an earlier login, or by the address that a
   * page gave.
   */
  #identifiedBy(stored: StoredSession | undefined): IdentifiedShopper | null {
    if (stored === undefined || this.#context.vtex.assumptions.sessionWithoutToken === 'anonymous')
      return null;

    const {lastShopper, publicFields} = stored;
    const given = publicFields['storeUserEmail']?.value;
    if (given !== undefined && given !== '') return {email: given, wasSignedIn: given === lastShopper};

    return lastShopper === null ? null : {email: lastShopper, wasSignedIn: true};
  }
}

/** Picks the authentication cookies of an account from those of a request. */
function authCookiesOf(request: Pick<Request, 'headers'>, account: VtexAccount): ReadonlyMap<string, string> {
  const names = [...authCookieNames('webstore', account), ...authCookieNames('admin', account)];
  return new Map([...cookiesOf(request)].filter(([name]) => names.includes(name)));
}

function cookieOf(name: string, value: string, {host, expires}: {host: string; expires: number}): VtexCookie {
  return {name, value, domain: host, path: '/', httpOnly: true, secure: true, expires};
}

function sessionIdOf(request: Request): string | null {
  const claims = decodeClaims(cookiesOf(request).get('vtex_session') ?? '');
  return stringOf(claims?.['id']) ?? null;
}

/** Signs the token of a session, the value of `vtex_session`. */
async function signSession({
  id,
  account,
  iat,
  jti,
}: {
  id: string;
  account: VtexAccount;
  iat: number;
  jti: string;
}): Promise<string> {
  const claims = {
    'account.id': account.id,
    id,
    version: 1,
    sub: 'session',
    account: 'session',
    exp: iat + SESSION_LIFE,
    iat,
    iss: 'token-emitter',
    jti,
  };

  const key = await importKey({alg: 'ES256', jwk: VTEX_TEST_KEY}, {published: []});
  return signCompact({alg: 'ES256', kid: VTEX_TEST_KID, typ: 'jwt'}, claims, key);
}
