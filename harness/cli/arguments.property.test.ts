import {expect, test} from '@playwright/test';
import * as fc from 'fast-check';
import {decodeJwt, decodeProtectedHeader} from 'jose';
import {expectRefusals, hostileString} from '../wire/bad-input.fixture.ts';
import {Clock} from '../clock.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {readOptions} from '../audit/options.ts';
import {readAuditArguments} from './audit/arguments.ts';
import {customerByName} from '../core/world/people.ts';
import {readPort, readUpdate} from './option-values.ts';
import {tokenOf} from './token.ts';

const NAMES = [
  'shop',
  'client-id',
  'secret',
  'customer',
  'sub',
  'account',
  'admin',
  'app-key',
  'claim',
  'without',
  'case',
  'variant',
  'json',
  'port',
  '__proto__',
  'constructor',
  'help=1',
  'no-json',
];
const VALUES = [
  'acme.myshopify.com',
  'ada',
  'exp=1',
  'exp=[',
  '"a=b"=1',
  '__proto__={}',
  'exp=1e400',
  '="',
  '=',
  '{',
  '{}',
  '{"id": 1}',
  'gid://shopify/Customer/x',
  'exp-past-60',
  'grace',
  'orders',
];

const argument: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => `--${name}`),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.oneof(fc.constantFrom(...VALUES), hostileString))
    .map(([name, value]) => `--${name}=${value}`),
  fc.constantFrom(...VALUES, '-', '--', '-x', '--=', '--json=1'),
  hostileString,
);

test('simhost token refuses arguments that it cannot carry out', async () => {
  const clock = new Clock({realNow: () => 1_790_000_000_000});
  await expectRefusals({
    area: 'arguments of simhost token',
    inputs: fc.tuple(
      fc.constantFrom(
        'checkout',
        'customer-account',
        'admin',
        'shop-minis',
        'vtex-admin',
        'vtex-appkey',
        'nothing',
        '',
        '__proto__',
      ),
      fc.oneof(
        fc.array(argument, {maxLength: 4}),
        fc.subarray(['--without=exp', '--without=iss', '--claim=exp=1', '--json']),
      ),
    ),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: async ([kind, rest]) => {
      const token = await tokenOf([kind, ...rest], clock);
      if (!rest.some((each) => each.startsWith('--case'))) expectToken(token, rest);
    },
  });
});

/** Checks that the output is a signed token, and that it lacks the claims that --without names. */
function expectToken(output: string, rest: readonly string[]): void {
  const isJson = rest.includes('--json');
  const printed: unknown = isJson ? JSON.parse(output) : {token: output};
  const {token, claims = null} = printed as {token: string; claims?: unknown};
  const decoded = decodeJwt(token);

  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(decodeProtectedHeader(token).alg).toMatch(/^(?:HS|ES|RS)256$/);
  if (isJson) expect(claims).toEqual(decoded);

  const leftOut = rest.flatMap((each) => /^--without=(.*)$/s.exec(each)?.[1] ?? []);
  for (const claim of leftOut) expect(Object.keys(decoded)).not.toContain(claim);
}

const AUDIT_NAMES = [
  'profile',
  'method',
  'header',
  'data',
  'accepted-if',
  'only',
  'skip',
  'baseline',
  'report',
  'concurrency',
  'timeout',
  'platform',
  'id-file',
  'wait',
  'shop',
  'customer',
  'previous-secret',
];
const AUDIT_VALUES = [
  'checkout',
  'POST',
  'X-A: 1',
  'authorization: x',
  'X-A: a\r\nX-B: b',
  '2xx',
  '{',
  'exp-past-60',
  'exp-past-60=because',
  'json=x',
  'html',
  '0',
  '-1',
  '1e9',
  'Infinity',
  'http://127.0.0.1:1',
  'status=200',
];

test('simhost audit refuses arguments that it cannot carry out', async () => {
  await expectRefusals({
    area: 'arguments of simhost audit',
    inputs: fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'http://127.0.0.1:9/x',
          'ftp://a',
          'http://example.com',
          '/api',
          'http://u:p@127.0.0.1',
        ),
        hostileString,
      ),
      fc.array(
        fc.oneof(
          fc
            .tuple(fc.constantFrom(...AUDIT_NAMES), fc.oneof(fc.constantFrom(...AUDIT_VALUES), hostileString))
            .map(([name, value]) => `--${name}=${value}`),
          argument,
        ),
        {maxLength: 3},
      ),
    ),
    runs: 300,
    least: 120,
    mayPass: true,
    attempt: async ([url, rest]) => {
      const read = await readAuditArguments([url, ...rest]);
      await readOptions(read.url, read.options);
    },
  });
});

test('the values of single options are refused by name', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    '--port': readPort,
    '--customer': (text) => simulation.signIn(customerByName(text)),
    '--update': (text) => simulation.update(readUpdate(text)),
  };

  const json = fc.oneof(
    fc.json({maxDepth: 3}),
    fc.constantFrom(
      '{"order": {"note": 1}}',
      '{"__proto__": {"a": 1}}',
      '{"order": {"__proto__": {"note": "x"}}}',
      '{"constructor": 1}',
      `{"order": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      '{"order": {"note": "a"}, "order": 1}',
    ),
  );

  await expectRefusals({
    area: '--port, --customer, --update',
    inputs: fc.tuple(fc.constantFrom(...Object.keys(readers)), fc.oneof(hostileString, json)),
    runs: 300,
    least: 120,
    mayPass: true,
    attempt: ([option, text]) => readers[option]?.(text),
  });
});
