import type {CaseStep, Exchange, Mechanism, NameAndValue, OutgoingRequest, Send, Sender} from './case.ts';

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

/** A good token about the right person, and somebody else in the query. */
export function forgedQuery(names: readonly string[], value: (sender: Sender) => string): Send {
  return async (given, sender) => {
    const forged = value(sender);
    const request = sender.carry(given, await sender.token());
    return {...request, query: [...request.query, ...names.map((name): NameAndValue => [name, forged])], forged: [forged]};
  };
}

/** The same in a JSON body. */
export function forgedBody(names: readonly string[], value: (sender: Sender) => string): Exchange {
  return async (given, sender) => {
    const forged = value(sender);
    const {body, ...request} = sender.carry(given, await sender.token());
    const fields = Object.fromEntries(names.map((name) => [name, forged]));
    const typed = withHeaders({...request, body: JSON.stringify({...jsonOf(body), ...fields})}, ['Content-Type', 'application/json']);
    return [{request: {...typed, method: request.method === 'GET' ? 'POST' : request.method, forged: [forged]}}];
  };
}

/** The same in a header. */
export function forgedHeaders(names: readonly string[], value: (sender: Sender) => string): Send {
  return async (given, sender) => {
    const forged = value(sender);
    const request = sender.carry(given, await sender.token());
    return {...withHeaders(request, ...names.map((name): NameAndValue => [name, forged])), forged: [forged]};
  };
}

/** The question that a browser asks before it sends the request. */
export function preflight(origin: string, {method, headers}: {method?: string; headers?: string} = {}): Exchange {
  return (given): readonly CaseStep[] => [
    {
      request: {
        method: 'OPTIONS',
        query: given.query,
        headers: [
          ['Origin', origin],
          ['Access-Control-Request-Method', method ?? given.method],
          ['Access-Control-Request-Headers', headers ?? 'authorization'],
        ],
        body: null,
      },
    },
  ];
}

/** Replaces headers of the same name, and adds those that are new. */
export function withHeaders(given: OutgoingRequest, ...headers: readonly NameAndValue[]): OutgoingRequest {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return {...given, headers: [...given.headers.filter(([name]) => !names.has(name.toLowerCase())), ...headers]};
}

function jsonOf(body: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
