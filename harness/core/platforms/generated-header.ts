import {isRecord} from '../../records.ts';

/**
 * The header in which a platform lists the places of an answer whose values the world does not have. The server removes
 * it from the answer and logs it.
 */
export const GENERATED_HEADER = 'x-simhost-generated';

/** Writes the header for a GraphQL answer, if it has generated values. */
export function generatedHeader({extensions}: {readonly extensions?: unknown}): Record<string, string> {
  const simhost = isRecord(extensions) ? extensions['simhost'] : undefined;
  if (!isRecord(simhost)) return {};
  return {[GENERATED_HEADER]: encodeURIComponent(JSON.stringify(simhost['generated']))};
}

/** Reads the places; empty if the answer has none. */
export function generatedIn(headers: Headers): readonly string[] {
  const written = headers.get(GENERATED_HEADER);
  return written === null ? [] : (JSON.parse(decodeURIComponent(written)) as string[]);
}
