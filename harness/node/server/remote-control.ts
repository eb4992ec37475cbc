import type {IncomingMessage} from 'node:http';
import {readCaseId} from '../../core/cases/catalogue.ts';
import type {Instant} from '../../clock.ts';
import {messageOf, SimhostError} from '../../errors.ts';
import {didYouMean, refuseUnknownKeys} from '../../known-values.ts';
import {defined, isRecord} from '../../records.ts';
import {shown} from '../../shown-value.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {MintOptions} from '../../core/simulation/issuer.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import {isSameKey} from '../http/same-key.ts';
import {CLOSES, readSmallBody, TOO_LARGE} from '../http/small-body.ts';

/** The path prefix of the routes by which scripts control a served simulation, with its id as their bearer token. */
export const CONTROL_PREFIX = '/.simhost/';

/** A simulation, as far as these routes need it. */
export type Controllable = Pick<
  SimulationCore,
  'id' | 'clock' | 'mint' | 'arm' | 'disarm' | 'signIn' | 'secrets' | 'accessTokens'
>;

type Body = Readonly<Record<string, unknown>>;

/** The options of VTEX's tokens. */
const VTEX_OPTIONS = ['account', 'admin', 'appKey', 'sess'] as const;

interface Route {
  readonly takes: readonly string[];
  readonly example: string;
  readonly run: (simulation: Controllable, body: Body) => Promise<object> | object;
}

const ROUTES: Readonly<Record<string, Route>> = {
  mint: {
    takes: ['kind', 'customer', 'claims', 'case', ...VTEX_OPTIONS],
    example: '{"kind": "checkout", "customer": "ada"}',
    run: async (simulation, {kind, ...options}) => ({
      token: await simulation.mint(kind as TokenKind, mintOptions(options)),
    }),
  },
  clock: {
    takes: ['advance', 'set', 'freeze', 'resume'],
    example: '{"advance": "6m"}',
    run: ({clock}, body) => {
      moveClock(clock, body);
      return {now: clock.now(), frozen: clock.state.frozenAt !== null};
    },
  },
  arm: {
    takes: ['case', 'times'],
    example: '{"case": "exp-past-60", "times": 1}',
    run: (simulation, {case: id, times}) => {
      simulation.arm(
        readCaseId(id),
        times === undefined ? {} : {times: times === 'Infinity' ? Infinity : (times as number)},
      );
      return {armed: id};
    },
  },
  disarm: {
    takes: ['case'],
    example: '{"case": "exp-past-60"}',
    run: (simulation, {case: id}) => {
      simulation.disarm(readCaseId(id));
      return {disarmed: id};
    },
  },
  'customer-access-token': {
    takes: [],
    example: '{}',
    run: async ({accessTokens}) => ({token: await accessTokens.issue()}),
  },
  customer: {
    takes: ['customer'],
    example: '{"customer": "bea"}',
    run: (simulation, {customer}) => {
      const chosen = customerOf(customer);
      if (chosen === undefined)
        throw new SimhostError('ERR_BAD_BODY', 'Name a customer.', {
          next: '{"customer": "bea"}, or "guest" for nobody.',
        });

      simulation.signIn(chosen);
      return {customer};
    },
  },
};

/** The paths of all of them. */
export const CONTROL_PATHS: readonly string[] = Object.keys(ROUTES).map((name) => `${CONTROL_PREFIX}${name}`);

/** Carries out a request that shows the simulation's id. Every refusal names the right form. */
export async function handleControlRequest(
  simulation: Controllable,
  message: IncomingMessage,
  pathname: string,
): Promise<Response> {
  const name = pathname.slice(CONTROL_PREFIX.length);
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  if (route === undefined) return refusal(404, unknownRoute(pathname));
  if (message.method !== 'POST')
    return refusal(405, {code: 'ERR_METHOD', error: `${pathname} takes POST.`}, {allow: 'POST'});
  if (!hasId(message, simulation.id)) {
    const error =
      `${pathname} needs the simulation's id, which "simhost serve" prints when it starts: ` +
      'Authorization: Bearer <id>.';
    return refusal(401, {code: 'ERR_NOT_ALLOWED', error}, {'www-authenticate': 'Bearer realm="simhost"'});
  }

  try {
    const given = await readSmallBody(message);
    if (given === null) return refusal(413, {code: 'ERR_BAD_BODY', error: TOO_LARGE}, CLOSES);

    const body = readBody(given, pathname, route);
    return Response.json(await route.run(simulation, body), {headers: NO_STORE});
  } catch (error) {
    if (error instanceof SimhostError) return refusal(400, {code: error.code, error: error.message});
    return refusal(500, {code: 'ERR_INTERNAL', error: messageOf(error)});
  }
}

const NO_STORE = {'cache-control': 'no-store'};

function refusal(
  status: number,
  body: {code: string; error: string},
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(body, {status, headers: {...NO_STORE, ...headers}});
}

function unknownRoute(pathname: string): {code: string; error: string} {
  return {
    code: 'ERR_UNKNOWN_PATH',
    error: `Nothing is at ${pathname}.\n${didYouMean(pathname, CONTROL_PATHS)}`,
  };
}

function hasId({headers}: IncomingMessage, id: string): boolean {
  return isSameKey(/^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1], id);
}

function readBody(given: string, pathname: string, {takes, example}: Route): Body {
  const body = parsed(given);
  if (!isRecord(body)) {
    throw new SimhostError('ERR_BAD_BODY', `The body of ${pathname} is not a JSON object.`, {
      next: `For example ${example}.`,
    });
  }

  refuseUnknownKeys(pathname, body, takes);
  return body;
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

function mintOptions({customer, claims, case: id, ...vtex}: Body): MintOptions {
  if (claims !== undefined && !isRecord(claims)) {
    throw new SimhostError('ERR_BAD_CLAIM', 'claims is not a JSON object.', {
      next: 'For example {"exp": 1700000000}.',
    });
  }

  const chosen = customerOf(customer);
  return {
    ...defined({customer: chosen, claims, case: id === undefined ? undefined : readCaseId(id)}),
    ...Object.fromEntries(Object.entries(vtex).map(([name, value]) => [name, requireString(name, value)])),
  };
}

function requireString(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new SimhostError('ERR_BAD_BODY', `${name} is not a string.`, {
    next: 'For example {"kind": "vtex-admin", "admin": "grace"}.',
  });
}

function customerOf(given: unknown): MintOptions['customer'] {
  if (given === undefined || given === null || typeof given === 'string')
    return given === 'guest' ? null : (given as MintOptions['customer']);
  if (isRecord(given)) return given as MintOptions['customer'];
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Not a customer: ${shown(given)}.`, {
    next: 'Give "ada", "bea", "guest" or {"id": "gid://shopify/Customer/1"}.',
  });
}

function moveClock(clock: Controllable['clock'], body: Body): void {
  const [how, ...others] = Object.keys(body);
  if (how === undefined || others.length > 0) {
    throw new SimhostError('ERR_BAD_BODY', 'The clock moves one way at a time.', {
      next: 'Give one of {"advance": "6m"}, {"set": "2027-01-01T00:00:00Z"}, {"freeze": true} and {"resume": true}.',
    });
  }

  const value = body[how];
  if (how === 'advance') clock.advance(value as string);
  else if (how === 'set') clock.set(value as Instant);
  else if (how === 'resume') clock.resume();
  else if (value === true) clock.freeze();
  else clock.freeze(value as Instant);
}
