import {isRecord} from '../../records.ts';

/** Facts that the log states about an answer of a GraphQL API, besides its status. */
export interface StatedFacts {
  /** The places whose values the world does not have. Default: none. */
  readonly generated?: readonly string[];
  /** The version of the schema that answered, if it is not the version in the URL. */
  readonly schema?: string;
  /** The case that made the answer. */
  readonly case?: string;
}

/**
 * The header in which a platform states these facts. The server removes it from the answer and logs it.
 */
export const STATED_HEADER = 'x-simhost-answer';

/** Writes the header. The facts are encoded, because header values are limited to Latin-1. */
export function statedHeader(facts: StatedFacts): Record<string, string> {
  if (Object.keys(facts).length === 0) return {};
  return {[STATED_HEADER]: encodeURIComponent(JSON.stringify(facts))};
}

/** The facts about broken connections, which have no headers. */
const broken = new WeakMap<Response, StatedFacts>();

/** Makes the answer by which MSW breaks the connection. */
export function brokenConnection(facts: StatedFacts): Response {
  const response = Response.error();
  broken.set(response, facts);
  return response;
}

/** Reads the facts; none if the answer states none. */
export function statedIn(response: Response): StatedFacts {
  const known = broken.get(response);
  if (known !== undefined) return known;

  const written = response.headers.get(STATED_HEADER);
  return written === null ? {} : (JSON.parse(decodeURIComponent(written)) as StatedFacts);
}

/** Lists the places with generated values that a GraphQL answer names in its `extensions`. */
export function generatedOf({extensions}: {readonly extensions?: unknown}): StatedFacts {
  const simhost = isRecord(extensions) ? extensions['simhost'] : undefined;
  const places = isRecord(simhost) ? simhost['generated'] : undefined;
  return Array.isArray(places) ? {generated: places as string[]} : {};
}
