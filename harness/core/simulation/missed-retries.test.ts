import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import {reportMissedRetries} from './missed-retries.ts';
import {RequestLog} from './request-log.ts';

const POINTS = 'https://myapp.com/api/points';

/** A frozen clock, a log that is followed, and a way to add a refused request. */
function followed(): {
  clock: Clock;
  log: RequestLog;
  refuse: (change?: Partial<LoggedRequest>) => number;
  stop: () => void;
} {
  const [clock, log] = [new Clock(), new RequestLog()];
  clock.freeze('2026-11-20T12:00:00Z');
  const stop = reportMissedRetries({requests: log, clock});

  const refuse = (change: Partial<LoggedRequest> = {}): number => {
    const id = log.add({method: 'GET', url: POINTS, at: clock.now(), case: 'exp-past-60'});
    const expected = {verdict: 'refuse', statuses: [401], isRight: true} as const;
    log.update(id, {outcome: 'backend', status: 401, duration: 1, expected, ...change});
    return id;
  };

  return {clock, log, refuse, stop};
}

/** Runs what is in the queue of microtasks. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

test('a refused request that nobody repeats within two simulated seconds is the turn of the extension', async () => {
  const {clock, log, refuse} = followed();
  refuse();
  clock.advance('1999ms');
  await settled();
  expect(log.entries[0]?.problem).toBeNull();

  clock.advance('1ms');
  await settled();
  expect(log.entries[0]?.problem).toEqual({
    headline: `401 from ${POINTS}`,
    cause:
      'this is the right answer to exp-past-60 (the token had expired 60 s before it was issued), but the request ' +
      'was not tried again',
    turn: 'extension',
    fix: 'After a 401, ask for a fresh token and send the request once more.',
  });
});

test('a request that is repeated, and one that no fresh token saves, stay as they are', async () => {
  const {clock, log, refuse} = followed();
  refuse();
  log.add({method: 'GET', url: POINTS, at: clock.now()});
  clock.advance('2s');
  await settled();

  refuse({case: 'key-wrong'});
  refuse({status: 200});
  clock.advance('2s');
  await settled();
  expect(log.entries.map(({problem}) => problem)).toEqual([null, null, null, null]);
});

test('nothing is reported after the end', async () => {
  const {clock, log, refuse, stop} = followed();
  refuse();
  stop();
  clock.advance('2s');
  await settled();
  expect(log.entries[0]?.problem).toBeNull();
});
