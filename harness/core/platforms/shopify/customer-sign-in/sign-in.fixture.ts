import {getResponse} from 'msw';
import * as oauth from 'oauth4webapi';
import {coreOf, createSimulation} from '../../../simulation/simulation.ts';
import type {Simulation} from '../../../simulation/simulation.ts';
import type {SimulationCore} from '../../../simulation/simulation-core.ts';
import type {SimulationOptions} from '../../../simulation/options.ts';
import {signInUrls} from './sign-in-deps.ts';

/** The callback of the storefront in tests. */
export const CALLBACK = 'https://shop.example.com/account/authorize';

/** The origin of the storefront in tests. */
export const ORIGIN = 'https://shop.example.com';

/** The verifier that storefronts in tests send. */
export const VERIFIER = 'a-verifier-of-43-characters-or-more-for-tests-0';

/** A storefront, and the shop at which its customers sign in. */
export interface Storefront {
  readonly simulation: Simulation;
  readonly core: SimulationCore;
  readonly urls: ReturnType<typeof signInUrls>;
  /** Sends a request to the simulated platform. Redirects are not followed. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /**
   * Opens the URL of the sign-in with these changes of the query: null leaves a parameter out.
   *
   * @param repeats a parameter that comes twice
   */
  authorize(changes?: Parameters, init?: RequestInit, repeats?: string): Promise<Response>;
  /** Returns a code for the signed-in customer. */
  code(changes?: Parameters): Promise<string>;
  /** Asks for tokens with these changes of the form. */
  tokens(form: Parameters, headers?: Record<string, string>): Promise<Response>;
}

type Parameters = Readonly<Record<string, string | null>>;

/** Creates a storefront with its own simulation. */
export function createStorefront(options: SimulationOptions = {}): Storefront {
  const simulation = createSimulation(options);
  const core = coreOf(simulation);
  const {shop, app} = simulation.world;
  const urls = signInUrls(shop);
  const {clientId} = app.customerAuthentication;

  const storefront: Storefront = {
    simulation,
    core,
    urls,
    async fetch(url, init) {
      const response = await getResponse([...core.platforms.openHandlers], new Request(url, init));
      if (response === undefined) throw new Error(`no handler answered ${url}`);
      return response;
    },
    async authorize(changes = {}, init = {}, repeats = '') {
      const query = parametersOf({
        client_id: clientId,
        redirect_uri: CALLBACK,
        response_type: 'code',
        scope: 'openid email customer-account-api:full',
        state: 'a-state',
        nonce: 'a-nonce',
        code_challenge: await oauth.calculatePKCECodeChallenge(VERIFIER),
        code_challenge_method: 'S256',
        ...changes,
      });
      if (repeats !== '') query.append(repeats, query.get(repeats) ?? '');
      return storefront.fetch(`${urls.authorize}?${query.toString()}`, init);
    },
    async code(changes) {
      const response = await storefront.authorize(changes);
      const code = locationOf(response).searchParams.get('code');
      if (code === null) throw new Error(`no code in ${locationOf(response).href}`);
      return code;
    },
    tokens: (form, headers = {Origin: ORIGIN}) =>
      storefront.fetch(urls.token, {
        method: 'POST',
        headers,
        body: parametersOf({
          grant_type: 'authorization_code',
          client_id: clientId,
          redirect_uri: CALLBACK,
          code_verifier: VERIFIER,
          ...form,
        }),
      }),
  };
  return storefront;
}

/** Returns the URL to which an answer redirects. */
export function locationOf({headers}: Response): URL {
  return new URL(headers.get('location') ?? 'invalid:');
}

function parametersOf(values: Parameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
