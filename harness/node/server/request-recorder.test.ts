import {expect, test} from '@playwright/test';
import {RequestRecorder} from './request-recorder.ts';
import {fakeSimulation, type FakeSimulation} from './server.fixture.ts';

const request = {
  method: 'GET',
  url: 'https://myapp.com/a?t=client-secret',
  target: 'https://myapp.com',
  headers: new Headers({authorization: 'Bearer ada'}),
};

test('explains why the token was refused, and writes no secret', () => {
  const simulation: FakeSimulation = {
    ...fakeSimulation(),
    tokens: {
      ...fakeSimulation().tokens,
      explain: ({status}) =>
        status === 401
          ? {cause: 'the token of client-secret had expired', turn: 'extension', fix: 'Not client-secret.'}
          : null,
    },
  };

  const recorder = new RequestRecorder(simulation);

  recorder.arrived(request).answered('backend', 200, new Headers());
  recorder.arrived(request).answered('backend', 401, new Headers());
  expect(simulation.requests.entries).toMatchObject([
    {url: 'https://myapp.com/a?t=<secret>', token: {sub: 'ada'}, problem: null},
    {
      url: 'https://myapp.com/a?t=<secret>',
      problem: {
        headline: '401 from https://myapp.com/a?t=<secret>',
        cause: 'the token of <secret> had expired',
        turn: 'extension',
        fix: 'Not <secret>.',
      },
    },
  ]);
});

test('reports a request that the browser cancelled as cancelled', () => {
  const simulation = fakeSimulation();
  const visit = new RequestRecorder(simulation).arrived(request);

  expect(simulation.requests.entries).toMatchObject([{outcome: 'pending', duration: null}]);
  visit.done();
  expect(simulation.requests.entries).toMatchObject([
    {outcome: 'failed', problem: {cause: 'the browser gave up before there was one', turn: 'nobody'}},
  ]);
});

test('notes the simulated instant of arrival', () => {
  const simulation = fakeSimulation();
  simulation.clock.freeze('2030-01-01T12:00:00Z');
  new RequestRecorder(simulation).arrived(request).done();
  expect(simulation.requests.entries[0]?.at).toBe(Date.parse('2030-01-01T12:00:00Z'));
});

test('the size of an answer is counted, and the log of simhost dev has its body without secrets', () => {
  const simulation = fakeSimulation();
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'set-cookie': 'sid=s3cr3t; Path=/',
    'x-key': 'client-secret',
  });

  const answer = (): void => {
    const record = new RequestRecorder(simulation).arrived(request);
    record.answered('backend', 200, headers);
    record.received(Buffer.from('{"key": "client-'));
    record.received(Buffer.from('secret"}'));
    record.done();
  };

  answer();
  simulation.requests.keepsBodies = true;
  answer();

  const facts = {
    type: 'application/json',
    size: 24,
    headers: [
      ['content-type', 'application/json; charset=utf-8'],
      ['set-cookie', 'sid=<hidden>; Path=/'],
      ['x-key', '<secret>'],
    ],
  };
  expect(simulation.requests.entries.map((entry) => entry.answer)).toEqual([
    {...facts, body: null},
    {...facts, body: '{"key": "<secret>"}'},
  ]);
});

test('a request after a refused one for the same URL is its retry', () => {
  const simulation = fakeSimulation();
  const recorder = new RequestRecorder(simulation);
  for (const status of [401, 401, 200, 200]) {
    const record = recorder.arrived(request);
    record.answered('backend', status, new Headers());
    record.done();
  }

  expect(simulation.requests.entries.map(({retryOf}) => retryOf)).toEqual([null, 0, 1, null]);
});

test('a request that was not sent has the CORS facts of its preflight, and the header to add', () => {
  const simulation = fakeSimulation();
  const asked = {
    origin: 'null',
    'sec-fetch-mode': 'cors',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  };
  const allowed = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'};
  const record = new RequestRecorder(simulation).arrived({
    ...request,
    method: 'OPTIONS',
    headers: new Headers(asked),
  });
  record.answered('backend', 204, new Headers(allowed));

  const cors = {
    asked: ['authorization', 'content-type'],
    status: 204,
    allowOrigin: '*',
    allowMethods: null,
    allowHeaders: 'authorization',
    readable: false,
    warning: null,
  };
  expect(simulation.requests.entries).toMatchObject([
    {method: 'OPTIONS', cors},
    {
      method: 'POST',
      cors,
      problem: {fix: 'Answer OPTIONS with "Access-Control-Allow-Headers: authorization, content-type".'},
    },
  ]);
});
