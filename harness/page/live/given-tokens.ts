import {isRecord} from '../../records.ts';
import {isLoopback} from '../../wire/loopback.ts';

/** The tokens that the simulation has given this page. */
const tokens = new Set<string>();

/** Notes the token in the reply to a question, if it has one. */
export function noteToken(reply: unknown): void {
  const value = isRecord(reply) ? reply['value'] : null;
  if (!isRecord(value)) return;

  const {value: session, data} = value;
  for (const token of [session, isRecord(data) ? data['token'] : null])
    if (typeof token === 'string') tokens.add(token);
}

/**
 * Whether a request would carry a simulated token to a host outside of this machine. The real host could do nothing with
 * it but refuse it.
 */
export function takesTokenAway(address: string, headers: Headers): boolean {
  if (!URL.canParse(address, document.baseURI)) return false;
  if (isLoopback(new URL(address, document.baseURI).hostname)) return false;

  const values = [...headers.values()];
  return [...tokens].some((token) => values.some((value) => value.includes(token)));
}
