import type {Clock} from '../../clock.ts';
import {refuseUnknownKeys, type KeysOf} from '../../known-values.ts';
import {defined} from '../../records.ts';
import {ArmedCases} from '../cases/armed-cases.ts';
import type {Delivery} from '../cases/armed-cases.ts';
import type {Profile} from '../cases/case.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {CaseContext, TokenMutation} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';
import {createCaseContext} from '../cases/case-context.ts';
import type {OutgoingRequest} from '../cases/outgoing-request.ts';
import {carry} from '../cases/profiles.ts';
import {keysOf} from '../cases/runs.ts';
import {userTokenResponse} from '../platforms/shop-minis/user-token.ts';
import type {UserTokenResponse} from '../platforms/shop-minis/user-token.ts';
import {SESSION_TOKEN_LIFE} from '../platforms/shopify/session-token.ts';
import type {VtexTokenOptions} from '../platforms/token-recipe.ts';
import {forge, forgeryOf} from '../tokens/forgery.ts';
import type {Forgery} from '../tokens/forgery.ts';
import {decodeClaims, jtiOf, type Claims} from '../tokens/jws.ts';
import type {KeyRing} from '../tokens/key-ring.ts';
import type {Ids} from '../world/ids.ts';
import {chooseCustomer} from '../world/people.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import {staffNamed} from '../world/staff.ts';
import type {StaffName} from '../world/staff.ts';
import type {World} from '../world/world.ts';
import {ApiFaults} from './api-faults.ts';
import {GivenTokens} from './given-tokens.ts';
import {HostAnswers} from './host-answers.ts';
import {checkClaims} from './minted-claims.ts';
import type {SimulationEvents} from './simulation-events.ts';
import {type IssuedToken, RememberedTokens} from './remembered-tokens.ts';
import {mutationOf, spellingOf} from './token-faults.ts';
import {profileOf, recipeOf} from './token-kinds.ts';
import type {TokenKind} from './token-kinds.ts';

/**
 * The options of a token. The fields of {@link VtexTokenOptions} choose the account, admin or app key of VTEX tokens.
 *
 * @example
 * ```ts
 * import type {MintOptions} from 'simhost';
 *
 * const options: MintOptions = {customer: 'bea', claims: {dest: 'other.myshopify.com'}};
 * ```
 */
export interface MintOptions extends VtexTokenOptions {
  /** The person that the token is about. Default: the signed-in customer. */
  customer?: CustomerOption;
  /** The staff member of tokens of the admin and the point of sale. Default: `'grace'`. */
  staff?: StaffName;
  /** Claims that replace those of the platform; `undefined` removes one. Default: none. */
  claims?: Record<string, unknown>;
  /** The case that breaks the token. Default: none, the token is valid. */
  case?: CaseId;
  /** The variant of the case, if it has several. Default: the first. */
  variant?: string;
}

const MINT_OPTIONS: KeysOf<MintOptions> = {
  customer: true,
  staff: true,
  claims: true,
  case: true,
  variant: true,
  account: true,
  admin: true,
  appKey: true,
  sess: true,
};

/** The parts of a simulation that issuing tokens needs. */
export interface IssuerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Returns the signed-in person. */
  readonly customer: () => Customer | null;
  /** The events of the simulation, which report each delivery of an armed case. */
  readonly events: Pick<SimulationEvents, 'deliveries'>;
}

/** A place in which an app gets an ID token: its first URL, or App Bridge. A case can be about one of them. */
export type TokenPlace = 'launch' | 'id-token';

/** Makes the tokens of one simulation, valid ones and those of armed cases, and remembers which is which. */
export class Issuer {
  /** The armed cases. */
  readonly cases: ArmedCases;
  /** The armed cases of Shopify's GraphQL APIs, carried out. */
  readonly apiFaults: ApiFaults;
  /** The tokens that were given out. */
  readonly given: GivenTokens;

  readonly #world: World;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #customer: () => Customer | null;
  readonly #issued = new RememberedTokens();
  readonly #keys: KeyRing;
  readonly #hostAnswers: HostAnswers;

  constructor({world, clock, ids, customer, events}: IssuerOptions) {
    this.cases = new ArmedCases((delivery) => events.deliveries.notify(delivery));
    this.#keys = keysOf({world, previousSecret: world.app.previousClientSecret});
    this.#world = world;
    this.#clock = clock;
    this.#ids = ids;
    this.#customer = customer;
    this.#hostAnswers = new HostAnswers(this.cases, clock);
    this.apiFaults = new ApiFaults(this.cases, clock);
    this.given = new GivenTokens({
      issued: this.#issued,
      keys: this.#keys,
      contextFor: (kind) => this.#contextFor(kind, null),
      now: () => clock.nowOf('platform'),
    });
  }

