import {getResponse} from 'msw';
import {createSimulationCore} from '../../../simulation/simulation-core.ts';
import type {SimulationCore} from '../../../simulation/simulation-core.ts';
import type {AppOptions} from '../../../world/app.ts';

/** The credentials of the app in these tests. */
export const CREDENTIALS = {client_id: 'key', client_secret: 'a client secret'};

/** The parameters that exchange an ID token. */
export const EXCHANGE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
  requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
};

/** A request for tokens, and the simulation that answers it. */
export interface AuthorizedApp {
  readonly core: SimulationCore;
  /** Sends JSON to the token endpoint. */
  post(parameters: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends any request. */
  send(url: string, init?: RequestInit): Promise<Response>;
}

/** A simulation with an app whose backend asks for tokens. Its clock is stopped at noon. */
export function authorizedApp(app: AppOptions = {}): AuthorizedApp {
  const scopes = ['write_products', 'read_orders'];
  const core = createSimulationCore({
    seed: 1,
    scope: 'app-authorization',
    app: {clientId: 'key', clientSecret: 'a client secret', scopes, ...app},
  });
  core.clock.freeze('2026-11-20T12:00:00Z');

  const send = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await getResponse([...core.handlers], new Request(url, {redirect: 'manual', ...init}));
    if (response === undefined) throw new Error(`nothing answers ${url}`);
    return response;
  };

  const post = (parameters: Readonly<Record<string, string>>): Promise<Response> =>
    send('https://acme.myshopify.com/admin/oauth/access_token', {
      method: 'POST',
      headers: {'content-type': 'application/json', accept: 'application/json'},
      body: JSON.stringify({...CREDENTIALS, ...parameters}),
    });

  return {core, post, send};
}
