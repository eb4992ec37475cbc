import http from 'node:http';
import {expect} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals} from '../../wire/bad-input.fixture.ts';
import {fakeSimulation, fetchFromSandbox, test} from './server.fixture.ts';

const CORS = {'access-control-allow-origin': '*'};
const ORIGIN = 'https://myapp.com';

/** Listens as a backend that redirects `/go/here` to the location in its query, one character for each byte. */
const redirecting: http.RequestListener = (request, response) => {
  const {pathname, searchParams} = new URL(request.url ?? '/', ORIGIN);
  if (pathname !== '/go/here') return response.writeHead(200, CORS).end(request.url);
  // With a string as its body, Node would write the headers in UTF-8.
  response.writeHead(302, {...CORS, location: searchParams.get('to') ?? ''}).end(Buffer.from('not followed'));
};

const go = (location: string): string => `/go/here?to=${encodeURIComponent(location)}`;

test('a redirect through the forward route has the same end as without it', async ({
  server,
  listen,
  chrome,
}) => {
  const backend = await listen(redirecting);
  const {url, forward} = await server.openLocal(fakeSimulation(), {backends: {[ORIGIN]: backend}});
  const page = await chrome.newPage();
  await page.goto(url);

  for (const location of [
    '/next?a=b#top',
    // Found by the property below.
    '/next?',
    'next',
    '../next',
    '%2e%2e/next',
    '/a b',
    '/..\\next',
    // UTF-8 and Latin-1
    '/caf\u00c3\u00a9?q=\u00e9',
    '',
    ' ',
    'javascript:1',
    'data:,x',
    'http://[',
  ]) {
    const direct = await fetchFromSandbox(page, `${backend}${go(location)}`, {});
    const forwarded = await fetchFromSandbox(page, `${forward.base}https/myapp.com${go(location)}`, {});
    expect(forwarded, JSON.stringify(location)).toBe(direct);
  }
  await page.close();
});

const part = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '\\',
    '..',
    '%2e',
    ':',
    '@',
    '?',
    '#',
    '[',
    ']',
    '%',
    '%00',
    '\t',
    ' ',
    '\u00e9',
    '\u00ff',
  ),
  fc.constantFrom(
    'https',
    'http',
    'ws',
    'javascript',
    'HTTPS',
    'localhost',
    'myapp.com',
    '127.0.0.1',
    '::1',
    'a',
  ),
  fc.string({maxLength: 5}),
);

test('no redirect of a backend leads a page of simhost dev out of the forward route', async ({
  server,
  listen,
}) => {
  const backend = await listen(redirecting);
  const simulation = fakeSimulation();
  const {forward} = await server.openLocal(simulation, {backends: {[ORIGIN]: backend}});

  await expectRefusals({
    area: 'redirects of backends (all stay on the forward route)',
    inputs: fc.array(part, {maxLength: 8}).map((parts) => parts.join('')),
    runs: 250,
    least: 100,
    attempt: async (location) => {
      const asked = `${forward.base}https/myapp.com${go(location)}`;
      const {headers} = await get(asked);
      const given = headers.location ?? '';

      // Values that no browser follows, and other schemes, which no script may follow, are passed on.
      if (given === location.trim()) return 'refused';
      if (!new URL(given, asked).href.startsWith(forward.base)) throw new Error(`It leads to ${given}.`);

      await get(new URL(given, asked).href);
      const followed = simulation.requests.entries.at(-1)?.url;
      const meant = new URL(escapeBytes(location), `${ORIGIN}${go(location)}`);
      meant.hash = '';
      meant.username = '';
      meant.password = '';
      expect(followed).toBe(meant.href);
      return 'refused';
    },
  });
});

function escapeBytes(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function get(address: string): Promise<http.IncomingMessage> {
  const url = new URL(address);
  url.hash = '';
  const {origin, hostname, port, href} = url;
  // By a URL, Node would leave out the question mark of an empty query.
  const path = href.slice(origin.length);

  return new Promise((resolve, reject) => {
    const request = http.get({hostname, port, path, agent: false}, (response) => {
      response.resume();
      response.once('end', () => resolve(response));
    });
    request.once('error', reject);
  });
}
