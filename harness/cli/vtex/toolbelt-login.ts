import {createHash, randomBytes} from 'node:crypto';
import http from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {SimhostError, messageOf} from '../../errors.ts';
import {close, loopbackRejection, listen} from '../../node/server/loopback.ts';
import {headersOf, plain, send, toRequest} from '../../node/server/node-http.ts';
import {answerAsPlatform} from '../../node/server/platform.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {decodeClaims} from '../../core/tokens/jws.ts';
import {adminOf} from '../../core/world/vtex.ts';
import type {VtexSession} from './session-files.ts';

export interface ToolbeltLogin {
  readonly account: string;
  /** The admin who signs in without a browser. Default: the page asks for one. */
  readonly as?: string | undefined;
  readonly print: (text: string) => void;
  /** Milliseconds until the login has to be complete. */
  readonly patience?: number;
}

/**
 * Signs in like VTEX's command line (vtex/toolbelt 4): it starts the login, a browser signs an admin in and
 * returns to a loopback address, and the command line exchanges its secret for the token.
 *
 * @throws {SimhostError} `ERR_BAD_ACCOUNT`, `ERR_UNKNOWN_ADMIN`, `ERR_VTEX_LOGIN`
 */
export async function loginByToolbelt({
  account,
  as,
  print,
  patience = 300_000,
}: ToolbeltLogin): Promise<Omit<VtexSession, 'workspace'>> {
  const simulation = createSimulationCore({vtex: {account}});
  if (as !== undefined) adminOf(as, simulation.world.vtex);

  const store = new Store(simulation, account);
  const loopback = await openLoopback();
  const page = await servePages(store);

  try {
    const secret = randomBytes(96).toString('base64url');
    const secretHash = createHash('sha256').update(secret).digest('base64');
    const started = await store.post('/api/vtexid/toolbelt/start', {secretHash, loopbackUrl: loopback.url});
    const state = await started.text();
    const callback = `/api/vtexid/toolbelt/callback?state=${state}`;
    if (as === undefined)
      print(
        `Open this in your browser and choose an admin:\n\n  ${page.url}${LOGIN_PAGE}?returnUrl=${callback}\n`,
      );
    else await signIn(store, as, callback);
    const ott = await within(loopback.ott, patience);
    const validated = await store.post('/api/vtexid/toolbelt/validate', {state, secret, ott});
    const {token, refresh_token: refreshToken} = (await validated.json()) as {
      token: string;
      refresh_token?: string;
    };
    return {account, login: String(decodeClaims(token)?.['sub']), token, refreshToken};
  } finally {
    await Promise.all([loopback.close(), page.close()]);
    simulation.close();
  }
}

const LOGIN_PAGE = '/_v/segment/admin-login/v1/login';

/** The simulated store of an account, without a network. */
class Store {
  readonly #simulation: SimulationCore;
  readonly #origin: string;

  constructor(simulation: SimulationCore, account: string) {
    this.#simulation = simulation;
    this.#origin = `https://${account}.myvtex.com`;
  }

  url(path: string): string {
    return `${this.#origin}${path}`;
  }

  /** @throws {SimhostError} `ERR_VTEX_LOGIN` for an answer that is neither success nor redirect */
  async answer(request: Request): Promise<Response> {
    const {response} = await answerAsPlatform(this.#simulation, request, 'browser');
    const isBroken = response.type === 'error';
    if (!isBroken && response.status < 400) return response;

    const text = isBroken ? 'the connection broke' : `${response.status} ${await response.text()}`;

    throw new SimhostError(
      'ERR_VTEX_LOGIN',
      `VTEX ID refused ${request.method} ${new URL(request.url).pathname}: ${text}.`,
      {
        next: 'Start the login again.',
      },
    );
  }

  post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.answer(new Request(this.url(path), {method: 'POST', body: new URLSearchParams(form)}));
  }
}

/** Does what a browser does: signs in on the page, and follows the redirect. */
async function signIn(store: Store, admin: string, callback: string): Promise<void> {
  const signedIn = await store.post(`${LOGIN_PAGE}?returnUrl=${encodeURIComponent(callback)}`, {admin});
  const cookie = signedIn.headers.getSetCookie().map((header) => header.split(';')[0]);
  const back = await store.answer(new Request(store.url(callback), {headers: {cookie: cookie.join('; ')}}));
  await fetch(back.headers.get('location') ?? '');
}

/** Opens the loopback address to which the browser returns. */
async function openLoopback(): Promise<{url: string; ott: Promise<string>; close(): Promise<void>}> {
  let got: (ott: string) => void = () => {};
  const ott = new Promise<string>((resolve) => (got = resolve));

  const answer = async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const {pathname, searchParams} = new URL(message.url ?? '/', 'http://127.0.0.1');
    const brought = searchParams.get('ott');
    if (pathname !== LOOPBACK_PATH || brought === null)
      return send(plain(404, 'A login comes back to another address.'), out);
    await send(plain(200, 'You are signed in. Go back to your terminal; this page may be closed.'), out);
    got(brought);
  };

  const server = http.createServer((message, out) => void answer(message, out));
  const port = await listen(server);
  return {url: `http://127.0.0.1:${port}${LOOPBACK_PATH}`, ott, close: () => close(server)};
}

const LOOPBACK_PATH = '/login_callback';

/** Serves the pages of the store to a browser that reaches no simulated host. */
async function servePages(store: Store): Promise<{url: string; close(): Promise<void>}> {
  const server = http.createServer((message, out) => {
    answer(message, out).catch((error: unknown) => send(plain(400, messageOf(error)), out));
  });

  const answer = async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const refusal = loopbackRejection(message, port);
    if (refusal !== null) return send(plain(403, refusal), out);

    const response = await store.answer(
      toRequest(message, store.url(message.url ?? '/'), headersOf(message.rawHeaders)),
    );

    const headers = new Headers(response.headers);

    headers.delete('set-cookie');
    // They are for the store's own host, over https.
    for (const cookie of response.headers.getSetCookie())
      headers.append('set-cookie', cookie.replace(/; *(domain|secure|samesite)[^;]*/gi, ''));
    return send(new Response(response.body, {status: response.status, headers}), out);
  };

  const port = await listen(server);
  return {url: `http://127.0.0.1:${port}`, close: () => close(server)};
}

async function within(ott: Promise<string>, patience: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(nobody(patience)), patience);
  });
  return Promise.race([ott, tooLate]).finally(() => clearTimeout(timer));
}

function nobody(patience: number): SimhostError {
  return new SimhostError('ERR_VTEX_LOGIN', `No login within ${Math.round(patience / 1000)} s.`, {
    next: 'Without a browser, give the admin: --as grace.',
  });
}
