import http from 'node:http';
import {expect} from '@playwright/test';
import {Clock} from '../../clock.ts';
import type {CaseId} from '../../core/cases/case-id.ts';
import {CASE_IDS, caseOf} from '../../core/cases/catalogue.ts';
import {appliesTo} from '../../core/cases/expectations.ts';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import {headerPairs} from '../http/raw-headers.ts';
import {test} from './server.fixture.ts';

const CORS = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};

/** A request as a backend gets it. */
interface Seen {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

for (const kind of ['customer-account', 'checkout', 'shop-minis'] as const) {
  test(`every case of a request happens on the local server, for a token of ${kind}`, async ({
    server,
    listen,
  }) => {
    const seen: Seen[] = [];
    const backend = await listen(({method, url = '', rawHeaders}, response) => {
      if (method === 'GET') seen.push({url, headers: [...headerPairs(rawHeaders)]});
      response.writeHead(200, CORS).end();
    });

    // Two simulations with one scope and one frozen instant make the same tokens.
    const [simulation, twin] = [frozenSimulation(), frozenSimulation()];
    const {forward} = await server.openLocal(simulation, {backends: {'https://myapp.com': backend}});
    const address = `${forward.base}https/myapp.com/api/points`;
    const authorization = `Bearer ${await simulation.mint(kind)}`;
    expect(authorization).toBe(`Bearer ${await twin.mint(kind)}`);

    await ask(address, authorization);
    const [plain] = seen;
    if (plain === undefined) throw new Error('The backend got no request.');

    const cases = requestCasesOf(kind);
    let changed = 0;
    for (const id of cases) {
      simulation.arm(id);
      await ask(address, authorization);

      const sent = await sentByTwin(twin, id, plain);
      expect.soft(seen.at(-1), id).toEqual(sent);
      expect.soft(simulation.requests.entries.at(-1)?.case, id).toBe(id);
      if (JSON.stringify(sent) !== JSON.stringify(plain)) changed++;
    }

    expect(simulation.undeliveredCases()).toEqual([]);
    // "http-bearer" is the request as it should be.
    expect(changed).toBeGreaterThanOrEqual(cases.length - 1);
    expect(cases.length).toBeGreaterThan(20);
  });
}

test('a delivery of a case is reported with the number of the request that it reached', async ({
  server,
  listen,
}) => {
  const backend = await listen((request, response) => response.writeHead(200, CORS).end());
  const simulation = frozenSimulation();
  const reported: unknown[] = [];
  simulation.events.deliveries.subscribe(({id, nth, request}) => reported.push([id, nth, request]));
  const {forward} = await server.openLocal(simulation, {backends: {'https://myapp.com': backend}});
  const address = `${forward.base}https/myapp.com/api/points`;

  await ask(address, `Bearer ${await simulation.mint('checkout')}`);
  simulation.arm('exp-past-60');
  simulation.arm('http-bearer-lower');
  const expired = await simulation.mint('checkout');
  await ask(address, `Bearer ${expired}`);
  await ask(address, `Bearer ${expired}`);

  expect(reported).toEqual([
    ['exp-past-60', 0, null],
    ['http-bearer-lower', 0, null],
    ['http-bearer-lower', 0, 1],
    ['exp-past-60', 0, 2],
  ]);
});

function frozenSimulation(): SimulationCore {
  const clock = new Clock();
  clock.freeze(Date.parse('2026-11-20T12:00:00Z'));
  return createSimulationCore({clock, scope: 'one'});
}

/** The cases that change a request and that a page's backend can meet. */
function requestCasesOf(profile: TokenKind & ('customer-account' | 'checkout' | 'shop-minis')): CaseId[] {
  return CASE_IDS.filter((id) => {
    const entry = caseOf(id);
    return entry.mechanism.kind === 'request' && appliesTo(entry, profile);
  });
}

async function sentByTwin(twin: SimulationCore, id: CaseId, {url, headers}: Seen): Promise<Seen | null> {
  twin.arm(id);
  const sent = await twin.tokens.send({method: 'GET', query: [], headers, body: null});
  if (sent === null) return null;

  const added = sent.request.query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return {
    url: added === '' ? url : `${url}?${added}`,
    // Servers read a value without the space around it.
    headers: sent.request.headers.map(([name, value]) => [name, value.trim()] as const),
  };
}

/** Sends a request as the sandbox of an extension does. */
function ask(address: string, authorization: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {authorization, origin: 'null'};
    const request = http.get(address, {headers}, (response) => {
      response.resume();
      response.once('end', resolve);
    });

    request.once('error', reject);
  });
}
