import type {NameAndValue, OutgoingRequest} from './outgoing-request.ts';

/** Adds to the query. */
export function withQuery(given: OutgoingRequest, ...query: readonly NameAndValue[]): OutgoingRequest {
  return {...given, query: [...given.query, ...query]};
}

/** Replaces headers of the same name, and adds the others. */
export function withHeaders(given: OutgoingRequest, ...headers: readonly NameAndValue[]): OutgoingRequest {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const kept = given.headers.filter(([name]) => !names.has(name.toLowerCase()));

  return {...given, headers: [...kept, ...headers]};
}

/** Replaces the body by JSON, in a request whose method allows a body. */
export function withJsonBody(
  given: OutgoingRequest,
  fields: Readonly<Record<string, unknown>>,
): OutgoingRequest {
  return {
    ...withHeaders(given, ['Content-Type', 'application/json']),
    method: given.method === 'GET' ? 'POST' : given.method,
    body: JSON.stringify(fields),
  };
}

/** Reads the fields of a JSON body. Any other body has none. */
export function jsonFields(body: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
