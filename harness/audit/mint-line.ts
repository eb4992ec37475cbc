import {createHmac} from 'node:crypto';
import type {CaseId} from '../core/cases/case-id.ts';
import {caseOf} from '../core/cases/catalogue.ts';
import {tokensOf} from '../core/cases/profiles.ts';
import {recipeOf} from '../core/simulation/token-kinds.ts';
import type {TokenKind} from '../core/simulation/token-kinds.ts';
import type {Claims} from '../core/tokens/jws.ts';
import {PEOPLE} from '../core/world/people.ts';
import type {Customer} from '../core/world/people.ts';
import {appFlags, customerFlags} from './audit-line.ts';
import type {AuditConfig} from './options.ts';
import {claimOption, option} from './shell.ts';

/** A token that a case sent. */
export interface SentToken {
  readonly token: string;
  readonly id: CaseId;
  readonly variant: string;
  /** The ids that were generated for tokens. They have no meaning. */
  readonly jtis: readonly string[];
  /** Seconds since 1970 at which it was made. */
  readonly now: number;
}

/** The command that mints a token like this one, with the secret from the environment; `null` if no command can. */
export function mintLine(sent: SentToken, config: AuditConfig): string | null {
  const {id, variant} = sent;
  const {mechanism, needs} = caseOf(id);
  const {profile, customer, platform} = config;
  if (platform !== undefined || needs !== undefined) return null;

  const {kind} = tokensOf(profile);
  if (mechanism.kind !== 'token') return profile === 'vtex' ? null : mintLike(sent, config, kind);

  const isFirst = Object.keys(mechanism.variants)[0] === variant;
  return command({kind, customer}, config, ['--case', id, ...(isFirst ? [] : option('variant', variant))]);
}

interface TokenGuess {
  readonly kind: TokenKind;
  readonly customer: Customer | null;
}

/** Describes a token by its claims: its kind, its customer, and the claims that are unusual. */
function mintLike(sent: SentToken, config: AuditConfig, kind: TokenKind): string | null {
  const claims = claimsIn(sent.token);
  if (claims === null) return null;

  const about = [config.customer, null, PEOPLE.ada, PEOPLE.bea];
  const candidates = [kind, ...OTHER_KINDS].flatMap((each) =>
    about.map((customer): TokenGuess => ({kind: each, customer})),
  );

  const likenesses = candidates.flatMap((made) => likenessOf(sent, claims, made, config) ?? []);
  const [closest] = likenesses.toSorted((a, b) => a.flags.length - b.flags.length);
  return closest === undefined ? null : command(closest.made, config, closest.flags);
}

/** Kinds that are signed with the app's secret, and that a case may send to a route for another. */
const OTHER_KINDS: readonly TokenKind[] = ['admin', 'checkout', 'post-purchase'];

interface Likeness {
  readonly made: TokenGuess;
  /** The flags that turn the guess into the token. */
  readonly flags: readonly string[];
}

/** `null`: it is signed otherwise, or lacks a claim, which no flag takes away. */
function likenessOf(
  {token, jtis, now}: SentToken,
  claims: Claims,
  made: TokenGuess,
  {world}: AuditConfig,
): Likeness | null {
  const jti = String(claims['jti'] ?? claims['sub'] ?? '');
  const {
    header,
    claims: good,
    key,
  } = recipeOf(made.kind).draft({world, customer: made.customer, now: now * 1000, jti});

  if (!('secret' in key) || !token.startsWith(`${encoded(header)}.`) || !isSigned(token, key.secret))
    return null;
  if (Object.keys(good).some((name) => !Object.hasOwn(claims, name))) return null;

  const shift = Number(claims['exp']) - Number(good['exp']);
  if (Number.isNaN(shift)) return null;

  const unusual = Object.entries(claims).filter(([name, value]) => {
    if (name === 'jti') return !jtis.includes(String(value));
    const usual = TIMES.has(name) ? Number(good[name]) + shift : good[name];
    return JSON.stringify(value) !== JSON.stringify(usual);
  });

  const flags = unusual.flatMap(([name, value]) => claimOption(name, value));
  return {made, flags: [...(shift === 0 ? [] : expiry(Number(claims['exp']) - now)), ...flags]};
}

const TIMES: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat']);

function expiry(left: number): readonly string[] {
  if (left === -60) return ['--case', 'exp-past-60'];
  return ['--claim', `"exp=$(($(date +%s) ${left < 0 ? '-' : '+'} ${Math.abs(left)}))"`];
}

function command({kind, customer}: TokenGuess, {world}: AuditConfig, flags: readonly string[]): string {
  const foreign = kind.startsWith('vtex-');
  const isStaff = kind === 'admin' || kind === 'pos';
  return [
    'npx simhost token',
    kind,
    ...(foreign ? [] : appFlags(world)),
    ...(isStaff ? [] : aboutFlags(customer)),
    ...flags,
  ].join(' ');
}

function aboutFlags(customer: Customer | null): readonly string[] {
  const documented = customer === null || Object.values(PEOPLE).some(({id}) => id === customer.id);
  return documented ? customerFlags(customer) : option('sub', customer.id);
}

function claimsIn(token: string): Claims | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? (claims as Claims) : null;
  } catch {
    return null;
  }
}

function encoded(header: Claims): string {
  return Buffer.from(JSON.stringify(header)).toString('base64url');
}

function isSigned(token: string, secret: string): boolean {
  const at = token.lastIndexOf('.');
  return createHmac('sha256', secret).update(token.slice(0, at)).digest('base64url') === token.slice(at + 1);
}
