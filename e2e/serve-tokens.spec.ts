import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';

const run = promisify(execFile);

/** A backend in PHP without a library: it gets access tokens by each grant, and asks the Admin API. */
const BACKEND = String.raw`<?php
[, $base, $idToken] = $argv;
$shop = "$base/acme.myshopify.com";

function send($url, $body = null, $headers = []) {
    $http = ['ignore_errors' => true, 'follow_location' => 0, 'header' => implode("\r\n", $headers)];
    if ($body !== null) $http += ['method' => 'POST', 'content' => $body];
    $text = file_get_contents($url, false, stream_context_create(['http' => $http]));
    preg_match('/^HTTP\/\S+ (\d+)/', $http_response_header[0], $status);
    $location = array_values(preg_grep('/^location:/i', $http_response_header))[0] ?? '';
    return ['status' => (int) $status[1], 'body' => json_decode($text, true) ?? $text, 'location' => $location];
}

function tokens($parameters, $secret = 'a-secret-of-the-app') {
    global $shop;
    $form = http_build_query(['client_id' => 'key', 'client_secret' => $secret] + $parameters);
    return send("$shop/admin/oauth/access_token", $form, ['Content-Type: application/x-www-form-urlencoded']);
}

function query($token, $query) {
    global $shop;
    $headers = ['Content-Type: application/json', "X-Shopify-Access-Token: $token"];
    return send("$shop/admin/api/2026-07/graphql.json", json_encode(['query' => $query]), $headers);
}

$exchange = [
    'grant_type' => 'urn:ietf:params:oauth:grant-type:token-exchange',
    'subject_token' => $idToken,
    'subject_token_type' => 'urn:ietf:params:oauth:token-type:id_token',
];
$offline = $exchange + ['requested_token_type' => 'urn:shopify:params:oauth:token-type:offline-access-token'];
$online = $exchange + ['requested_token_type' => 'urn:shopify:params:oauth:token-type:online-access-token'];

$permanent = tokens($offline);
$migrated = tokens([
    'subject_token' => $permanent['body']['access_token'],
    'subject_token_type' => 'urn:shopify:params:oauth:token-type:offline-access-token',
    'expiring' => '1',
] + $offline);
$expiring = tokens($offline + ['expiring' => '1']);
$refreshed = tokens(['grant_type' => 'refresh_token', 'refresh_token' => $expiring['body']['refresh_token']]);
$authorize = http_build_query([
    'client_id' => 'key', 'scope' => 'write_products', 'state' => 's', 'redirect_uri' => 'https://myapp.com/callback',
]);
$granted = send("$shop/admin/oauth/authorize?$authorize");
parse_str(parse_url(trim(substr($granted['location'], 9)), PHP_URL_QUERY), $callback);

echo json_encode([
    'permanent' => $permanent, 'expiring' => $expiring, 'refreshed' => $refreshed, 'migrated' => $migrated,
    'online' => tokens($online),
    'credentials' => tokens(['grant_type' => 'client_credentials']),
    'code' => tokens(['code' => $callback['code'] ?? '', 'expiring' => '1']),
    'forged' => tokens(['subject_token' => 'a.b.c'] + $offline),
    'wrongSecret' => tokens($offline, 'another secret'),
    'shop' => query($refreshed['body']['access_token'], '{ shop { name } }'),
    'orders' => query($refreshed['body']['access_token'], '{ orders(first: 1) { nodes { id } } }'),
    'ended' => query($permanent['body']['access_token'], '{ shop { name } }'),
]);
`;

test('a backend in PHP gets tokens by each grant of serve, and asks with the scopes of --scopes', async ({
  running,
}, testInfo) => {
  const hasPhp = await run('php', ['--version']).then(
    () => true,
    () => false,
  );
  test.skip(!hasPhp && process.env['CI'] === undefined, 'needs php');

  const [script, idFile] = [testInfo.outputPath('backend.php'), testInfo.outputPath('id')];
  const app = ['--client-id', 'key', '--secret', 'a-secret-of-the-app', '--scopes', 'write_products'];
  const base = await running.start(['serve', ...app, '--id-file', idFile]);

  const minted = await fetch(`${base}/.simhost/mint`, {
    method: 'POST',
    headers: {authorization: `Bearer ${(await readFile(idFile, 'utf8')).trim()}`},
    body: JSON.stringify({kind: 'admin'}),
  });
  const {token} = (await minted.json()) as {readonly token: string};

  await writeFile(script, BACKEND);
  const {stdout} = await run('php', [script, base, token]);
  const got = JSON.parse(stdout) as Record<string, {readonly status: number; readonly body: unknown}>;

  const offline = {access_token: expect.stringMatching(/^shpat_/) as unknown, scope: 'write_products'};
  const pair = {...offline, expires_in: 3600, refresh_token: expect.stringMatching(/^shprt_/) as unknown};
  expect(got).toMatchObject({
    permanent: {status: 200, body: offline},
    expiring: {status: 200, body: pair},
    refreshed: {status: 200, body: pair},
    migrated: {status: 200, body: pair},
    code: {status: 200, body: pair},
    online: {status: 200, body: {expires_in: 86_399, associated_user: {first_name: 'Grace'}}},
    credentials: {status: 200, body: {...offline, expires_in: 86_399}},
    forged: {status: 400, body: {error: 'invalid_subject_token'}},
    shop: {status: 200, body: {data: {shop: {name: 'Acme Outfitters'}}}},
    orders: {status: 200, body: {errors: [{extensions: {code: 'ACCESS_DENIED'}}]}},
    ended: {
      status: 401,
      body: {errors: expect.stringContaining('Invalid API key or access token') as unknown},
    },
  });
  expect(got['wrongSecret']).toMatchObject({
    status: 400,
    body: expect.stringContaining('Oauth error'),
  });
  expect(running.output()).not.toMatch(/sh(?:pat|prt|pua)_(?!simhost-)/);
});
