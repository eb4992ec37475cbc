import {SimhostError} from '../../errors.ts';
import {forge, forgeryOf} from '../tokens/forgery.ts';
import type {TokenDraft} from '../tokens/jws.ts';
import {KeyRing} from '../tokens/key-ring.ts';
import type {Signer} from '../tokens/key.ts';
import {PUBLISHED_TEST_SECRET} from '../world/app.ts';
import {PEOPLE} from '../world/people.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';
import {createCaseContext} from './case-context.ts';
import type {CaseId} from './case-id.ts';
import type {CaseRun, Exchange, Expectation, Mechanism, Profile, Sender, TokenMutation} from './case.ts';
import {caseOf} from './catalogue.ts';
import {documentRequest} from './embedded-requests.ts';
import {expectationOf, forDocument} from './expectations.ts';
import {notApplicable} from './not-applicable.ts';
import type {OutgoingRequest} from './outgoing-request.ts';
import {carry, tokensOf} from './profiles.ts';

/** The facts and settings that the runs of a case are made from. */
export interface RunOptions {
  /** Shop and app with its secret. */
  readonly world: World;
  /** The customer of valid tokens. Default `ada`. */
  readonly customer?: Customer | null;
  /** Milliseconds since 1970, at the moment of asking. */
  readonly now: () => number;
  /** An id for each token. */
  readonly jti: () => Promise<string>;
  /** The app's secret before the last rotation. */
  readonly previousSecret?: string | undefined;
  /** Base URL of a server that the backend can reach and that answers `FORGER_FILES`; the tokens that lead to it need one. */
  readonly forgerServer?: string | undefined;
  /** The request of the backend's route, without credentials. */
  readonly template: OutgoingRequest;
  /** The source of good tokens of the profile, if it is not this process: a platform that runs as a separate program. */
  readonly issue?: (() => Promise<TokenDraft>) | undefined;
  /** Whether the route is for signed-in customers alone, so that it refuses guests. Default false. */
  readonly customersOnly?: boolean | undefined;
  /** A signer to share between many cases. Default: one for each case. */
  readonly keys?: Signer;
}

/** The keys of all cases of an app. */
export function keysOf({
  world: {app},
  previousSecret,
}: Pick<RunOptions, 'world' | 'previousSecret'>): KeyRing {
  const guarded = previousSecret === undefined ? [app.clientSecret] : [app.clientSecret, previousSecret];
  return new KeyRing({guarded, published: [PUBLISHED_TEST_SECRET], option: 'app.clientSecret'});
}

/**
 * The requests of a case in each of its spellings, with tokens that are minted now: ask right before sending.
 *
 * @example
 * ```ts
 * import {createSimulation, runsOf} from 'simhost';
 *
 * const {world} = createSimulation({app: {clientId: 'key', clientSecret: 'secret'}});
 * const template = {method: 'GET', query: [], headers: [], body: null};
 * const runs = await runsOf('exp-past-60', 'checkout', {world, template, now: Date.now, jti: async () => crypto.randomUUID()});
 * ```
 * @throws {SimhostError} `ERR_CASE_NOT_APPLICABLE`, `ERR_UNKNOWN_CASE`, `ERR_UNKNOWN_PROFILE`
 */
export async function runsOf(id: CaseId, profile: Profile, options: RunOptions): Promise<readonly CaseRun[]> {
  const entry = caseOf(id);
  const reason = notApplicable(id, profile, options);
  const expectation = expectationOf(entry, profile, options);

  if (reason !== null || expectation === undefined) {
    throw new SimhostError(
      'ERR_CASE_NOT_APPLICABLE',
      `Case "${id}" cannot be sent to a backend of ${profile}: ${String(reason)}.`,
    );
  }

  const runs: CaseRun[] = [];
  for (const [variant, steps] of Object.entries(exchangesOf(entry.mechanism, profile, expectation))) {
    const tokens: string[] = [];
    const sender = createSender(profile, options, (token) => tokens.push(token));
    runs.push({id, variant, expects: expectation, steps: await steps(options.template, sender), tokens});
  }

  return runs;
}

/** A good request, for the controls of an audit. Its token is valid, unless a mutation changes it. */
export async function goodRequest(
  profile: Profile,
  options: RunOptions,
  mutate?: TokenMutation,
): Promise<{request: OutgoingRequest; token: string}> {
  const sender = createSender(profile, options, () => {});
  const token = await sender.token(mutate);
  return {request: sender.carry(options.template, token), token};
}

/** Creates the sender of a case; `minted` is called with every token. */
export function createSender(profile: Profile, options: RunOptions, minted: (token: string) => void): Sender {
  const {customer = PEOPLE.ada, keys = keysOf(options)} = options;
  const context = createCaseContext(profile, {...options, customer});
  return {
    context,
    token: async (mutate: TokenMutation = (good) => good) => {
      const token = await forge(
        await mutate(forgeryOf(await context.draft(tokensOf(profile).recipe)), context),
        keys,
      );
      minted(token);
      return token;
    },
    carry: (request, token) => carry(profile, request, token),
  };
}

/** Every mechanism that can be sent, as the requests that it consists of. */
function exchangesOf(
  mechanism: Mechanism,
  profile: Profile,
  expectation: Expectation,
): Readonly<Record<string, Exchange>> {
  switch (mechanism.kind) {
    case 'token': {
      const inHeader = mapped(mechanism.variants, (mutate): Exchange => async (given, sender) => [
        {request: sender.carry(given, await sender.token(mutate))},
      ]);
      return profile === 'embedded'
        ? {...inHeader, ...inDocuments(mechanism.variants, expectation)}
        : inHeader;
    }
    case 'request':
      return mapped(mechanism.variants, (send) => async (given, sender) => [
        {request: await send(given, sender)},
      ]);
    case 'exchange':
      return mechanism.variants;
    default:
      return {};
  }
}

/** Sends each token again in the URL of a document, which an embedded app may verify in another place. */
function inDocuments(
  variants: Readonly<Record<string, TokenMutation>>,
  expectation: Expectation,
): Readonly<Record<string, Exchange>> {
  const expects = forDocument(expectation);
  return Object.fromEntries(
    Object.entries(variants).map(([name, mutate]): [string, Exchange] => [
      name === '' ? 'document' : `${name}, document`,
      async (given, sender) => [
        {request: await documentRequest(given, sender, {idToken: await sender.token(mutate)}), expects},
      ],
    ]),
  );
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  to: (from: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
