import {decodeJwt} from 'jose';
import {signCompact} from '../../tokens/jws.ts';
import {importKey} from '../../tokens/key.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import {jsonOf} from './request-fields.ts';
import {credentialsOf} from './carriers.ts';
import {authCookieNames, cookiesOf} from './vtex-cookies.ts';
import {byEmail} from './email.ts';
import {withCookies} from './id/login.ts';
import {VTEX_TEST_KEY, VTEX_TEST_KID} from './vtex-test-key.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';

const {anyone} = routesOf('sessions');

/** Every value of a session; booleans are texts there. */
export type SessionNamespaces = Readonly<Record<string, Readonly<Record<string, {readonly value: string}>>>>;

/** Seconds that a session lives. */
const SESSION_LIFE = 8 * 86_400;

/**
 * Sessions, which tell a page who is signed in, since it cannot read the cookies; and the segment.
 *
 * @see https://developers.vtex.com/docs/api-reference/session-manager-api
 */
export function sessionManager({world, host, callers}: VtexParts): readonly VtexRoute[] {
  const sessions = new Map<string, Kept>();

  const namespacesOf = async ({request, account}: VtexCall, id: string): Promise<SessionNamespaces> => {
    const kept = sessions.get(id);
    const shown =
      credentialsOf(request, account).tokens.length > 0 || kept === undefined
        ? request
        : {headers: kept.signedInBy};

    const [shopper, admin] = [
      await callers.signedIn(shown, account, 'webstore'),
      await callers.signedIn(shown, account, 'admin'),
    ];

    const person = byEmail(world.people, shopper?.sub);
    const cookies = cookiesOf(shown);
    const names = authNamesOf(account);
    const segment = segmentOf(account);

    return {
      profile: valuesOf({
        isAuthenticated: String(shopper !== null),
        id: shopper?.userId,
        email: shopper?.sub,
        firstName: person?.firstName,
        lastName: person?.lastName,
        phone: person?.phone ?? undefined,
      }),
      authentication: valuesOf({
        storeUserId: shopper?.userId,
        storeUserEmail: shopper?.sub,
        adminUserId: admin?.userId,
        adminUserEmail: admin?.sub,
        customerId: textOf(shopper?.['customerId']),
        unitId: textOf(shopper?.['unitId']),
      }),
      account: valuesOf({id: account.id, accountName: account.name}),
      store: valuesOf({
        channel: segment.channel,
        countryCode: segment.countryCode,
        cultureInfo: segment.cultureInfo,
        currencyCode: segment.currencyCode,
        currencySymbol: segment.currencySymbol,
      }),
      public: kept?.fields ?? {},
      cookie: valuesOf(Object.fromEntries(names.map((name) => [name, cookies.get(name)]))),
    };
  };

  const answer = async (call: VtexCall, status: number): Promise<Response> => {
    const id = sessionIdOf(call.request) ?? (await host.uuid());
    const body = await jsonOf(call.request);

    sessions.set(id, {
      fields: {...sessions.get(id)?.fields, ...publicOf(body['public'])},
      signedInBy: authCookiesOf(call),
    });

    const iat = Math.floor(host.now() / 1000);
    const claims = {
      'account.id': call.account.id,
      id,
      version: 1,
      sub: 'session',
      account: 'session',
      exp: iat + SESSION_LIFE,
      iat,
      iss: 'token-emitter',
      jti: await host.uuid(),
    };

    const sessionToken = await signed(claims);
    const segmentToken = btoa(JSON.stringify(segmentOf(call.account)));

    const cookie = {
      domain: call.url.hostname,
      path: '/',
      httpOnly: true,
      secure: true,
      expires: iat + SESSION_LIFE,
    };

    const cookies = [
      {...cookie, name: 'vtex_session', value: sessionToken},
      {...cookie, name: 'vtex_segment', value: segmentToken},
    ];

    const items = call.url.searchParams.get('items');
    const told =
      items === null
        ? {sessionToken, segmentToken}
        : {id, namespaces: chosen(await namespacesOf(call, id), items)};

    return withCookies(Response.json(told, {status}), cookies);
  };

  return [
    anyone('GET /api/sessions', async (call) => {
      const id = sessionIdOf(call.request) ?? (await host.uuid());
      const items = call.url.searchParams.get('items') ?? '';
      return Response.json({id, namespaces: chosen(await namespacesOf(call, id), items)});
    }),
    anyone('POST /api/sessions', (call) => answer(call, 201)),
    anyone('PATCH /api/sessions', (call) => answer(call, 200)),
    anyone('GET /api/segments', ({account}) => Response.json(segmentOf(account))),
  ];
}

