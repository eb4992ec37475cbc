import {expect, test} from '@playwright/test';
import {RequestLog} from '../core/simulation/request-log.ts';
import type {Arrival, LoggedRequest} from '../core/simulation/request-log.ts';
import {requestLine} from './request-line.ts';

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
  expect(requestLine(logged({token: {sub: 'gid://shopify/Customer/1'}}))).toBe(
    'GET https://shopify.com/a -> 200 (sub gid://shopify/Customer/1, 2 ms)',
  );

  expect(requestLine(logged({}))).toBe('GET https://shopify.com/a -> 200 (no token, 2 ms)');
  expect(requestLine(logged({problem: 'It broke.'}))).toBe(
    'GET https://shopify.com/a -> 200 (no token, 2 ms)\n  It broke.',
  );
});

test('an open request has no line', () => {
  expect(requestLine(logged({duration: null}))).toBeNull();
});

test('a claim writes no control sequences to the terminal', () => {
  expect(requestLine(logged({token: {sub: '\u001B[2Jx\n'}}))).toContain('sub \uFFFD[2Jx\uFFFD');
});
