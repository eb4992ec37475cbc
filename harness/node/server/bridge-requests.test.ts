import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {requestDetail} from '../../core/simulation/request-detail.ts';
import {requestEntry} from '../../core/simulation/request-entry.ts';
import {answeredLine} from '../../core/verdicts/request-line.ts';
import {describeRequests} from '../../core/verdicts/request-report.ts';
import {RequestRecorder} from './request-recorder.ts';

const URL = 'https://myapp.com/api/notes';
const RETRY = {'x-shopify-retry-invalid-session-request': '1'};

/** Logs the answer to a request of a page, as the gateway does. */
function answered(
  core: SimulationCore,
  token: string,
  status: number,
  headers: Record<string, string>,
): void {
  const request = {method: 'GET', url: URL, target: 'https://myapp.com'};
  const record = new RequestRecorder(core).arrived({
    ...request,
    headers: new Headers({authorization: `Bearer ${token}`}),
  });
  record.answered('backend', status, new Headers(headers));
  record.done();
}

async function idToken(core: SimulationCore): Promise<string> {
  return (await core.appAccess.idTokens.take())?.value ?? '';
}

async function expiredThenFresh(status: number): Promise<SimulationCore> {
  const core = createSimulationCore({app: {clientId: 'key', clientSecret: 'a client secret'}});
  core.clock.freeze('2026-11-20T12:00:00Z');
  const old = await idToken(core);
  core.clock.advance('120s');

  answered(core, old, 401, RETRY);
  answered(core, await idToken(core), status, status === 200 ? {} : RETRY);
  return core;
}

test('a request that App Bridge repeats has a sentence, and so has the repetition', async () => {
  const {requests} = await expiredThenFresh(200);
  expect(requests.entries.map(({problem}) => problem)).toEqual([
    {
      headline: `401 from ${URL}`,
      cause:
        'the token had expired 60 s before it arrived, and was given out 2 min earlier; ' +
        'the answer makes App Bridge send the request again, with a new token',
      turn: 'nobody',
      fix: null,
    },
    {
      headline: `200 from ${URL}`,
      cause: 'App Bridge sent the refused request again, with a new token',
      turn: 'nobody',
      fix: null,
    },
  ]);
});

test('a repetition that is refused too is the turn of the backend', async () => {
  const {requests} = await expiredThenFresh(401);
  expect(requests.entries[1]?.problem).toMatchObject({
    cause:
      'App Bridge sent the refused request again, with a new token, and got no further: the token was good',
    turn: 'backend',
  });
});

test('a later request with the same URL is not a repetition', async () => {
  const core = await expiredThenFresh(200);
  answered(core, await idToken(core), 200, {});
  expect(core.requests.entries[2]?.problem).toBeNull();
});

test('terminal, attachments and console say the same about a repetition', async () => {
  const {requests, world} = await expiredThenFresh(200);
  const attachment = describeRequests(requests.entries);
  const entries = requests.entries.map((request, n) => requestEntry(request, n, n));

  requests.entries.forEach((request, n) => {
    const cause = request.problem?.cause ?? 'none';
    expect(answeredLine(request)).toContain(
      `401 from ${URL}: ${cause}`.replace('401', String(request.status)),
    );
    expect(attachment).toContain(cause);

    const entry = entries[n];
    if (entry === undefined) throw new Error(`Request ${n} has no row.`);
    const {headline, turn} = requestDetail({request, entry, others: entries, world, canResend: false});
    expect(entry.sentence.toLowerCase()).toBe(cause.toLowerCase());
    expect(headline.toLowerCase()).toBe(`${cause}.`.toLowerCase());
    expect(turn).toBeNull();
  });

  expect(entries.map(({mood}) => mood)).toEqual(['problem', 'plain']);
});
