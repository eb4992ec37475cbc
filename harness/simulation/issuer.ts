import type {CryptoKey} from 'jose';
import {ArmedCases} from '../cases/armed-cases.ts';
import {caseOf} from '../cases/catalogue.ts';
import type {CaseId, TokenFacts} from '../cases/catalogue.ts';
import type {Clock} from '../clock.ts';
import {SimhostError, refuseUnknownKeys} from '../errors.ts';
import type {TokenOf} from '../platforms/token-recipe.ts';
import {SESSION_TOKEN_LIFE} from '../platforms/shopify/session-token.ts';
import {userTokenResponse} from '../platforms/shop-minis/user-token.ts';
import type {UserTokenResponse} from '../platforms/shop-minis/user-token.ts';
import {claimsOf, signCompact} from '../tokens/jws.ts';
import type {Claims, TokenDraft} from '../tokens/jws.ts';
import {importKey} from '../tokens/key.ts';
import type {TokenKey} from '../tokens/key.ts';
import {refuseSecretInBrowser} from '../tokens/secret.ts';
import {PUBLISHED_TEST_SECRET} from '../world/app.ts';
import type {Ids} from '../world/ids.ts';
import {chooseCustomer} from '../world/people.ts';
import type {Customer, CustomerOption} from '../world/people.ts';
import type {World} from '../world/world.ts';
import {recipeOf} from './token-kinds.ts';
import type {TokenKind} from './token-kinds.ts';

export interface MintOptions extends TokenOf {
  /** Whom the token is for; default: who is signed in. */
  customer?: CustomerOption;
  /** Claims that replace those of the platform; `undefined` removes one. */
  claims?: Record<string, unknown>;
  /** The case that the token is made by. */
  case?: CaseId;
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
  readonly #issued = new Map<string, CaseId | null>();
  readonly #keys = new Map<string, Promise<CryptoKey>>();
  readonly #closed: Promise<void>;
  #close: () => void = () => {};

  constructor({world, clock, ids, customer}: IssuerOptions) {
    refuseSecretInBrowser(world.app.clientSecret, {published: PUBLISHED_SECRETS, option: 'app.clientSecret'});
    this.#world = world;
    this.#clock = clock;
    this.#ids = ids;
    this.#customer = customer;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  async mint(kind: TokenKind, options: MintOptions = {}): Promise<string> {
    refuseUnknownKeys('mint', options, ['customer', 'claims', 'case', 'account', 'admin', 'appKey', 'sess']);
    const recipe = recipeOf(kind);
    const id = options.case ?? this.cases.take('token');
    const now = this.#clock.now();
    const customer = options.customer === undefined ? this.#customer() : chooseCustomer(options.customer);
    const jti = await this.#ids.uuid();
    const sess = options.sess ?? (recipe.hasSession === true ? await this.#ids.uuid() : '');
    const {header, claims, key} = recipe.draft({world: this.#world, customer, now, jti, sess, of: options});
    const good: TokenDraft = {header, claims: {...claims, ...options.claims}, key};
    const draft = id === null ? good : spoil(good, id, {now: Math.floor(now / 1000), life: recipe.life});
    if (typeof draft.claims['jti'] === 'string') this.#issued.set(draft.claims['jti'], id);
    return signCompact(draft.header, draft.claims, await this.#import(draft.key));
  }

  async issueSessionToken(kind: 'checkout' | 'customer-account'): Promise<{value: string; expiresIn: number} | null> {
    if (await this.#hostRefuses()) return null;
    const value = await this.mint(kind);
    return {value, expiresIn: secondsLeft(value, this.#clock.now())};
  }

  async issueUserToken(claims: Record<string, unknown> = {}): Promise<UserTokenResponse | null> {
    return (await this.#hostRefuses()) ? null : userTokenResponse(await this.mint('shop-minis', {claims}));
  }

  /** The case that made the token of these claims; `null` for a good one. */
  caseBehind(claims: Claims): CaseId | null {
    return this.#issued.get(String(claims['jti'])) ?? null;
  }

  /** Whether the token of these claims was minted here. */
  minted(claims: Claims): boolean {
    return this.#issued.has(String(claims['jti']));
  }

  /** Lets go of a `host-never`. */
  close(): void {
    this.#close();
  }

  async #hostRefuses(): Promise<boolean> {
    const id = this.cases.take('host');
    if (id === null) return false;
    const {mechanism} = caseOf(id);
    if (mechanism.at === 'host' && mechanism.answer === 'never') await this.#closed;
    return true;
  }

  #import(key: TokenKey): Promise<CryptoKey> {
    const name = JSON.stringify(key);
    let imported = this.#keys.get(name);
    if (imported === undefined) {
      // The app's own secret was judged at the start; the others are made up or published.
      const isOwn = key.alg === 'HS256' && key.secret === this.#world.app.clientSecret;
      imported = importKey(key, {published: key.alg === 'HS256' && !isOwn ? [key.secret] : PUBLISHED_SECRETS});
      this.#keys.set(name, imported);
    }
    return imported;
  }
}

const PUBLISHED_SECRETS = [PUBLISHED_TEST_SECRET];

/** A token that is old when it is made is not kept by the page, so that the next request gets a fresh one. */
function secondsLeft(token: string, now: number): number {
  const exp = claimsOf(`Bearer ${token}`)?.['exp'];
  return typeof exp === 'number' ? exp - Math.floor(now / 1000) : SESSION_TOKEN_LIFE;
}

function spoil(draft: TokenDraft, id: CaseId, facts: TokenFacts): TokenDraft {
  const {mechanism} = caseOf(id);
  if (mechanism.at === 'token') return mechanism.draft(draft, facts);
  throw new SimhostError('ERR_CASE_NOT_A_TOKEN', `Case "${id}" is not about a token: the host ${caseOf(id).says}.`, {
    next: 'Arm it instead: host.arm() or simulation.arm().',
  });
}
