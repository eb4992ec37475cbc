import type {Profile} from '../core/cases/case.ts';
import {APP_SIGNED_PROFILES} from '../core/cases/profile-groups.ts';
import {tokensOf} from '../core/cases/profiles.ts';
import type {Claims} from '../core/tokens/jws.ts';
import {PEOPLE} from '../core/world/people.ts';
import type {Customer} from '../core/world/people.ts';
import type {Backend} from './backend.ts';

/** Claims that differ in each token. */
const OWN_TO_A_TOKEN: ReadonlySet<string> = new Set(['exp', 'iat', 'nbf', 'jti']);

/** A kind of token that the app's secret signs. */
interface TokenKind {
  readonly profile: Profile;
  readonly customer: Customer | null;
}

/**
 * Finds out which claims the backend demands, though valid tokens of the route do not have them: it sends tokens with the
 * claims of other surfaces, then takes one claim after the other away. Returns `null` if no such token is accepted.
 */
export async function demandedClaims(backend: Backend): Promise<string | null> {
  const {profile, customer} = backend.config;
  if (!APP_SIGNED_PROFILES.includes(profile)) return null;

  const own = claimsOf({profile, customer}, backend);
  for (const kind of otherKinds({profile, customer})) {
    const differences = differencesFrom(own, claimsOf(kind, backend));

    for (const change of [additionsIn(differences, own), differences]) {
      if (Object.keys(change).length === 0 || !(await isAccepted(backend, change))) continue;
      const needed = await neededOf(change, backend);
      return describeDemand({profile, customer}, kind, {own, change, needed});
    }
  }

  return null;
}

/** The kinds to try. A guest's token is compared with a customer's first. */
function otherKinds({profile, customer}: TokenKind): readonly TokenKind[] {
  const signedIn = customer === null ? [{profile, customer: PEOPLE.ada}] : [];
  const others = APP_SIGNED_PROFILES.filter((other) => tokensOf(other).kind !== tokensOf(profile).kind).map(
    (other) => ({
      profile: other,
      customer: customer ?? PEOPLE.ada,
    }),
  );

  return [...signedIn, ...others];
}

function claimsOf({profile, customer}: TokenKind, {config: {world}, timing}: Backend): Claims {
  return tokensOf(profile).recipe.draft({world, customer, now: timing.now(), jti: '', sess: ''}).claims;
}

/** Returns the claims to set so that one token is like another; `undefined` takes a claim away. */
function differencesFrom(own: Claims, other: Claims): Claims {
  const names = new Set([...Object.keys(other), ...Object.keys(own)]);
  const different = [...names].filter((name) => !OWN_TO_A_TOKEN.has(name) && own[name] !== other[name]);
  return Object.fromEntries(different.map((name) => [name, other[name]]));
}

/** Returns the claims that the token does not have at all. */
function additionsIn(differences: Claims, own: Claims): Claims {
  return Object.fromEntries(Object.entries(differences).filter(([name]) => own[name] === undefined));
}

/** Takes one claim after the other away, and returns those without which the token is refused. */
async function neededOf(change: Claims, backend: Backend): Promise<readonly string[]> {
  const needed: string[] = [];
  for (const name of Object.keys(change)) {
    const {[name]: _left, ...others} = change;
    if (!(await isAccepted(backend, others))) needed.push(name);
  }

  return needed;
}

async function isAccepted(backend: Backend, change: Claims): Promise<boolean> {
  const reply = await backend.ask(() =>
    backend.good({mutate: (good) => ({...good, claims: {...good.claims, ...change}})}),
  );
  return !('failure' in reply) && backend.config.accepts(reply);
}

interface Demand {
  readonly own: Claims;
  readonly change: Claims;
  /** The claims without which the token is refused. */
  readonly needed: readonly string[];
}

function describeDemand(
  {profile, customer}: TokenKind,
  kind: TokenKind,
  {own, change, needed}: Demand,
): string {
  const isFor = `If the route is for tokens of ${kind.profile}, use --profile ${kind.profile}.`;
  if (needed.length === 0) return `the route takes tokens of ${kind.profile}. ${isFor}`;

  const missing = needed.filter((name) => own[name] === undefined);
  const other = needed.filter((name) => own[name] !== undefined);
  const holder = customer === null ? `tokens of guests (${profile})` : `tokens of ${profile}`;
  const demands = [
    ...(missing.length === 0
      ? []
      : [
          `${missing.length === 1 ? 'the claim' : 'the claims'} ${listed(missing)}, which ${holder} do not have`,
        ]),
    ...other.map((name) => formDemanded(name, change[name])),
  ];

  const claim = needed.length === 1 ? 'this claim' : 'these claims';
  const cure = `Do not demand ${claim}.`;
  return `the backend demands ${demands.join('; and ')}. ${kind.profile === profile ? cure : `${isFor} Else: ${cure.toLowerCase()}`}`;
}

/** Names a claim that must have another form, or be missing. */
function formDemanded(name: string, value: unknown): string {
  if (value === undefined) return `a token without ${name}`;
  return name === 'dest' ? `dest like ${JSON.stringify(value)}` : `${name} like that of other surfaces`;
}

function listed(names: readonly string[]): string {
  const [last, ...before] = names.toReversed();
  return before.length === 0 ? String(last) : `${before.toReversed().join(', ')} and ${last}`;
}