/** What VTEX keeps of a session, so that who has its `vtex_session` alone, as a service of VTEX IO, reads it too. */
interface Kept {
  readonly fields: Readonly<Record<string, {value: string}>>;
  /** The authentication cookies that it was made or changed with last. */
  readonly signedInBy: Headers;
}

function authCookiesOf({request, account}: VtexCall): Headers {
  const cookies = cookiesOf(request);
  const held = authNamesOf(account).filter((name) => cookies.has(name));
  return new Headers({cookie: held.map((name) => `${name}=${cookies.get(name) ?? ''}`).join('; ')});
}

function authNamesOf(account: VtexAccount): readonly string[] {
  return [...authCookieNames('webstore', account), ...authCookieNames('admin', account)];
}

interface Segment {
  readonly channel: string;
  readonly currencyCode: string;
  readonly currencySymbol: string;
  readonly countryCode: string;
  readonly cultureInfo: string;
  readonly [field: string]: string | null;
}

function segmentOf({currency, country, culture}: VtexAccount): Segment {
  const parts = new Intl.NumberFormat(culture, {style: 'currency', currency}).formatToParts(0);
  return {
    campaigns: null,
    channel: '1',
    priceTables: null,
    regionId: null,
    utm_campaign: null,
    utm_source: null,
    utmi_campaign: null,
    currencyCode: currency,
    currencySymbol: parts.find(({type}) => type === 'currency')?.value ?? currency,
    countryCode: country,
    cultureInfo: culture,
    channelPrivacy: 'public',
  };
}

/** `*`, or `profile.email,account.*`. */
function chosen(namespaces: SessionNamespaces, items: string): SessionNamespaces {
  const wanted = items.split(',').map((item) => item.trim());
  const isWanted = (name: string, key: string): boolean =>
    wanted.includes('*') ||
    wanted.includes(name) ||
    wanted.includes(`${name}.*`) ||
    wanted.includes(`${name}.${key}`);

  const kept = Object.entries(namespaces).map(([name, values]) => {
    return [name, Object.fromEntries(Object.entries(values).filter(([key]) => isWanted(name, key)))] as const;
  });

  return Object.fromEntries(kept.filter(([, values]) => Object.keys(values).length > 0));
}

function valuesOf(
  texts: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, {value: string}>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) => (value === undefined ? [] : [[key, {value}]])),
  );
}

function publicOf(given: unknown): Readonly<Record<string, {value: string}>> {
  if (typeof given !== 'object' || given === null) return {};
  const entries = Object.entries(given as Record<string, unknown>);

  return Object.fromEntries(
    entries.flatMap(([key, entry]) => {
      const value =
        typeof entry === 'object' && entry !== null ? textOf((entry as {value?: unknown}).value) : undefined;
      return value === undefined ? [] : [[key, {value}]];
    }),
  );
}

function sessionIdOf(request: Request): string | null {
  try {
    return textOf(decodeJwt(cookiesOf(request).get('vtex_session') ?? '')['id']) ?? null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

async function signed(claims: Readonly<Record<string, unknown>>): Promise<string> {
  const key = await importKey({alg: 'ES256', jwk: VTEX_TEST_KEY}, {published: []});
  return signCompact({alg: 'ES256', kid: VTEX_TEST_KID, typ: 'jwt'}, claims, key);
}
