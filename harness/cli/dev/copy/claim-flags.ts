import {recipeOf} from '../../../core/simulation/token-kinds.ts';
import type {TokenKind} from '../../../core/simulation/token-kinds.ts';
import type {LoggedRequest} from '../../../core/verdicts/logged-request.ts';
import {PEOPLE} from '../../../core/world/people.ts';
import type {Customer} from '../../../core/world/people.ts';
import type {World} from '../../../core/world/world.ts';
import {quoted} from '../../../audit/shell.ts';

/** The flags of `simhost token` for a token like the one of a request. */
export interface ClaimFlags {
  readonly flags: readonly string[];
  /** Whether the flags use the shell's variable `NOW`. */
  readonly isRelative: boolean;
}

const TIMES = ['nbf', 'iat', 'exp'];

/**
 * Finds the flags that mint a token with the same claims. Times are written relative to now, and only if the token was
 * not fresh. A case makes the wrong token by itself.
 */
export function claimFlags(
  {token, case: id, at}: LoggedRequest,
  {kind, world}: {readonly kind: TokenKind; readonly world: World},
): ClaimFlags {
  const customer = customerOf(token?.['sub']);
  const who = customerFlags(customer, token?.['sub']);
  if (id !== null) return {flags: [...who, '--case', id], isRelative: false};

  const now = Math.floor(at / 1000);
  const {claims: usual} = recipeOf(kind).draft({world, customer, now: at, jti: ''});
  const isFresh = Number(token?.['exp']) > now;

  const flags = Object.entries(token ?? {}).flatMap(([name, value]) => {
    if (name === 'jti' || name === 'sub') return [];
    if (TIMES.includes(name))
      return isFresh ? [] : ['--claim', `"${name}=$((NOW${signed(Number(value) - now)}))"`];
    const isUsual = JSON.stringify(value) === JSON.stringify(usual[name]);
    return isUsual ? [] : ['--claim', quoted(`${name}=${JSON.stringify(value)}`)];
  });

  return {flags: [...who, ...flags], isRelative: flags.some((flag) => flag.includes('$((NOW'))};
}

function customerOf(sub: unknown): Customer | null {
  return Object.values(PEOPLE).find(({id}) => id === sub) ?? null;
}

function customerFlags(customer: Customer | null, sub: unknown): readonly string[] {
  if (typeof sub !== 'string') return ['--customer', 'guest'];
  if (customer === null) return ['--sub', quoted(sub)];
  return customer.id === PEOPLE.bea.id ? ['--customer', 'bea'] : [];
}

function signed(seconds: number): string {
  return seconds < 0 ? String(seconds) : `+${seconds}`;
}
