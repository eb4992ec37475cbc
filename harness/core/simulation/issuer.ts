import type {Clock} from '../../clock.ts';
import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';
import {ArmedCases} from '../cases/armed-cases.ts';
import type {Delivery} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {TokenMutation} from '../cases/case.ts';
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
import {decodeClaims} from '../tokens/jws.ts';
import type {Claims} from '../tokens/jws.ts';
import type {KeyRing} from '../tokens/key-ring.ts';
import type {Ids} from '../world/ids.ts';
import {chooseCustomer} from '../world/people.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import type {World} from '../world/world.ts';
import {profileOf, recipeOf} from './token-kinds.ts';
import type {TokenKind} from './token-kinds.ts';

export interface MintOptions extends VtexTokenOptions {
  /** Whom the token is for; default: who is signed in. */
  customer?: CustomerOption;
  /** Claims that replace those of the platform; `undefined` removes one. */
  claims?: Record<string, unknown>;
  /** The case that the token is made by. */
  case?: CaseId;
  /** Which spelling of the case, where it has several; default: the first. */
  variant?: string;
}

export interface IssuerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Who is signed in. */
  readonly customer: () => Customer | null;
}

/** Makes the tokens of one simulation, good ones and those of armed cases, and remembers which is which. */
export class Issuer {
  /** The cases that are yet to happen. */
  readonly cases: ArmedCases = new ArmedCases();

  readonly #world: World;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #customer: () => Customer | null;
  readonly #issued = new Map<string, Made>();
  readonly #jtis = new Set<string>();
  readonly #keys: KeyRing;
  readonly #holding: CaseId[] = [];
  readonly #closed: Promise<void>;
  #close: () => void = () => {};

