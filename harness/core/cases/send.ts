import type {CaseFacts, CaseStep, Exchange, Mechanism, Send, Sender, TokenMutation} from './case.ts';
import {STAFF_PROFILES} from './expect.ts';
import type {NameAndValue, OutgoingRequest} from './outgoing-request.ts';

/** A mechanism that sends a good token in another way. */
export function request(send: Send | Readonly<Record<string, Send>>): Mechanism {
  return {at: 'request', variants: typeof send === 'function' ? {'': send} : send};
}

/** A mechanism of several requests, or of one that no page makes. */
export function exchange(steps: Exchange | Readonly<Record<string, Exchange>>): Mechanism {
  return {at: 'exchange', variants: typeof steps === 'function' ? {'': steps} : steps};
}

/** The good token in another spelling of the `Authorization` header. */
export function authorization(spell: (token: string) => string | readonly string[]): Send {
  return async (given, {token}) => {
    const values = spell(await token());
    return withHeaders(given, ...[values].flat().map((value): NameAndValue => ['Authorization', value]));
  };
}

/** The good token where it belongs, and headers beside it. */
export function beside(headers: readonly NameAndValue[]): Send {
  return async (given, {token, carry}) => withHeaders(carry(given, await token()), ...headers);
}

/** What stands beside the token and is not true. */
export interface Forged {
  readonly change: (request: OutgoingRequest) => OutgoingRequest;
  /** Values that the answer must not be about. */
  readonly values?: readonly string[];
  /** What the token beside it is, if not simply a good one. */
  readonly bend?: TokenMutation;
  /** What the answer is held against: by default the request with nothing beside the token. */
  readonly control?: (request: OutgoingRequest) => OutgoingRequest;
}

/** A good token, and beside it something else that the answer must not follow. */
export async function forged(
  given: OutgoingRequest,
  sender: Sender,
  {change, values = [], bend, control}: Forged,
): Promise<OutgoingRequest> {
  const carried = async (): Promise<OutgoingRequest> => sender.carry(given, await sender.token(bend));
  const plain = await carried();
  return {...change(await carried()), forged: values, control: control?.(plain) ?? plain};
}

/** A good token about the right person, and somebody else in the query; held against `nobodys` value, or none. */
export function forgedQuery(
  names: readonly string[],
  value: (sender: Sender) => string,
  nobodys?: string,
): Send {
  const naming =
    (named: string) =>
    (sent: OutgoingRequest): OutgoingRequest =>
      withQuery(sent, ...names.map((name): NameAndValue => [name, named]));

  return (given, sender) => {
    const other = value(sender);
    return forged(given, sender, {
      values: [other],
      change: naming(other),
      ...(nobodys === undefined ? {} : {control: naming(nobodys)}),
    });
  };
}

/** The same in a JSON body. */
export function forgedBody(
  names: readonly string[],
  value: (sender: Sender) => string,
  nobodys?: string,
): Exchange {
  return async (given, sender) => {
    const other = value(sender);
    const json = withHeaders(given, ['Content-Type', 'application/json']);
    const posted = {
      ...json,
      method: given.method === 'GET' ? 'POST' : given.method,
      body: JSON.stringify(jsonOf(given.body)),
    };

    const naming =
      (named: string) =>
      (sent: OutgoingRequest): OutgoingRequest => {
        const fields = Object.fromEntries(names.map((name) => [name, named]));
        return {...sent, body: JSON.stringify({...jsonOf(given.body), ...fields})};
      };

    const control = nobodys === undefined ? {} : {control: naming(nobodys)};
    return [{request: await forged(posted, sender, {values: [other], change: naming(other), ...control})}];
  };
}

/** The same in a header. */
export function forgedHeaders(names: readonly string[], value: (sender: Sender) => string): Send {
  return (given, sender) => {
    const other = value(sender);
    return forged(given, sender, {
      values: [other],
      change: (sent) => withHeaders(sent, ...names.map((name): NameAndValue => [name, other])),
    });
  };
}

/** Where the scripts of extensions are from. */
export const SHOPIFYCDN = 'https://extensions.shopifycdn.com';

/**
 * Where the pages are from that call a backend of this profile: extensions of checkout and accounts have an opaque origin,
 * those of staff that of their script, and Minis that of their web view.
 */
export function pageOrigin({profile}: Pick<CaseFacts, 'profile'>): string {
  if (profile === 'shop-minis') return 'http://localhost:5173';
  return STAFF_PROFILES.includes(profile) ? SHOPIFYCDN : 'null';
}

/** The question that a browser asks before it sends the request; from the profile's own page where no origin is given. */
export function preflight(
  origin: string | null,
  {method, headers}: {method?: string; headers?: string} = {},
): Exchange {
  return (given, {facts}): readonly CaseStep[] => [
    {
      request: {
        method: 'OPTIONS',
        query: given.query,
        headers: [
          ['Origin', origin ?? pageOrigin(facts)],
          ['Access-Control-Request-Method', method ?? given.method],
          ['Access-Control-Request-Headers', headers ?? 'authorization'],
        ],
        body: null,
      },
    },
  ];
}

/** Adds to the query. */
export function withQuery(given: OutgoingRequest, ...query: readonly NameAndValue[]): OutgoingRequest {
  return {...given, query: [...given.query, ...query]};
}

/** Replaces headers of the same name, and adds those that are new. */
export function withHeaders(given: OutgoingRequest, ...headers: readonly NameAndValue[]): OutgoingRequest {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return {
    ...given,
    headers: [...given.headers.filter(([name]) => !names.has(name.toLowerCase())), ...headers],
  };
}

function jsonOf(body: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
