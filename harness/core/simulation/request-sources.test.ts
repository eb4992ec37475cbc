import {expect, test} from '@playwright/test';
import {RequestLog} from './request-log.ts';

const URL = 'https://myapp.com/api/points';
const SENT = {method: 'GET', url: URL};

let ids = 0;

/** Reports a request of a line; returns its id. */
function report(log: RequestLog, line: number, ended: readonly string[] = []): string {
  const id = `r${++ids}`;
  log.asked(
    {id, method: 'GET', url: URL, stack: '', ended, refused: null},
    {mount: 'm1', source: () => `src/points.js:${line}:1`},
  );
  return id;
}

function sourcesOf(log: RequestLog): (string | null)[] {
  return log.entries.map(({source}) => source);
}

test('a request gets its line if the report comes first, and if it comes later', () => {
  const log = new RequestLog();
  report(log, 1);
  log.add({...SENT, at: 0}, SENT);
  log.add({...SENT, at: 0}, SENT);
  expect(sourcesOf(log)).toEqual(['src/points.js:1:1', null]);

  report(log, 2);
  expect(sourcesOf(log)).toEqual(['src/points.js:1:1', 'src/points.js:2:1']);
  expect(log.entries[1]?.mount).toBe('m1');
});

test('a request that never reached the network gives its line to no other', () => {
  const log = new RequestLog();
  const cached = report(log, 1);
  report(log, 2, [cached]);
  log.add({...SENT, at: 0}, SENT);
  expect(sourcesOf(log)).toEqual(['src/points.js:2:1']);
});

test('a request that no script sent has no line', () => {
  const log = new RequestLog();
  report(log, 1);
  log.add({...SENT, at: 0});
  log.add({...SENT, at: 0}, {method: 'POST', url: URL});
  expect(sourcesOf(log)).toEqual([null, null]);
});

test('a line is computed when somebody reads it, also after later changes', () => {
  const log = new RequestLog();
  let computed = 0;
  const source = (): string => `src/points.js:${++computed}:1`;
  log.asked(
    {id: 'lazy', method: 'GET', url: URL, stack: '', ended: [], refused: null},
    {mount: null, source},
  );

  const id = log.add({...SENT, at: 0}, SENT);
  log.update(id, {status: 200, outcome: 'backend'});
  log.update(id, {duration: 1});
  expect(computed).toBe(0);
  expect(log.entries[0]).toMatchObject({status: 200, duration: 1, source: 'src/points.js:1:1'});
});
