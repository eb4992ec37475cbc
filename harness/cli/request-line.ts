import type {LoggedRequest} from '../core/simulation/request-log.ts';

/** A request as the terminal shows it, once it has been answered; `null` before. Holds claims, never a token. */
export function requestLine({
  method,
  url,
  status,
  duration,
  token,
  problem,
  preflight,
  outcome,
}: LoggedRequest): string | null {
  if (duration === null) return null;
  const claims = token === null ? 'no token' : `sub ${subject(token['sub'])}`;
  const cors = typeof preflight === 'string' ? '' : ', preflight refused';
  const line = `${method} ${url} -> ${status ?? outcome} (${claims}${cors}, ${Math.round(duration)} ms)`;
  return problem === null ? printable(line) : `${printable(line)}\n  ${problem}`;
}

function subject(sub: unknown): string {
  return typeof sub === 'string' ? sub : (JSON.stringify(sub) ?? 'none');
}

/** Replaces control characters, since the sender chose the claims, and they must not control the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
