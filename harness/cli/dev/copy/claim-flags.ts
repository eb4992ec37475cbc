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

/** A token as the flags are read from it: its claims, its case, and the time from which its times are measured. */
export type FlaggedToken = Pick<LoggedRequest, 'token' | 'case' | 'at'>;

const TIMES = ['nbf', 'iat', 'exp'];

/**
 * Finds the flags that mint a token with the same claims. Times are written relative to now, and only if the token was
 * not fresh, or lived longer or shorter than usual. A case makes the wrong token by itself.
 */
export function claimFlags(
  {token, case: id, at}: FlaggedToken,
  {kind, world}: {readonly kind: TokenKind; readonly world: World},
): ClaimFlags {
  const claims = token ?? {};
  const isOfCustomer = !kind.startsWith('vtex-') && kind !== 'admin' && kind !== 'pos';
  const customer = isOfCustomer ? customerOf(claims['sub']) : PEOPLE.ada;
  const who = isOfCustomer ? customerFlags(customer, claims['sub']) : subjectFlags(claims['sub']);
  if (id !== null) return {flags: [...who, '--case', id], isRelative: false};

  const now = Math.floor(at / 1000);
  const {claims: usual} = recipeOf(kind).draft({world, customer, now: at, jti: ''});
  const isUsualLife = Number(claims['exp']) > now && hasSameLife(claims, usual);

  const flags = Object.entries(claims).flatMap(([name, value]) => {
    if (name === 'jti' || name === 'sub' || value === undefined) return [];
    if (TIMES.includes(name) && typeof value === 'number')
      return isUsualLife ? [] : ['--claim', `"${name}=$((NOW${signed(value - now)}))"`];
    const isUsual = JSON.stringify(value) === JSON.stringify(usual[name]);
    return isUsual ? [] : ['--claim', quoted(`${name}=${JSON.stringify(value)}`)];
  });

  const missing = Object.keys(usual).filter((name) => name !== 'sub' && claims[name] === undefined);
  const all = [...who, ...flags, ...missing.flatMap((name) => ['--without', quoted(name)])];
  return {flags: all, isRelative: flags.some((flag) => flag.includes('$((NOW'))};
}

/** Whether the times of a token have the same distances as those of a good one. */
function hasSameLife(
  claims: Readonly<Record<string, unknown>>,
  usual: Readonly<Record<string, unknown>>,
): boolean {
  const distance = (of: Readonly<Record<string, unknown>>, name: string): number =>
    Number(of[name]) - Number(of['iat']);
  return TIMES.every((name) => usual[name] === undefined || distance(claims, name) === distance(usual, name));
}

function subjectFlags(sub: unknown): readonly string[] {
  return typeof sub === 'string' ? ['--sub', quoted(sub)] : [];
}

function customerOf(sub: unknown): Customer | null {
  return Object.values(PEOPLE).find(({id, email}) => id === sub || email === sub) ?? null;
}

function customerFlags(customer: Customer | null, sub: unknown): readonly string[] {
  if (typeof sub !== 'string') return ['--customer', 'guest'];
  if (customer === null) return ['--sub', quoted(sub)];
  return customer.id === PEOPLE.bea.id ? ['--customer', 'bea'] : [];
}

function signed(seconds: number): string {
  return seconds < 0 ? String(seconds) : `+${seconds}`;
}
