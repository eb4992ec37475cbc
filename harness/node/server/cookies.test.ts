import {expect} from '@playwright/test';
import {http as msw, HttpResponse} from 'msw';
import {Clock} from '../../clock.ts';
import {Cookies, type JarCookie} from './cookies.ts';
import {fakeSimulation, test} from './server.fixture.ts';
import {goesTo, readSetCookie, type SetCookie, withMaxAge} from './set-cookie.ts';

const REAL = Date.parse('2026-11-20T12:00:00Z');
const LOGIN = new URL('https://acme.myvtex.com/api/vtexid/login');
const DAY = 86_400_000;

function at(offset: number): Cookies {
  const clock = new Clock({realNow: () => REAL});
  clock.advance(offset);
  return new Cookies(clock, {realNow: () => REAL});
}

const reads: [string, Partial<SetCookie>][] = [
  ['a=1', {name: 'a', value: '1', domain: 'acme.myvtex.com', path: '/api/vtexid', life: null}],
  [
    'a=b=c; Path=/; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    {value: 'b=c', path: '/', life: {maxAge: 60}},
  ],
  ['a=1; domain=MyVtex.com; path=relative; HttpOnly', {domain: '.myvtex.com', path: '/api/vtexid'}],
  ['a=; expires=Fri, 20 Nov 2026 12:00:01 GMT', {value: '', life: {expires: REAL + 1000}}],
  ['a=1; expires=tomorrow; max-age=soon', {life: null}],
];

for (const [header, expected] of reads) {
  test(`reads ${header}`, () => {
    expect(readSetCookie(header, LOGIN)).toMatchObject(expected);
  });
}

test('drops a cookie without a name', () => {
  expect(readSetCookie('=1', LOGIN)).toBeNull();
});

const ways: [string, string, string, boolean][] = [
  ['acme.myvtex.com', '/', 'https://acme.myvtex.com/a', true],
  ['acme.myvtex.com', '/', 'https://dev--acme.myvtex.com/a', false],
  ['.myvtex.com', '/', 'https://acme.myvtex.com/a', true],
  ['.myvtex.com', '/', 'https://notmyvtex.com/a', false],
  ['acme.myvtex.com', '/api', 'https://acme.myvtex.com/api', true],
  ['acme.myvtex.com', '/api', 'https://acme.myvtex.com/api/x', true],
  ['acme.myvtex.com', '/api', 'https://acme.myvtex.com/apix', false],
];

for (const [domain, path, url, goes] of ways) {
  test(`a cookie of ${domain}${path} ${goes ? 'goes' : 'does not go'} to ${url}`, () => {
    expect(goesTo({domain, path}, new URL(url))).toBe(goes);
  });
}

test('another lifetime leaves the rest of the header unchanged', () => {
  expect(withMaxAge('a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/;Max-Age=1; secure', 5)).toBe(
    'a=1; Path=/; secure; Max-Age=5',
  );
});

test('headers pass byte for byte if the clock has not moved', () => {
  const cookies = new Cookies(new Clock({realNow: () => REAL}), {realNow: () => REAL});
  const header = 'a=1;Expires=Fri, 20 Nov 2026 13:00:00 GMT;  path=/';
  expect(cookies.forBrowser(header, LOGIN, 'simulated')).toBe(header);
});

test('the remaining lifetime stays the same on a moved clock', () => {
  const tomorrow = new Date(REAL + 3 * DAY + 3_600_000).toUTCString();
  expect(at(3 * DAY).forBrowser(`a=1; Expires=${tomorrow}; Path=/`, LOGIN, 'simulated')).toBe(
    'a=1; Path=/; Max-Age=3600',
  );
  expect(at(-3 * DAY).forBrowser('a=1; Max-Age=60', LOGIN, 'simulated')).toBe('a=1; Max-Age=60');
  expect(at(3 * DAY).forBrowser('a=1', LOGIN, 'simulated')).toBe('a=1');
});

test('reads the Expires of a server on real time as real time', () => {
  const soon = new Date(REAL + 60_000).toUTCString();
  expect(at(3 * DAY).forBrowser(`a=1; Expires=${soon}`, LOGIN, 'real')).toBe('a=1; Max-Age=60');
});

test('deletes a cookie that a server deletes on any clock', () => {
  const before = new Date(REAL - 3 * DAY - 1000).toUTCString();
  expect(at(-3 * DAY).forBrowser(`a=; Expires=${before}`, LOGIN, 'simulated')).toBe('a=; Max-Age=0');
  expect(at(3 * DAY).forBrowser('a=; Max-Age=0', LOGIN, 'simulated')).toBe('a=; Max-Age=0');
});

test('does not send an expired cookie, and sends it after it was set again', () => {
  const clock = new Clock({realNow: () => REAL});
  const cookies = new Cookies(clock, {realNow: () => REAL});

  cookies.forBrowser('token=old; Max-Age=60; Path=/', LOGIN, 'simulated');
  expect(cookies.forServer('token=old;  other=1', LOGIN)).toBe('token=old;  other=1');
  clock.advance('59999ms');
  expect(cookies.forServer('token=old', LOGIN)).toBe('token=old');
  clock.advance(1);
  expect(cookies.forServer('token=old; other=1', LOGIN)).toBe('other=1');
  expect(cookies.forServer('token=old', LOGIN)).toBeNull();
  cookies.forBrowser('token=new; Max-Age=60; Path=/', LOGIN, 'simulated');
  expect(cookies.forServer('token=new', LOGIN)).toBe('token=new');
});

