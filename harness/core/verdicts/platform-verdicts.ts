import {isRecord} from '../../records.ts';
import {nextStep} from './graphql-verdicts.ts';
import type {LoggedRequest} from './logged-request.ts';
import type {Reason, Verdict} from '../../wire/verdict.ts';

/** Explains the failure of a handler of the test or of the platform. */
export function handlerThrew({method, url}: {method: string; url: string}, message: string): Reason {
  return {cause: `the handler of ${method} ${url} threw: ${message}`, turn: 'set-up', fix: null};
}

/** Explains a path that no server can decode. Its sender has to encode it. */
export function malformedPath(
  {method, url}: {method: string; url: string},
  sender: LoggedRequest['sender'],
): Reason {
  return {
    cause: `the path of ${method} ${url} has invalid percent-encoding`,
    turn: sender === 'backend' ? 'backend' : 'extension',
    fix: 'Encode each part of the path with encodeURIComponent().',
  };
}

/** Explains that a handler of the test wants the real network, which a simulation does not reach. */
export function passedThrough({method, url}: {method: string; url: string}): Reason {
  return {
    cause: `the handler of ${method} ${url} passes the request through, but a simulation reaches no network`,
    turn: 'set-up',
    fix: null,
  };
}

/** Explains a request to an endpoint that the simulation lacks. `known` lists those of the host. */
export function unknownEndpoint(method: string, url: URL, known: readonly string[]): Reason {
  const {host, origin, pathname} = url;
  return {
    cause: `the simulated platform has no ${method} ${origin}${pathname}`,
    turn: 'set-up',
    fix: known.length === 0 ? `There are no endpoints at ${host}.` : `Known at ${host}: ${known.join(', ')}.`,
  };
}

/** Explains that the platform broke a connection, as a test or a case asked for. */
export function connectionBroken(method: string, url: string, reason: Reason | null = null): Verdict {
  const asked: Reason = {cause: 'the simulated platform broke the connection', turn: 'nobody', fix: null};
  return {headline: `${method} ${url} has no answer`, ...(reason ?? asked)};
}

/** The number of GraphQL errors that a sentence names. */
const NAMED_ERRORS = 3;

/**
 * Explains a GraphQL answer with `errors`, which has the status 200. Returns `null` if it has none. It is the
 * turn of the side that sent the query.
 *
 * @param schema the version that answered, if it is not the version in the URL
 * @see https://spec.graphql.org/October2021/#sec-Errors
 */
export function graphqlErrors(
  body: unknown,
  sender: LoggedRequest['sender'] = 'browser',
  schema: LoggedRequest['schema'] = null,
): Reason | null {
  const errors = isRecord(body) && Array.isArray(body['errors']) ? body['errors'].filter(isRecord) : [];
  if (errors.length === 0) return null;

  const named = errors.slice(0, NAMED_ERRORS).map(describeError);
  const more = errors.length > NAMED_ERRORS ? [`and ${errors.length - NAMED_ERRORS} more`] : [];
  const isWhole = isRecord(body) && isRecord(body['data']);

  const what = `the answer has GraphQL errors${isWhole ? '' : ' and no data'}`;
  const version = schema === null ? '' : ` (version ${schema} answered, not that of the URL)`;
  const {turn, fix} = nextStep(errors);
  return {
    cause: `${what}${version}: ${[...named, ...more].join('; ')}`,
    turn: sender === 'backend' && turn === 'extension' ? 'backend' : turn,
    fix,
  };
}

/** Writes the first line of a message, which names the field, and its path if the line does not. */
function describeError({message, path}: Readonly<Record<string, unknown>>): string {
  const [line = ''] = String(message).split('\n');
  const text = line.replace(/\.$/, '');
  const field = Array.isArray(path) ? path.filter((part) => typeof part === 'string').join('.') : '';
  const last = field.split('.').at(-1) ?? '';
  return field === '' || text.includes(last) ? text : `${text} (at ${field})`;
}
