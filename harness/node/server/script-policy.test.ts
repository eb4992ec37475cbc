import {createHash} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {policyWithScript} from './script-policy.ts';

const HASH = `'sha256-${createHash('sha256').update('started()').digest('base64')}'`;

for (const [policy, expected] of [
  ['img-src *', 'img-src *'],
  ["script-src 'self'", `script-src 'self' ${HASH}`],
  ["script-src 'none'; img-src *", `script-src ${HASH}; img-src *`],
  ["script-src 'unsafe-inline'", "script-src 'unsafe-inline'"],
  // A nonce makes browsers ignore 'unsafe-inline'.
  ["script-src 'unsafe-inline' 'nonce-1'", `script-src 'unsafe-inline' 'nonce-1' ${HASH}`],
  ["script-src-elem 'self'; script-src *", `script-src-elem 'self' ${HASH}; script-src *`],
  // Browsers ignore the second of two equal directives.
  ["script-src 'self'; script-src 'none'", `script-src 'self' ${HASH}; script-src 'none'`],
  ["default-src 'self'", `default-src 'self'; script-src-elem 'self' ${HASH}`],
  ['connect-src https://api.example.com', "connect-src https://api.example.com 'self'"],
  ["connect-src 'none'", "connect-src 'self'"],
  ["connect-src 'self', script-src 'self'", `connect-src 'self', script-src 'self' ${HASH}`],
] as const) {
  test(`a script is added to the policy ${policy}`, () => {
    expect(policyWithScript(policy, 'started()')).toBe(expected);
  });
}
