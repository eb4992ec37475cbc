import {expect, test} from '@playwright/test';
import {type Backend, externalBackend} from '../../node/server/backend.ts';
import {unanswered} from '../../node/server/unanswered.ts';
import {answerVerdict, explainAnswer} from '../../core/verdicts/answer-rows.ts';
import {answerUnreadable} from '../../core/verdicts/browser-verdicts.ts';
import {fixOfUnreadable} from '../../core/verdicts/cors-fix.ts';
import {noSuchHost} from '../../core/verdicts/destination-verdicts.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import type {Verdict} from '../../wire/verdict.ts';
import {RequestLog} from '../../core/simulation/request-log.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {explanationsOf, withoutRepetition} from './explanations.ts';
import {OpenAssertions} from '../matchers/assertions.ts';
import {Requests} from '../recorders/requests.ts';

const UNWATCHED = {
  poll: async () => ({begun: 0, pending: []}),
  assertions: new OpenAssertions(import.meta.filename),
};

/** The number of characters that Playwright's reporters print of a text attachment. */
const PRINTED = 300;

const URL = 'https://points.brownie.dev/api/points';
const CLAIMS = {
  dest: 'acme.myshopify.com',
  aud: '8a1f0c4f2b7e4d5c9e3a6b8d7f0a1c2e',
  sub: 'gid://shopify/Customer/7001',
  exp: 1,
  nbf: 0,
  iat: 0,
};
const LOST = Object.assign(new Error(), {code: 'ECONNREFUSED'});
const BACKEND = externalBackend('https://points.brownie.dev', {url: 'http://127.0.0.1:41234'});
const CRASHED: Backend = {
  ...BACKEND,
  command: 'node server.js',
  endedSoon: async () => 'ended with exit code 1',
  output: () => [
    'TypeError: points is not a function',
    ...Array.from({length: 30}, () => '    at points (/app/server.js:12:7)'),
  ],
};
const NOT_RUNNING = await unanswered(BACKEND, LOST);
const CRASH = await unanswered(CRASHED, LOST);

/** Explains the refusal of a request with a good token, or with other claims. */
function refused(change: Partial<LoggedRequest>): Verdict | null {
  const request = {...entryOf({}), ...change, url: URL};
  const reason = explainAnswer({
    request,
    credential: {
      kind: 'token',
      claims: request.token ?? {},
      isOwn: true,
      profile: 'customer-account',
      isSentTwice: false,
      isRevoked: false,
      isUnexchanged: false,
    },
    clientId: CLAIMS.aud,
    issuedAt: null,
    backendTime: null,
    repeated: null,
    wasSentBefore: () => true,
  });

  return reason === null ? null : answerVerdict(request, reason);
}

const UNREADABLE = {
  reason: 'Access-Control-Allow-Origin is missing',
  fix: fixOfUnreadable({origin: 'null', credentials: false}),
};

/** The log of a page: a platform request, a preflight, and the request that went wrong. */
function logOf(wrong: Partial<LoggedRequest>): Requests {
  const log = new RequestLog();
  const graphql = 'https://shopify.com/548380009/account/customer/api/unstable/graphql';

  log.add({method: 'POST', url: graphql, at: 0, outcome: 'platform', status: 200, token: CLAIMS});
  log.add({
    method: 'GET',
    url: 'https://other.brownie.dev/',
    at: 0,
    outcome: 'backend',
    status: 200,
    token: CLAIMS,
  });

  log.add({method: 'OPTIONS', url: URL, at: 0, outcome: 'backend', status: 204});
  log.add({
    method: 'GET',
    url: URL,
    at: 0,
    token: CLAIMS,
    outcome: 'backend',
    preflight: 'allowed',
    ...wrong,
  });

  return new Requests(log, UNWATCHED);
}

function entryOf(wrong: Partial<LoggedRequest>): LoggedRequest {
  return logOf({status: 401, ...wrong}).all.at(-1) as LoggedRequest;
}

