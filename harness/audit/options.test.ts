import {writeFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {audit} from './audit.ts';
import {readOptions} from './options.ts';
import type {AuditOptions} from './options.ts';
import type {AuditReport} from './report.ts';

const ROUTE = 'http://127.0.0.1:9/api/points';

for (const [name, url, options, message] of [
  ['a path alone', '/api/points', {}, 'Not the URL of a backend: /api/points.'],
  ['another protocol', 'ftp://localhost/', {}, 'Not the URL of a backend'],
  ['a host elsewhere', 'https://myapp.com/api', {}, 'myapp.com is not on this machine.'],
  ['a host that looks local', 'http://127.0.0.1.evil.example/', {}, 'is not on this machine'],
  [
    'a platform elsewhere',
    ROUTE,
    {platform: {url: 'https://server.shop.app', id: 'x'}},
    'server.shop.app is not on this machine',
  ],
  ['an unknown option', ROUTE, {profil: 'admin'}, 'Unknown audit option "profil".\nDid you mean "profile"?'],
  ['an unknown profile', ROUTE, {profile: 'chekout'}, 'Unknown profile "chekout".\nDid you mean "checkout"?'],
  [
    'an unknown case in only',
    ROUTE,
    {only: ['exp-past-6']},
    'Unknown case "exp-past-6".\nDid you mean "exp-past-60"?',
  ],
  ['an unknown case in skip', ROUTE, {skip: {'exp-past-6': 'why'}}, 'Unknown case "exp-past-6"'],
  [
    'a skip without reason',
    ROUTE,
    {skip: {'exp-past-60': ' '}},
    'Case "exp-past-60" is skipped without a reason.',
  ],
  ['an unknown customer', ROUTE, {customer: 'adda'}, 'Unknown customer "adda"'],
  ['an empty secret', ROUTE, {secret: ''}, "The app's clientSecret is empty."],
  ['a shop that is none', ROUTE, {shop: 'acme.example'}, 'Not a shop domain: "acme.example"'],
  [
    'the header of the token',
    ROUTE,
    {headers: {authorization: 'Bearer x'}},
    'The header authorization cannot be given',
  ],
  ['a condition that is none', ROUTE, {acceptedIf: 'fine'}, 'Not a condition for accepted requests: fine'],
  ['no concurrency', ROUTE, {concurrency: 0}, 'concurrency is 0.'],
  ['a timeout that is not a number', ROUTE, {timeout: Number.NaN}, 'timeout is NaN.'],
  [
    'a baseline that is not there',
    ROUTE,
    {baseline: 'no-such-file.json'},
    'The baseline no-such-file.json cannot be read: ENOENT',
  ],
  [
    'a baseline of a backend that could not be audited',
    ROUTE,
    {baseline: {verdict: 'not-auditable', findings: []}},
    'The baseline the object given cannot be read: it is of a backend that could not be audited.',
  ],
  [
    'a baseline that is something else',
    ROUTE,
    {baseline: 'package.json'},
    'The baseline package.json cannot be read: it has no findings.',
  ],
] as const) {
  test(`refuses ${name}`, async () => {
    await expect(audit(url, options as unknown as AuditOptions)).rejects.toThrow(message);
  });
}

for (const url of [
  'http://localhost:1/',
  'http://app.localhost:1/',
  'http://127.8.9.1:1/',
  'http://[::1]:1/',
  'https://localhost/',
]) {
  test(`takes ${url} for this machine`, async () => {
    expect((await readOptions(url, {})).url.href).toBe(url);
  });
}

test('a host elsewhere is taken where the caller says so', async () => {
  expect((await readOptions('https://myapp.com/api', {allowRemote: true})).url.host).toBe('myapp.com');
});

test('data makes the request a POST of JSON, unless something else is said', async () => {
  expect((await readOptions(ROUTE, {})).template).toMatchObject({method: 'GET', headers: [], body: null});
  const json = {method: 'POST', headers: [['Content-Type', 'application/json']], body: '{}'};
  expect((await readOptions(ROUTE, {data: '{}'})).template).toMatchObject(json);
  const form = {method: 'PUT', headers: [['content-type', 'text/plain']], body: 'a'};
  expect(
    (await readOptions(ROUTE, {data: 'a', method: 'put', headers: {'content-type': 'text/plain'}})).template,
  ).toMatchObject(form);
});

test('a baseline is a report, or the path of one', async ({}, testInfo) => {
  const report = {findings: [{case: 'exp-past-60'}, {case: 'gone-since'}]} as unknown as AuditReport;
  const path = testInfo.outputPath('baseline.json');
  await writeFile(path, JSON.stringify(report));
  for (const baseline of [report, path])
    expect([...(await readOptions(ROUTE, {baseline})).known]).toEqual(['exp-past-60']);
});