test('removes each cookie from the jar when the clock passes its expiry', async () => {
  let now = REAL;
  const clock = new Clock({realNow: () => now});
  const cookies = new Cookies(clock, {realNow: () => now});
  const jar = fakeJar(() => now);

  cookies.follow(jar);
  jar.take(cookies.forBrowser('token=a; Max-Age=86400; Path=/', LOGIN, 'simulated'));
  jar.take('byScript=1; Max-Age=3600');
  jar.take('session=1');

  clock.freeze();
  await cookies.settled();
  now += 5000; // real time goes on while the simulated clock is frozen
  clock.advance('59m');
  await cookies.settled();
  expect(jar.names()).toEqual(['byScript', 'session', 'token']);
  clock.advance('1m');
  await cookies.settled();
  expect(jar.names()).toEqual(['session', 'token']);
  clock.advance('22h59m59s');
  await cookies.settled();
  expect(jar.names()).toEqual(['session', 'token']);
  clock.resume();
  await cookies.settled();
  expect(jar.leftOf('token')).toBe(1000);
  clock.advance('1s');
  await cookies.settled();
  expect(jar.names()).toEqual(['session']);
});

test('the browser’s own jar follows the clock, for page scripts and for requests', async ({
  server,
  contextOf,
}) => {
  const carried: (string | null)[] = [];
  const headers = (cookies: readonly string[]): [string, string][] =>
    cookies.map((cookie) => ['set-cookie', cookie]);

  const simulation = fakeSimulation({
    handlers: [
      msw.get('https://shopify.com/login', () =>
        HttpResponse.html('<p>in', {
          headers: headers([
            'seen=1; Max-Age=86400; Secure; SameSite=None; Path=/',
            `hidden=1; Expires=${new Date(simulation.clock.now() + DAY).toUTCString()}; HttpOnly; Secure; Path=/; Domain=shopify.com`,
          ]),
        }),
      ),
      msw.get('https://shopify.com/ask', ({request}) => {
        carried.push(request.headers.get('cookie'));
        return HttpResponse.html('<p>ok');
      }),
    ],
  });

  const gateway = await server.open(simulation);
  const context = await contextOf(gateway);
  gateway.cookies.follow(context);
  const page = await context.newPage();
  simulation.clock.freeze('2030-01-01T00:00:00Z');
  await page.goto('https://shopify.com/login');

  expect(
    (await context.cookies()).map(({name, httpOnly, secure, domain}) => [name, httpOnly, secure, domain]),
  ).toEqual([
    ['seen', false, true, 'shopify.com'],
    ['hidden', true, true, '.shopify.com'],
  ]);

  simulation.clock.advance('23h59m59s');
  await gateway.cookies.settled();
  expect(await page.evaluate('document.cookie')).toBe('seen=1');
  await page.goto('https://shopify.com/ask');
  simulation.clock.advance('1s');
  await gateway.cookies.settled();
  expect(await page.evaluate('document.cookie')).toBe('');
  expect(await context.cookies()).toEqual([]);
  await page.goto('https://shopify.com/ask');
  expect(carried).toEqual(['seen=1; hidden=1', null]);
});

test('a backend’s cookies are read by the time that the backend keeps', async ({
  server,
  listen,
  contextOf,
}) => {
  const address = await listen(({url}, response) => {
    // A browser asks for an icon too, at any time: its answer must not bring the cookie back.
    if (url !== '/') return response.writeHead(404).end();
    response
      .writeHead(200, {
        'set-cookie': `own=1; Expires=${new Date(Date.now() + 60_000).toUTCString()}`,
        'content-type': 'text/html',
      })
      .end('<p>');
  });

  const simulation = fakeSimulation();
  simulation.clock.advance('3d');
  const gateway = await server.open(simulation, {backends: {'https://myapp.com': address}});
  const context = await contextOf(gateway);

  gateway.cookies.follow(context);
  await (await context.newPage()).goto('https://myapp.com/');
  expect((await context.cookies()).map(({name}) => name)).toEqual(['own']);
  simulation.clock.advance('2m');
  await gateway.cookies.settled();
  expect(await context.cookies()).toEqual([]);
});

interface FakeJar {
  cookies(): Promise<JarCookie[]>;
  addCookies(cookies: readonly JarCookie[]): Promise<void>;
  take(header: string): void;
  names(): string[];
  /** Real milliseconds until a cookie ends. */
  leftOf(name: string): number | undefined;
}

function fakeJar(now: () => number): FakeJar {
  const held = new Map<string, JarCookie>();
  const living = (): JarCookie[] =>
    [...held.values()].filter(({expires}) => expires === -1 || expires * 1000 > now());
  return {
    cookies: async () => living(),
    addCookies: async (cookies) => cookies.forEach((cookie) => held.set(cookie.name, cookie)),
    take: (header) => {
      const cookie = readSetCookie(header, LOGIN);
      if (cookie === null) throw new Error(header);
      const {life, ...rest} = cookie;
      const expires = life !== null && 'maxAge' in life ? now() / 1000 + life.maxAge : -1;
      held.set(cookie.name, {...rest, expires, httpOnly: false, secure: true, sameSite: 'None'});
    },
    names: () =>
      living()
        .map(({name}) => name)
        .toSorted(),
    leftOf: (name) => {
      const expires = held.get(name)?.expires;
      return expires === undefined ? undefined : Math.round(expires * 1000 - now());
    },
  };
}
