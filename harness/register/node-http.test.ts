import http from 'node:http';
import type {ClientRequest} from 'node:http';
import https from 'node:https';
import {syncBuiltinESMExports} from 'node:module';
import {expect, test} from '@playwright/test';
import {interceptAtFirstReroute} from './node-http.ts';

const OWN = {
  http: {request: http.request, get: http.get, ClientRequest: http.ClientRequest},
  https: {request: https.request, get: https.get},
};

test.afterEach(() => {
  Object.assign(http, OWN.http);
  Object.assign(https, OWN.https);
  syncBuiltinESMExports();
});

/** Puts a function in place of all that send, as msw does. Returns the addresses that were looked up, and the calls. */
function intercepted(): {readonly asked: string[]; readonly calls: unknown[][]; loads: number} {
  const seen = {asked: [] as string[], calls: [] as unknown[][], loads: 0};
  const replaced = (...args: unknown[]): ClientRequest => {
    seen.calls.push(args);
    return {} as ClientRequest;
  };

  interceptAtFirstReroute(
    ({href, hostname}) => {
      seen.asked.push(href);
      return hostname.endsWith('.test') ? {path: '/', headers: {}} : null;
    },
    () => {
      seen.loads += 1;
      http.request = replaced;
      http.get = replaced;
      http.ClientRequest = function (...args: unknown[]) {
        seen.calls.push(args);
      } as unknown as typeof http.ClientRequest;

      https.request = replaced;
      https.get = replaced;
    },
  );

  return seen;
}

/** Ends a request of Node's own before it connects. */
function cancel(request: ClientRequest): void {
  request.on('error', () => {}).destroy();
}

const AWAY: Record<string, [string, () => unknown]> = {
  'a string': ['http://a.test/', () => http.request('http://a.test/points')],
  'a URL': ['https://a.test/', () => https.get(new URL('https://a.test/points'))],
  'a URL with another host in the options': [
    'https://b.test/',
    () => https.request('https://a.local/', {hostname: 'b.test'}),
  ],
  'options with a host and a port': ['https://a.test:444/', () => https.request({host: 'a.test', port: 444})],
  'options with both host and hostname': [
    'http://a.test/',
    () => http.request({host: 'a.local', hostname: 'a.test'}),
  ],
  'options with a protocol': ['https://a.test/', () => http.request({protocol: 'https:', host: 'a.test'})],
  'http.get': ['http://a.test/', () => http.get({host: 'a.test'})],
  'new http.ClientRequest': ['http://a.test/', () => new http.ClientRequest('http://a.test/')],
};

for (const [name, [address, send]] of Object.entries(AWAY)) {
  test(`the first request that leaves is intercepted: ${name}`, () => {
    const seen = intercepted();
    send();
    expect(seen).toMatchObject({asked: [address], calls: [expect.any(Array)], loads: 1});
  });
}

const HERE: Record<string, [string, () => ClientRequest]> = {
  'a string': ['http://127.0.0.1:1/', () => http.request('http://127.0.0.1:1/points')],
  'an IPv6 address': ['http://[::1]:1/', () => http.request({host: '::1', port: 1})],
  'a URL with an IPv6 address': ['http://[::1]:1/', () => http.get(new URL('http://[::1]:1/'))],
  'a socket': ['http://localhost/', () => http.request({socketPath: '/nowhere', path: '/'})],
  'new http.ClientRequest': ['http://localhost:1/', () => new http.ClientRequest('http://localhost:1/')],
};

for (const [name, [address, send]] of Object.entries(HERE)) {
  test(`a request that stays on this machine loads nothing: ${name}`, () => {
    const seen = intercepted();
    const request = send();
    cancel(request);

    expect(request).toBeInstanceOf(OWN.http.ClientRequest);
    expect(seen).toEqual({asked: [address], calls: [], loads: 0});
  });
}

test('functions are replaced once, for requests that leave only', () => {
  const seen = intercepted();
  http.request('http://a.test/');
  https.get('https://a.test/');
  cancel(http.request('http://127.0.0.1:1/'));

  expect(seen.loads).toBe(1);
  expect(seen.calls).toEqual([['http://a.test/'], ['https://a.test/']]);
});

test('a function that was taken before the first request is intercepted too', () => {
  const seen = intercepted();
  const {request, get} = https;
  request('https://a.test/');
  get('https://b.test/');
  expect(seen.calls).toEqual([['https://a.test/'], ['https://b.test/']]);
});

test('a function that the backend has put in place stays, and is called once for each request', () => {
  const seen = intercepted();
  const {request} = https;
  const wrapped: string[] = [];
  https.request = ((address: string) => {
    wrapped.push(address);
    return request(address);
  }) as typeof https.request;

  https.request('https://a.test/');
  https.request('https://b.test/');

  expect(wrapped).toEqual(['https://a.test/', 'https://b.test/']);
  expect(seen.calls).toEqual([['https://a.test/'], ['https://b.test/']]);
});

test('an invalid address is intercepted too, so that every request that leaves is seen', () => {
  const seen = intercepted();
  http.request({host: 'fe80::1%lo'});
  http.request('no address');
  expect(seen).toMatchObject({asked: [], calls: [[{host: 'fe80::1%lo'}], ['no address']], loads: 1});
});
