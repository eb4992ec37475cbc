import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import {Readable} from 'node:stream';
import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {LIVE_KEY_HEADER} from '../../wire/live-page.ts';
import {ASK_PATH, PageLink} from '../live/page-link.ts';
import {close, listen} from './loopback.ts';
import {OpenedStore, type OpenedStoreSite} from './opened-store.ts';
import {askingForText} from './store-page.ts';

const ORIGIN = 'https://acme.myvtex.com';
const HTML = ['Content-Type', 'text/html; charset=utf-8', 'Content-Length', '44'];

function opened(cookies: string[] = []): {readonly store: OpenedStore; readonly link: PageLink} {
  const link = new PageLink({
    simulation: createSimulationCore(),
    handle: 'acme',
    refuse: () => null,
    blocked: () => {},
  });
  const site: OpenedStoreSite = {
    origin: ORIGIN,
    receive: (message, out, refusal) => link.receive(message, out, 0, refusal),
    script: () => 'started()',
    takeCookies: () => cookies.splice(0),
  };
  return {store: new OpenedStore(site, {forBrowser: (header) => header}), link};
}

test('a page of another origin cannot ask, and neither can a page without the key', async () => {
  const {store, link} = opened();
  const server = createServer((message, out) => void store.answers(message, out, new URL(ASK_PATH, ORIGIN)));
  const port = await listen(server);
  const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/`, {method: 'POST', headers, body: '{"type":"none"}'});

  const key = {[LIVE_KEY_HEADER]: link.key};
  expect((await ask({...key, origin: ORIGIN})).status).toBe(200);
  expect((await ask({...key, origin: 'https://evil.example'})).status).toBe(403);
  expect((await ask(key)).status).toBe(403);
  expect((await ask({origin: ORIGIN})).status).toBe(403);
  await close(server);
});

test('a page that needs cookies is loaded again with them, and requests of its scripts are not', async () => {
  const {store} = opened(['a=1; secure']);
  const passed: boolean[] = [];
  const server = createServer(async (message, out) => {
    passed.push(!(await store.answers(message, out, new URL('/orders', ORIGIN))));
    if (passed.at(-1) === true) out.end();
  });
  const port = await listen(server);
  const ask = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/`, {headers, redirect: 'manual'});

  await ask({});
  const page = {'sec-fetch-dest': 'document'};
  const again = await ask(page);
  await ask(page);
  await close(server);

  expect(passed).toEqual([true, false, true]);
  expect([again.status, again.headers.get('location')]).toEqual([307, `${ORIGIN}/orders`]);
  expect(again.headers.getSetCookie()).toEqual(['a=1; secure']);
});

test('HTML gets the script at the start of its head, and other answers stay as they are', async () => {
  const {store} = opened();
  const {rawHeaders, through} = store.withScript(HTML);
  expect(rawHeaders).toEqual(HTML.slice(0, 2));
  if (through === undefined) throw new Error('The answer is not changed.');

  const page = Readable.from([Buffer.from('<!doctype html><he'), Buffer.from('ad><title>Orders</title>')]);
  expect(await text(page.pipe(through))).toBe(
    '<!doctype html><head><script>started()</script><title>Orders</title>',
  );
  const packed = [...HTML, 'Content-Encoding', 'gzip'];
  expect(store.withScript(packed)).toEqual({rawHeaders: packed});
  const json = ['Content-Type', 'application/json', 'Content-Length', '2'];
  expect(store.withScript(json)).toEqual({rawHeaders: json});
});

test('a page is asked for as text that is not cached, so that its script is that of now', () => {
  const headers = [
    'Accept',
    '*/*',
    'Accept-Encoding',
    'gzip',
    'If-None-Match',
    '"1"',
    'If-Modified-Since',
    'x',
  ];
  expect(askingForText(headers)).toEqual(['Accept', '*/*']);
});