  constructor({world, clock, ids, customer}: IssuerOptions) {
    this.#keys = keysOf({world, previousSecret: world.app.previousClientSecret});
    this.#world = world;
    this.#clock = clock;
    this.#ids = ids;
    this.#customer = customer;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  async mint(kind: TokenKind, options: MintOptions = {}): Promise<string> {
    refuseUnknownKeys('mint', options, [
      'customer',
      'claims',
      'case',
      'variant',
      'account',
      'admin',
      'appKey',
      'sess',
    ]);

    const recipe = recipeOf(kind);
    const delivery =
      options.case === undefined
        ? this.cases.take('token', profileOf(kind))
        : deliveryOf(options.case, options.variant);

    const customer = options.customer === undefined ? this.#customer() : chooseCustomer(options.customer);
    const context = createCaseContext(profileOf(kind), {
      world: this.#world,
      customer,
      now: () => this.#clock.nowOf('platform'),
      jti: () => this.#ids.uuid(),
      previousSecret: this.#world.app.previousClientSecret,
    });

    const {header, claims, key} = await context.draft(recipe, {
      vtexOptions: options,
      ...(options.sess === undefined ? {} : {sess: options.sess}),
    });

    const good: Forgery = {header, claims: {...claims, ...options.claims}, key};
    const bent = delivery === null ? good : await bendOf(delivery)(good, context);
    const token = await forge(bent, this.#keys);

    this.#issued.set(token, {case: delivery?.id ?? null, kind});
    this.#jtis.add(String(bent.claims['jti']));
    return token;
  }

  async issueSessionToken(
    kind: 'checkout' | 'customer-account',
  ): Promise<{value: string | null; expiresIn: number} | null> {
    const given = await this.#hostGives();
    if (given !== 'token') return given === 'null' ? {value: null, expiresIn: 0} : null;
    const value = await this.mint(kind);
    return {value, expiresIn: secondsLeft(value, this.#clock.nowOf('platform'))};
  }

  async issueUserToken(claims: Record<string, unknown> = {}): Promise<UserTokenResponse | null> {
    const given = await this.#hostGives();
    if (given === 'null') return {data: {token: null, expiresAt: null, userState: null}};
    return given === 'nothing' ? null : userTokenResponse(await this.mint('shop-minis', {claims}));
  }

  /**
   * A request on its way to a backend as the next armed case sends it; `null` where none is armed for it, or where it
   * carries no token that was made here. `shown` is the form in which a signed token is sent.
   */
  async send(
    {signed, shown}: {signed: string; shown: (token: string) => string},
    given: OutgoingRequest,
  ): Promise<{case: CaseId; request: OutgoingRequest} | null> {
    const made = this.#issued.get(signed);
    const delivery = made === undefined ? null : this.cases.take('request', profileOf(made.kind));
    if (made === undefined || delivery === null) return null;

    const profile = profileOf(made.kind);
    const {mechanism} = caseOf(delivery.id);
    const sends = mechanism.kind === 'request' ? Object.values(mechanism.variants) : [];
    const send = sends[delivery.nth % sends.length];
    if (send === undefined) return null;

    const context = createCaseContext(profile, {
      world: this.#world,
      customer: this.#customer(),
      now: () => this.#clock.nowOf('platform'),
      jti: () => this.#ids.uuid(),
      previousSecret: this.#world.app.previousClientSecret,
    });

    const token = async (bend?: TokenMutation): Promise<string> => {
      if (bend === undefined) return shown(signed);

      const forged = await forge(
        await bend(forgeryOf(await context.draft(recipeOf(made.kind))), context),
        this.#keys,
      );

      this.#issued.set(forged, {case: delivery.id, kind: made.kind});
      return made.kind === 'shop-minis' ? shown(forged) : forged;
    };

    const request = await send(given, {context, token, carry: (to, jws) => carry(profile, to, jws)});
    return {case: delivery.id, request};
  }

  /** Whether this very token was made here. */
  issued(token: string): boolean {
    return this.#issued.has(token);
  }

  /** The case that made a token; `null` for a good one, and for one of somebody else. */
  caseBehind(token: string): CaseId | null {
    return this.#issued.get(token)?.case ?? null;
  }

  /** Whether the token of these claims was minted here. */
  minted(claims: Claims): boolean {
    return this.#jtis.has(String(claims['jti']));
  }

  /** Lets go of a `host-never`. */
  close(): void {
    this.#close();
  }

  /** The cases by which a token is held back right now. */
  get holding(): readonly CaseId[] {
    return this.#holding;
  }

  async #hostGives(): Promise<'token' | 'null' | 'nothing'> {
    const delivery = this.cases.take('host');
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (delivery === null || mechanism?.kind !== 'host') return 'token';

    const {answer} = mechanism;

    this.#holding.push(delivery.id);
    if (answer.gives === 'never') await this.#closed;
    if (answer.gives === 'token') await this.#pass(answer.after);

    this.#holding.splice(this.#holding.indexOf(delivery.id), 1);

    if (answer.gives === 'token') return 'token';
    return answer.gives === 'null' || answer.gives === 'no permission' ? 'null' : 'nothing';
  }

  /** Simulated milliseconds: they pass by themselves, and when a test moves the clock. */
  async #pass(duration: number): Promise<void> {
    const until = this.#clock.now() + duration;
    await new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const finish = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };

      // A timer may ring a millisecond early, and a move leaves less to wait for.
      const look = (): void => {
        clearTimeout(timer);
        const left = until - this.#clock.now();
        if (left <= 0) finish();
        else timer = setTimeout(look, left);
      };

      const stop = this.#clock.onMove(look);

      look();
      void this.#closed.then(finish);
    });
  }
}

/** Where a token came from. */
interface Made {
  readonly case: CaseId | null;
  readonly kind: TokenKind;
}

/** A token that is old when it is made is not kept by the page, so that the next request gets a fresh one. */
function secondsLeft(token: string, now: number): number {
  const exp = decodeClaims(token)?.['exp'];
  return typeof exp === 'number' ? exp - Math.floor(now / 1000) : SESSION_TOKEN_LIFE;
}

function deliveryOf(id: CaseId, variant: string | undefined): Delivery {
  if (variant === undefined) return {id, nth: 0};
  const {mechanism} = caseOf(id);
  const known = 'variants' in mechanism ? Object.keys(mechanism.variants) : [];
  if (known.includes(variant)) return {id, nth: known.indexOf(variant)};

  throw new SimhostError('ERR_UNKNOWN_VARIANT', `Case "${id}" has no spelling "${variant}".`, {
    next: known.length > 1 ? `Known: ${known.join(', ')}.` : 'It has one spelling: leave variant out.',
  });
}

function bendOf({id, nth}: Delivery): TokenMutation {
  const {mechanism, title} = caseOf(id);
  const bends = mechanism.kind === 'token' ? Object.values(mechanism.variants) : [];
  const bend = bends[nth % bends.length];
  if (bend !== undefined) return bend;

  throw new SimhostError('ERR_CASE_NOT_A_TOKEN', `Case "${id}" is not about a token: ${title}.`, {
    next: 'Arm it instead: host.arm() or simulation.arm().',
  });
}
