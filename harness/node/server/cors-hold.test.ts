import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http';
import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {buildPage, fakeSimulation, fetchFromSandbox, test} from './server.fixture.ts';

const ORIGIN = 'https://myapp.com';
const ALLOW = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};

/** A backend's answer to a preflight, and to the request itself. */
type Backend = Record<'preflight' | 'answer', readonly [status: number, headers: OutgoingHttpHeaders]>;

const WITH_TOKEN = {headers: {authorization: 'Bearer ada'}};
const JSON_BODY = {method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'};

const GOOD: Backend = {preflight: [204, ALLOW], answer: [200, ALLOW]};

const BACKENDS: readonly (readonly [name: string, Backend, RequestInit, sees: string])[] = [
  ['allows all', GOOD, WITH_TOKEN, '200 120'],
  ['refuses a token readably', {...GOOD, answer: [401, ALLOW]}, WITH_TOKEN, '401 120'],
  ['answers a preflight without CORS headers', {...GOOD, preflight: [204, {}]}, WITH_TOKEN, 'unsent'],
  ['asks for a token in a preflight', {...GOOD, preflight: [401, ALLOW]}, WITH_TOKEN, 'unsent'],
  ['redirects a preflight', {...GOOD, preflight: [302, {...ALLOW, location: '/in'}]}, WITH_TOKEN, 'unsent'],
  ['does not allow the content type', GOOD, JSON_BODY, 'unsent'],
  ['answers without CORS headers', {...GOOD, answer: [200, {}]}, WITH_TOKEN, 'unreadable'],
  [
    'lets another origin read its answer',
    {...GOOD, answer: [200, {'access-control-allow-origin': 'https://extensions.shopifycdn.com'}]},
    WITH_TOKEN,
    'unreadable',
  ],
  ['answers a simple request without CORS headers', {...GOOD, answer: [200, {}]}, {}, 'unreadable'],
];

for (const [name, backend, init, sees] of BACKENDS) {
  test(`held to CORS, an extension gets what a test gives it, from a backend that ${name}`, async ({
    start,
    folder,
    listen,
    chrome,
    contextOf,
  }) => {
    await buildPage(folder, '');
    const server = await start();
    const methods: string[] = [];
    const address = await listen((request, response) => {
      methods.push(request.method ?? '');
      const [status, headers] = backend[isPreflight(request) ? 'preflight' : 'answer'];
      response.writeHead(status, headers).end('120');
    });

    const backends = {[ORIGIN]: address};
    const outcomeOf = async (page: Page, url: string, log: readonly LoggedRequest[]): Promise<object> => {
      methods.length = 0;
      const got = await fetchFromSandbox(page, url, init);
      return {
        got,
        methods: [...methods],
        log: log.map(({method, preflight, status, problem}) => ({method, preflight, status, problem})),
      };
    };

    const [tested, developed] = [fakeSimulation(), fakeSimulation()];
    const inTest = await (await contextOf(await server.open(tested, {backends}))).newPage();
    await inTest.goto('https://shopify.com/1/account');
    const local = await server.openLocal(developed, {backends});
    const inDev = await chrome.newPage();
    await inDev.goto(local.url);

    const expected = await outcomeOf(inTest, `${ORIGIN}/api`, tested.requests.entries);
    const forwarded = `${local.forward.base}https/myapp.com/api`;
    expect(await outcomeOf(inDev, forwarded, developed.requests.entries)).toEqual(expected);

    const isRead = sees.startsWith('2') || sees.startsWith('4');
    expect(expected).toMatchObject({got: isRead ? sees : 'TypeError: Failed to fetch'});
    expect(methods.includes(init.method ?? 'GET')).toBe(sees !== 'unsent');

    // The switch lets everything through at once.
    local.cors.switch(false);
    expect(await fetchFromSandbox(inDev, forwarded, init)).toBe(`${backend.answer[0]} 120`);
    await inDev.close();
  });
}

test('the switch of a gateway reports each change once', async ({server}) => {
  const {cors} = await server.openLocal(fakeSimulation(), {holdToCors: false});
  const changes: boolean[] = [];
  const forget = cors.onChange((isHeld) => changes.push(isHeld));
  expect(cors.isHeld).toBe(false);

  cors.switch(true);
  cors.switch(true);
  cors.switch(false);
  forget();
  cors.switch(true);
  expect(changes).toEqual([true, false]);
});

function isPreflight({method, headers}: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