for (const {name, wrong} of [
  {
    name: 'a missing CORS header',
    wrong: {
      status: 200,
      problem: answerVerdict({status: 200, url: URL}, answerUnreadable(UNREADABLE)),
    },
  },
  {
    name: 'an origin without a backend',
    wrong: {outcome: 'refused', status: 502, problem: noSuchHost('https://points.brownie.dev')},
  },
  {
    name: 'a backend that is not running',
    wrong: {outcome: 'failed', status: 502, problem: NOT_RUNNING},
  },
  {name: 'a backend that crashed', wrong: {outcome: 'failed', status: 502, problem: CRASH}},
  {
    name: 'a 401 for an armed case',
    wrong: {
      status: 401,
      case: 'exp-past-60',
      problem: refused({status: 401, case: 'exp-past-60', token: CLAIMS}),
    },
  },
  {
    name: 'a 403 for a good token',
    wrong: {status: 403, problem: refused({status: 403, at: 0, token: {...CLAIMS, exp: 300}})},
  },
] as const) {
  test(`reporters print the whole reason of ${name}`, () => {
    const [report] = explanationsOf({who: 'extension', requests: logOf(wrong)});
    expect(report?.name).toBe('requests');
    expect(wrong.problem).not.toBeNull();
    expect(report?.text.slice(0, PRINTED)).toContain(describeVerdict(wrong.problem as Verdict));
  });
}

test('failures come before good answers, the platform last, and claims after all of them', () => {
  const {text} = explanationsOf({who: 'page', requests: logOf({status: 500})})[0] ?? {text: ''};
  expect(text.split('\n').map((line) => line.replace(/ -> .*|: \{.*/, ''))).toEqual([
    'Requests so far:',
    `  GET ${URL}`,
    '  GET https://other.brownie.dev/',
    `  OPTIONS ${URL}`,
    '  POST https://shopify.com/548380009/account/customer/api/unstable/graphql',
    'Claims of the tokens:',
    '  POST https://shopify.com/548380009/account/customer/api/unstable/graphql',
    '  GET https://other.brownie.dev/',
    `  GET ${URL}`,
  ]);
});

test('a problem of several requests is written once', () => {
  const log = new RequestLog();
  for (let count = 0; count < 3; count++) {
    const problem = {headline: URL, cause: 'it is down', turn: 'backend', fix: null} as const;
    log.add({method: 'GET', url: URL, at: 0, outcome: 'failed', problem});
  }

  const text = new Requests(log, UNWATCHED).describe();
  expect(text).toBe(
    `${URL}: it is down.\nTo change: the backend.\n${`  GET ${URL} -> failed\n`.repeat(3)}`.trim(),
  );
});

test('hangs come first, then errors by their messages, requests, and the console with its errors first', () => {
  const stack = '\n    at src/Block.jsx:1:1'.repeat(20);
  const reports = explanationsOf({
    who: 'extension',
    hangs: ['It loops.'],
    errors: [`first${stack}`, `second${stack}`],
    requests: logOf({status: 200}),
    logs: ['log: a', 'error: b', 'info: c', 'warn: d'],
  });

  expect(reports.map(({name}) => name)).toEqual([
    'extension hangs',
    'extension errors',
    'requests',
    'extension console',
  ]);

  expect(reports[1]?.text.slice(0, PRINTED)).toMatch(/^first\nsecond\n/);
  expect(reports[3]?.text).toBe('error: b\nwarn: d\nlog: a\ninfo: c');
});

test('an error that comes again and again is listed once, and a flood of different ones is cut', () => {
  const ticks = Array.from({length: 2000}, () => 'It threw Error: tick\n    at src/Block.jsx:3:1');
  expect(withoutRepetition([...ticks, 'Other'])).toEqual([
    'It threw Error: tick (2000 times)\n    at src/Block.jsx:3:1',
    'Other',
  ]);

  const different = Array.from({length: 60}, (_, nth) => `Error ${nth}`);
  expect(withoutRepetition(different).slice(-2)).toEqual(['Error 49', '10 other errors are left out.']);
});
