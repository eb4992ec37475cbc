import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {whoOf} from '../../core/simulation/request-entry.ts';
import type {TokenLife} from '../../wire/token-life.ts';

/** The tokens that are kept. */
const MOST = 12;

/** Lists the newest tokens that extensions sent, in order of issue. */
export function tokenLives(requests: readonly LoggedRequest[]): readonly TokenLife[] {
  const lives = new Map<number, TokenLife>();

  for (const {token, tokenFacts, case: id, method} of requests) {
    const number = tokenFacts?.number;
    const [from, until] = [token?.['iat'], token?.['exp']];
    const isComplete = typeof from === 'number' && typeof until === 'number';
    if (number == null || !isComplete || method === 'OPTIONS') continue;

    const sent = (lives.get(number)?.sent ?? 0) + 1;
    lives.set(number, {number, who: whoOf(token ?? null) ?? 'a guest', case: id, from, until, sent});
  }

  return [...lives.values()].toSorted((one, other) => one.number - other.number).slice(-MOST);
}
