import {appFlags} from '../../audit/audit-line.ts';
import {claimOption, option} from '../../audit/shell.ts';
import {recipeOf} from '../../core/simulation/token-kinds.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import type {Claims} from '../../core/tokens/jws.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {PEOPLE} from '../../core/world/people.ts';
import type {Customer} from '../../core/world/people.ts';
import {createWorld} from '../../core/world/world.ts';
import type {World} from '../../core/world/world.ts';

/** The flags of `simhost token` for a token like the one of a request. */
export interface ClaimFlags {
  readonly flags: readonly string[];
  /** Whether the flags use the shell's variable `NOW`. */
  readonly isRelative: boolean;
}

/** A token as the flags are read from it: its claims, its case, and the time from which its times are measured. */
export type FlaggedToken = Pick<LoggedRequest, 'token' | 'case' | 'at'>;

/** The kind of the token, and the world that issued it. */
interface Issuer {
  readonly kind: TokenKind;
  readonly world: World;
}

const TIMES = ['nbf', 'iat', 'exp'];

/**
 * Finds the flags that mint a token with the same claims. Times are written relative to now, and only if the token was
 * not fresh, or lived longer or shorter than usual. A case makes the wrong token by itself.
 */
export function claimFlags({token, case: id, at}: FlaggedToken, issuer: Issuer): ClaimFlags {
  const {flags: who, claims: usual} = subjectOf(token, issuer, at);
  if (id !== null) return {flags: [...who, ...option('case', id)], isRelative: false};

  const claims = token ?? {};
  const now = Math.floor(at / 1000);
  const isFresh = isUsualLife(claims, usual, now);
  const isUsual = (name: string, value: unknown): boolean =>
    Object.hasOwn(usual, name) &&
    ((name === 'jti' && isId(value)) || JSON.stringify(value) === JSON.stringify(usual[name]));

  const flags = Object.entries(claims).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const time = TIMES.includes(name) ? relativeTime(name, value, now) : null;
    if (time !== null) return isFresh && Object.hasOwn(usual, name) ? [] : ['--claim', time];
    return isUsual(name, value) ? [] : claimOption(name, value);
  });

  const missing = Object.keys(usual).filter((name) => claims[name] === undefined);
  const all = [...who, ...flags, ...missing.flatMap((name) => option('without', name))];
  return {flags: all, isRelative: flags.some((flag) => flag.startsWith('"'))};
}

/** Returns the flags for the app, shop or account of tokens, unless they are the defaults. */
export function ofApp(kind: TokenKind, world: World): readonly string[] {
  if (!kind.startsWith('vtex-')) return appFlags(world);
  const {name} = world.vtex.account;
  return name === createWorld().vtex.account.name ? [] : option('account', name);
}

interface Subject {
  readonly flags: readonly string[];
  /** The claims of a good token with these flags. */
  readonly claims: Claims;
}

/** Finds the flags for the customer of a token. Without flags it is Ada's. */
function subjectOf(token: Claims | null, {kind, world}: Issuer, at: number): Subject {
  const issuing = worldOfCommand(world);
  const about = (customer: Customer | null, flags: readonly string[]): Subject => ({
    flags,
    claims: recipeOf(kind).draft({world: issuing, customer, now: at, jti: 'id'}).claims,
  });

  const ada = about(PEOPLE.ada, []);
  if (token === null || WITHOUT_CUSTOMER.has(kind)) return ada;

  const {sub} = token;
  const others = [
    about(PEOPLE.bea, ['--customer', 'bea']),
    ...(kind === 'vtex-shopper' ? [] : [about(null, ['--customer', 'guest'])]),
    ...(isCustomerId(sub) ? [about({...PEOPLE.ada, id: sub}, option('sub', sub))] : []),
  ];
  return [ada, ...others].find(({claims}) => claims['sub'] === sub) ?? ada;
}

/** The kinds of token that are about nobody of the shop. */
const WITHOUT_CUSTOMER: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'admin',
  'pos',
  'vtex-admin',
  'vtex-appkey',
]);

/** Returns the world of `simhost token`, which takes the app, the domain of the shop, and the name of the account. */
function worldOfCommand({app, shop: {domain}, vtex: {account}}: World): World {
  return {...createWorld({shop: {domain}, vtex: {account: account.name}}), app};
}

function isCustomerId(sub: unknown): sub is string {
  return typeof sub === 'string' && /^gid:\/\/shopify\/Customer\/[1-9]\d*$/.test(sub);
}

/** Whether a token is valid now, and its times have the same distances as those of a good one. */
function isUsualLife(claims: Claims, usual: Claims, now: number): boolean {
  const distance = (of: Claims, name: string): number => Number(of[name]) - Number(of['iat']);
  return TIMES.filter((name) => Object.hasOwn(usual, name)).every((name) => {
    const time = claims[name];
    const isInTime = typeof time === 'number' && (name === 'exp' ? time > now : time <= now);
    return isInTime && distance(claims, name) === distance(usual, name);
  });
}

/** Whether a value is an id that differs for each token, so a copy must not repeat it. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** Seconds of ten years. A time further away is a separate mistake, and not the age of a token. */
const FAR = 315_360_000;

/** Writes a claim by its distance to now; null for a value that has none. */
function relativeTime(name: string, value: unknown, now: number): string | null {
  if (typeof value !== 'number' || value < 0) return null;

  const distance = Math.trunc(value) - now;
  if (Math.abs(distance) > FAR) return null;

  const [, fraction] = String(value).split('.');
  const rest = fraction === undefined ? '' : `.${fraction}`;
  return `"${name}=$((NOW${distance < 0 ? distance : `+${distance}`}))${rest}"`;
}