  /**
   * Mints a token, broken by the case of the options, or else by the next armed case.
   *
   * @param due the delivery of an armed case that was taken already
   */
  async mint(kind: TokenKind, options: MintOptions = {}, due: Delivery | null = null): Promise<string> {
    refuseUnknownKeys('mint', options, MINT_OPTIONS);
    checkClaims(options.claims);

    const recipe = recipeOf(kind);
    const armed = options.case === undefined ? (due ?? this.cases.take('token', profileOf(kind))) : null;
    const fault = options.case === undefined ? armed : spellingOf(options.case, options.variant);

    const customer = options.customer === undefined ? this.#customer() : chooseCustomer(options.customer);
    const context = this.#contextFor(kind, customer);

    const {header, claims, key} = await context.draft(recipe, {
      vtexOptions: options,
      ...defined({sess: options.sess}),
      ...(options.staff === undefined ? {} : {staff: staffNamed(options.staff)}),
    });

    const valid: Forgery = {header, claims: {...claims, ...options.claims}, key};
    const mutated = fault === null ? valid : await mutationOf(fault)(valid, context);
    const token = await forge(mutated, this.#keys);

    const made = {case: fault?.id ?? null, kind, delivery: armed, at: this.#clock.nowOf('platform')};
    this.#issued.add(token, {...made, forgery: mutated, key, ...defined({jti: jtiOf(mutated.claims)})});
    return token;
  }

  /** Answers a request for a session token; null for no answer. */
  async issueSessionToken(
    kind: 'checkout' | 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    const given = await this.#hostAnswers.next();
    if (given !== 'token') return given === 'null' ? {value: null, expiresIn: 0} : null;
    const value = this.given.take(kind) ?? (await this.mint(kind));
    return {value, expiresIn: secondsLeft(value, this.#clock.nowOf('platform'))};
  }

  /** Issues the ID token of a staff member for one place; `null` for no answer. */
  async issueIdToken(
    at: TokenPlace,
    options: Pick<MintOptions, 'staff'>,
  ): Promise<{value: string | null; expiresIn: number} | null> {
    const given = at === 'launch' ? 'token' : await this.#hostAnswers.next();
    if (given !== 'token') return given === 'null' ? {value: null, expiresIn: 0} : null;

    const due = this.cases.take(at);
    if (due !== null && 'withheld' in caseOf(due.id).mechanism) return {value: null, expiresIn: 0};

    const value = this.given.take('admin') ?? (await this.mint('admin', options, due));
    return {value, expiresIn: secondsLeft(value, this.#clock.nowOf('platform'))};
  }

  /** Answers a request for the user token of a Mini; null for no answer. */
  async issueUserToken(claims: Record<string, unknown> = {}): Promise<UserTokenResponse | null> {
    const given = await this.#hostAnswers.next();
    if (given === 'null') return {data: {token: null, expiresAt: null, userState: null}};
    if (given === 'nothing') return null;
    const token = this.given.take('shop-minis') ?? (await this.mint('shop-minis', {claims}));
    return userTokenResponse(token);
  }

  /**
   * Returns a request to a backend as the next armed case sends it, or null if no case is armed for it, or if its token
   * was not made here.
   *
   * @param shown returns the form in which a signed token is sent
   */
  async send(
    {signed, shown}: {signed: string; shown: (token: string) => string},
    given: OutgoingRequest,
  ): Promise<{delivery: Delivery; request: OutgoingRequest} | null> {
    const made = this.#issued.get(signed);
    const delivery = made === undefined ? null : this.cases.take('request', profileOf(made.kind));
    if (made === undefined || delivery === null) return null;

    const profile = profileOf(made.kind);
    const {mechanism} = caseOf(delivery.id);
    const sends = mechanism.kind === 'request' ? Object.values(mechanism.variants) : [];
    const send = sends[delivery.nth % sends.length];
    if (send === undefined) return null;

    const context = this.#contextFor(made.kind, this.#customer());

    const token = async (mutate?: TokenMutation): Promise<string> => {
      if (mutate === undefined) return shown(signed);

      const draft = await context.draft(recipeOf(made.kind));
      const forgery = await mutate(forgeryOf(draft), context);
      const forged = await forge(forgery, this.#keys);

      const {kind} = made;
      const at = this.#clock.nowOf('platform');
      this.#issued.add(forged, {case: delivery.id, kind, delivery, at, forgery, key: draft.key});
      return made.kind === 'shop-minis' ? shown(forged) : forged;
    };

    const request = await send(given, {context, token, carry: (to, jws) => carry(profile, to, jws)});
    return {delivery, request};
  }

  /** Whether this token was made here. */
  issued(token: string): boolean {
    return this.#issued.get(token) !== undefined;
  }

  /** Returns the kind of backend that a token is for; null for a token of another issuer. */
  profileOf(token: string): Profile | null {
    const made = this.#issued.get(token);
    return made === undefined ? null : profileOf(made.kind);
  }

  /** Returns the case that made a token; null for a valid token, and for one of another issuer. */
  caseBehind(token: string): CaseId | null {
    return this.#issued.get(token)?.case ?? null;
  }

  /** Returns the number, time and signature of a token; null for a token of another issuer. */
  factsOf(token: string): Pick<IssuedToken, 'number' | 'at' | 'signature'> | null {
    return this.#issued.get(token) ?? null;
  }

  /** Returns the delivery of an armed case that made a token; null for other tokens. */
  deliveryBehind(token: string): Delivery | null {
    return this.#issued.get(token)?.delivery ?? null;
  }

  /** Whether the token with these claims was minted here. */
  minted(claims: Claims): boolean {
    const jti = jtiOf(claims);
    return jti !== undefined && this.#issued.hasJti(jti);
  }

  /** Ends the answers that are still pending, such as that of `host-never`. */
  close(): void {
    this.#hostAnswers.close();
    this.apiFaults.close();
  }

  /** The cases that delay a token right now. */
  get holding(): readonly CaseId[] {
    return this.#hostAnswers.pending;
  }

  #contextFor(kind: TokenKind, customer: Customer | null): CaseContext {
    return createCaseContext(profileOf(kind), {
      world: this.#world,
      customer,
      now: () => this.#clock.nowOf('platform'),
      jti: () => this.#ids.uuid(),
      previousSecret: this.#world.app.previousClientSecret,
    });
  }
}

/**
 * Returns the seconds that a token has left. Pages do not keep an expired one: their next request gets a fresh
 * one.
 */
function secondsLeft(token: string, now: number): number {
  const exp = decodeClaims(token)?.['exp'];
  return typeof exp === 'number' ? exp - Math.floor(now / 1000) : SESSION_TOKEN_LIFE;
}
