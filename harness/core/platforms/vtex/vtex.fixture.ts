import {test as base} from '@playwright/test';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import {getResponse} from 'msw';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import type {SimulationCore} from '../../simulation/simulation-core.ts';
import type {VtexOptions} from '../../world/vtex.ts';

export const NOON: number = Date.parse('2026-11-20T12:00:00Z');

export const ACME = 'https://acme.vtexcommercestable.com.br';
export const GLOBEX = 'https://globex.vtexcommercestable.com.br';
export const STORE = 'https://acme.myvtex.com';

export interface Asked {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** A token for the header `VtexIdclientAutCookie`. */
  token?: string;
  cookie?: string;
  json?: unknown;
  form?: Readonly<Record<string, string>>;
}

export type Ask = (url: string, asked?: Asked) => Promise<Response>;

interface Fixtures {
  vtex: VtexOptions;
  /** A simulation whose clock is frozen at noon. */
  simulation: SimulationCore;
  /** Sends a request to the handlers, as a program would. */
  ask: Ask;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<Fixtures>({
  vtex: [{}, {option: true}],
  simulation: async ({vtex}, use) => {
    const simulation = createSimulationCore({vtex});
    simulation.clock.freeze(NOON);
    await use(simulation);
  },
  ask: async ({simulation}, use) => use((url, asked) => answerOf(simulation, url, asked)),
});

export async function answerOf(
  simulation: SimulationCore,
  url: string,
  {method, headers, token, cookie, json, form}: Asked = {},
): Promise<Response> {
  const formBody = form === undefined ? undefined : new URLSearchParams(form);
  const body = json === undefined ? formBody : JSON.stringify(json);

  const request = new Request(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...headers,
      ...(token === undefined ? {} : {VtexIdclientAutCookie: token}),
      ...(cookie === undefined ? {} : {cookie}),
      ...(json === undefined ? {} : {'content-type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body}),
  });

  const response = await getResponse([...simulation.handlers], request);
  if (response === undefined) throw new Error(`No handler answers ${request.method} ${url}`);
  return response;
}

/** Returns the cookies that a response sets, as a `Cookie` header; those that it removes are left out. */
export function cookiesSetBy(response: Response): string {
  const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return pairs.filter((pair) => pair.indexOf('=') < pair.length - 1).join('; ');
}

export async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}
