import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {curlOf} from './copied-curl.ts';
import type {CurlContext} from './copied-curl.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const SENT: readonly (readonly [string, string])[] = [
  ['Host', '127.0.0.1:1'],
  ['Origin', 'null'],
  ['Authorization', `Bearer ${TOKEN}`],
  ['sec-fetch-mode', 'cors'],
];

function contextOf(given: Partial<CurlContext> = {}, clientSecret?: string): CurlContext {
  const {world} = createSimulationCore(clientSecret === undefined ? {} : {app: {clientSecret}});
  return {
    sent: {headers: SENT, body: Buffer.alloc(0)},
    backend: 'http://127.0.0.1:41234',
    kind: 'customer-account',
    world,
    ...given,
  };
}

/** A request with the token of Ada that was issued so many seconds before. */
function requestOf(age: number, given: Partial<LoggedRequest> = {}): LoggedRequest {
  const {requests, world} = createSimulationCore();
  const iat = NOON / 1000 - age;
  const {clientId: aud} = world.app;
  const times = {iat, nbf: iat, exp: iat + 300};
  const token = {dest: world.shop.domain, aud, sub: 'gid://shopify/Customer/7001', jti: 'x', ...times};

  const url = "https://myapp.com/api/points?it's=1";
  requests.add({method: 'GET', url, at: NOON, outcome: 'backend', token, ...given});
  const [entry] = requests.entries;
  if (entry === undefined) throw new Error('The log has no entry.');
  return entry;
}

test('a new token is minted, for the address of the backend itself', () => {
  expect(curlOf(requestOf(10), contextOf())).toBe(
    `TOKEN="$(npx simhost token customer-account)" && curl -g -sS -i -H 'Origin: null' -H "Authorization: Bearer \${TOKEN}" 'http://127.0.0.1:41234/api/points?it%27s=1'\n`,
  );
});

test('a token that had expired is as old in the copy', () => {
  const line = curlOf(requestOf(369), contextOf());
  expect(line).toContain('NOW="$(date +%s)" && TOKEN="$(npx simhost token customer-account');
  expect(line).toContain('--claim "iat=$((NOW-369))" --claim "nbf=$((NOW-369))" --claim "exp=$((NOW-69))"');
});

test('a case is named, a guest is a guest, and other claims are written', () => {
  expect(curlOf(requestOf(10, {case: 'key-wrong'}), contextOf())).toContain(
    'customer-account --case key-wrong)',
  );
  const token = {...requestOf(10).token, sub: undefined, aud: 'another'};
  expect(curlOf(requestOf(10, {token}), contextOf())).toContain(`--customer guest --claim 'aud="another"'`);
});

test('a case that changes the request is a line of the audit', () => {
  expect(curlOf(requestOf(10, {case: 'http-bearer-lower'}), contextOf())).toBe(
    `npx simhost audit 'http://127.0.0.1:41234/api/points?it%27s=1' --profile customer-account --only http-bearer-lower\n`,
  );
});

test('neither the token nor a secret is written, wherever it was sent', () => {
  const body = Buffer.from(JSON.stringify({token: TOKEN, text: "it's $HOME"}));
  const headers = [...SENT, ['X-Copy', TOKEN], ['Content-Type', 'application/json']] as const;
  const request = requestOf(10, {method: 'POST'});
  const line = curlOf(request, contextOf({sent: {headers, body}}, 'a-secret-of-ones-own'));

  expect(line).not.toContain(TOKEN);
  expect(line).not.toContain('a-secret-of-ones-own');
  expect(line).toContain(': "${SHOPIFY_API_SECRET:?}" && ');
  expect(line).toContain('-X POST');
  expect(line).toContain('-H "X-Copy: ${TOKEN}"');
  expect(line).toContain(String.raw`--data-binary "{\"token\":\"${'${TOKEN}'}\",\"text\":\"it's \$HOME\"}"`);
});

test('a body that is not text is written in base64, and a request without a token mints none', () => {
  const sent = {headers: [], body: Buffer.from([0, 255])};
  expect(curlOf(requestOf(10, {method: 'PUT', token: null}), contextOf({sent}))).toBe(
    `printf %s AP8= | base64 -d | curl -g -sS -i -X PUT --data-binary @- 'http://127.0.0.1:41234/api/points?it%27s=1'\n`,
  );
});

test('a body that begins with @ is sent as it is, and is not the name of a file', () => {
  const sent = {headers: SENT, body: Buffer.from('@/etc/hosts')};
  expect(curlOf(requestOf(10, {method: 'POST'}), contextOf({sent}))).toMatch(
    / --data-raw '?@\/etc\/hosts'? /,
  );
});
