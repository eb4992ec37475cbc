import {expect, test} from '@playwright/test';
import {RequestLog} from '../core/simulation/request-log.ts';
import {printRequests} from './event-lines.ts';

const SENT = {method: 'GET', url: 'https://myapp.com/api/points'};

test('a request is printed once, and again if the line that sent it comes after the answer', () => {
  const [log, lines]: [RequestLog, string[]] = [new RequestLog(), []];
  printRequests(log, (line) => lines.push(line));

  const problem = {headline: '401', cause: 'no token', turn: 'extension', fix: null} as const;
  const id = log.add({...SENT, at: 0}, SENT);
  log.update(id, {outcome: 'backend', status: 401, duration: 1, problem});
  log.update(id, {retryOf: null});
  expect(lines).toHaveLength(1);

  log.asked(
    {...SENT, id: 'a', stack: '', ended: [], refused: null},
    {mount: null, source: () => 'src/points.js:5:36'},
  );
  expect(lines.slice(1)).toEqual([expect.stringContaining('(src/points.js:5:36)')]);
});
