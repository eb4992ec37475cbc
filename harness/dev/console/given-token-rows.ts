import {SimhostError} from '../../errors.ts';
import type {IssuedToken} from '../../core/simulation/remembered-tokens.ts';
import type {Journal} from '../../core/simulation/journal.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {tokenDetail} from '../../core/simulation/token-detail.ts';
import {decodeClaims, decodeHeader} from '../../core/tokens/jws.ts';
import {PEOPLE} from '../../core/world/people.ts';
import {AT_PRESENT} from '../../wire/time-claim.ts';
import type {TokenRow, TokenView} from '../../wire/token-row.ts';

/** The tokens that are listed. */
const MOST = 200;

/** The parts that a token is described from. */
export interface TokenParts {
  readonly simulation: SimulationCore;
  readonly journal: Journal;
  /** The numbers of the tokens that a person made in the console. */
  readonly ownTokens: ReadonlySet<number>;
}

/** Lists the newest tokens that were given out, in order of issue. */
export function tokenRows(parts: TokenParts): readonly TokenRow[] {
  const carriers = carriersOf(parts.journal);
  return parts.simulation.tokens.given.newest(MOST).map((token) => rowOf(token, carriers, parts));
}

/**
 * Describes a token by its number.
 *
 * @throws {SimhostError} `ERR_NOT_KEPT`
 */
export function tokenView(parts: TokenParts, number: number): TokenView {
  const {simulation} = parts;
  const issued = issuedToken(simulation, number);
  const row = rowOf(issued, carriersOf(parts.journal), parts);

  const header = decodeHeader(issued.token);
  const payload = decodeClaims(issued.token);
  const tokenFacts = {number, header, signature: issued.signature};
  const described = {token: payload, tokenFacts, at: simulation.clock.now()};
  const detail = tokenDetail(described, simulation.world, row.requests.length, AT_PRESENT);

  return {
    row,
    header: header === null ? 'not readable' : JSON.stringify(header),
    claims: detail?.claims ?? [],
    payload: payload ?? {},
  };
}

/**
 * Finds a token by its number.
 *
 * @throws {SimhostError} `ERR_NOT_KEPT`
 */
export function issuedToken(simulation: SimulationCore, number: number): IssuedToken {
  const issued = simulation.tokens.given.find(number);
  if (issued !== undefined) return issued;

  throw new SimhostError('ERR_NOT_KEPT', `No token has the number ${number}.`, {
    next: 'Choose a token of the list.',
  });
}

/** Finds the requests of the journal that carried each token. */
function carriersOf(journal: Journal): ReadonlyMap<number, readonly number[]> {
  const carriers = new Map<number, number[]>();

  for (const {n, kind} of journal.since(0)) {
    const request = kind === 'request' ? journal.requestOf(n) : undefined;
    const number = request?.tokenFacts?.number;
    if (number == null || request?.method === 'OPTIONS') continue;
    carriers.set(number, [...(carriers.get(number) ?? []), n]);
  }

  return carriers;
}

function rowOf(
  {number, kind, case: id, at, token}: IssuedToken,
  carriers: ReadonlyMap<number, readonly number[]>,
  {simulation, ownTokens}: TokenParts,
): TokenRow {
  const claims = decodeClaims(token);
  return {
    number,
    kind,
    who: nameOf(claims?.['sub']),
    case: id,
    isOwn: ownTokens.has(number),
    isWaiting: simulation.tokens.given.waiting === number,
    at,
    from: secondsOf(claims?.['iat']),
    until: secondsOf(claims?.['exp']),
    requests: carriers.get(number) ?? [],
  };
}

/** Returns the name of a documented person, or the subject as it is. */
function nameOf(sub: unknown): string {
  if (sub === undefined || sub === null) return 'Guest';
  const known = Object.values(PEOPLE).find(({id, email}) => id === sub || email === sub);
  if (known !== undefined) return `${known.firstName} ${known.lastName}`;
  return (typeof sub === 'string' ? sub : (JSON.stringify(sub) ?? '')).slice(0, LONGEST_NAME);
}

const LONGEST_NAME = 60;

function secondsOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
