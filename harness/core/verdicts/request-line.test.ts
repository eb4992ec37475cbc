import {expect, test} from '@playwright/test';
import {RequestLog} from '../simulation/request-log.ts';
import type {Arrival} from '../simulation/request-log.ts';
import type {LoggedRequest} from './logged-request.ts';
import {answeredLine, describeProblem} from './request-line.ts';
import {describeRequests} from './request-report.ts';

function logged(arrival: Partial<Arrival> & Partial<LoggedRequest>): LoggedRequest {
  const log = new RequestLog();
  log.add({
    method: 'GET',
    url: 'https://shopify.com/a',
    at: 0,
    status: 200,
    outcome: 'platform',
    duration: 2.4,
    ...arrival,
  });

  return log.entries[0] as LoggedRequest;
}

test('an answered request is one line with its subject', () => {
  expect(answeredLine(logged({token: {sub: 'gid://shopify/Customer/1'}}))).toBe(
    'GET https://shopify.com/a -> 200 (sub gid://shopify/Customer/1, 2 ms)',
  );

  expect(answeredLine(logged({}))).toBe('GET https://shopify.com/a -> 200 (no readable token, 2 ms)');
  const problem = {headline: 'GET /a', cause: 'it broke', turn: 'backend', fix: 'Mend it.'} as const;
  expect(answeredLine(logged({problem}))).toBe(
    [
      'GET https://shopify.com/a -> 200 (no readable token, 2 ms)',
      '  GET /a: it broke.',
      '  To change: the backend. Mend it.',
    ].join('\n'),
  );
});

test('a line names the schema that answered, if it is not that of the URL', () => {
  expect(answeredLine(logged({url: 'https://shopify.com/api/2026-10/graphql.json', schema: '2026-04'}))).toBe(
    'GET https://shopify.com/api/2026-10/graphql.json -> 200 (no readable token, answered by the schema of 2026-04, 2 ms)',
  );
});

test('a request that the browser did not send has a line with the reason', () => {
  const unsent = {
    outcome: 'failed',
    status: null,
    duration: null,
    preflight: {refused: 'it lacks "a"'},
  } as const;
  expect(answeredLine(logged(unsent))).toBe(
    'GET https://shopify.com/a -> failed (no readable token, preflight refused)',
  );
});

test('terminal, attachment and trace have the same sentence about a problem, with the line that sent it', () => {
  const problem = {
    headline: '401 from /a',
    cause: 'no session token was found in its headers',
    turn: 'extension',
    fix: 'Send one.',
  } as const;
  const request = logged({problem, status: 401, source: 'src/points.js:5:36'});

  const sentence = [
    '401 from /a: no session token was found in its headers.',
    'To change: the extension or page that sent it (src/points.js:5:36). Send one.',
  ].join('\n');
  expect(describeProblem(request)).toBe(sentence);
  expect(answeredLine(request)).toContain(sentence.replace('\n', '\n  '));
  expect(describeRequests([request])).toContain(sentence);

  // The line is named to the side that has to change it.
  expect(describeProblem({...request, problem: {...problem, turn: 'backend'}})).toContain(
    'To change: the backend. Send one.',
  );
});

test('an open request has no line', () => {
  expect(answeredLine(logged({duration: null}))).toBeNull();
});

test('a claim writes no control sequences to the terminal', () => {
  expect(answeredLine(logged({token: {sub: '\u001B[2Jx\n'}}))).toContain('sub \uFFFD[2Jx\uFFFD');
});
