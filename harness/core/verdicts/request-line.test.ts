import {expect, test} from '@playwright/test';
import {RequestLog} from '../simulation/request-log.ts';
import type {Arrival} from '../simulation/request-log.ts';
import type {LoggedRequest} from './logged-request.ts';
import {answeredLine} from './request-line.ts';

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

test('an open request has no line', () => {
  expect(answeredLine(logged({duration: null}))).toBeNull();
});

test('a claim writes no control sequences to the terminal', () => {
  expect(answeredLine(logged({token: {sub: '\u001B[2Jx\n'}}))).toContain('sub \uFFFD[2Jx\uFFFD');
});
