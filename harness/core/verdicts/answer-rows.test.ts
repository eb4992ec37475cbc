import {expect, test} from '@playwright/test';
import {ANSWER_ROWS, answerVerdict, explainAnswer} from './answer-rows.ts';
import type {AnsweredRequest} from './answer-row.ts';
import {withUnreadable} from './browser-verdicts.ts';
import {fixOfUnreadable} from './cors-fix.ts';
import {type Credential, unreadableCredential} from './credential.ts';
import type {AnswerFacts} from '../../wire/request-facts.ts';
import {NO_BOT} from './extension-cors.ts';
import type {LoggedRequest} from './logged-request.ts';
import {describeVerdict} from './verdict.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const GOOD = {aud: 'key', exp: NOON / 1000 + 60, nbf: NOON / 1000};
const OF_VTEX = {
  iss: 'token-emitter',
  sub: 'ada@example.com',
  audience: 'webstore',
  account: 'acme',
  exp: GOOD.exp,
};

const REFUSED: LoggedRequest = {
  id: 0,
  method: 'GET',
  url: 'https://myapp.com/x',
  sender: 'browser',
  preflight: 'none',
  origin: 'null',
  outcome: 'backend',
  status: 401,
  at: NOON,
  duration: 2,
  token: null,
  case: null,
  problem: null,
  generated: [],
  mount: null,
  source: null,
  tokenFacts: null,
  retryOf: null,
  expected: null,
  cors: null,
  answer: null,
  schema: null,
};

function tokenWith(claims: object, change: Partial<Extract<Credential, {kind: 'token'}>> = {}): Credential {
  return {
    kind: 'token',
    claims: {...claims},
    isOwn: true,
    profile: 'checkout',
    isSentTwice: false,
    isRevoked: false,
    isUnexchanged: false,
    ...change,
  };
}

/** Completes the facts about an answered request. */
function answeredBy(given: Partial<AnsweredRequest>): AnsweredRequest {
  return {
    request: REFUSED,
    credential: tokenWith(GOOD),
    clientId: 'key',
    issuedAt: null,
    backendTime: null,
    repeated: null,
    wasSentBefore: () => false,
    ...given,
  };
}

interface Example {
  readonly row: string;
  readonly facts?: Partial<AnsweredRequest>;
  readonly request?: Partial<LoggedRequest>;
  readonly credential?: Credential;
  readonly turn: string;
  readonly cause: string;
  readonly fix: string | null;
}

const ASKS_AGAIN: AnswerFacts = {
  headers: [['x-shopify-retry-invalid-session-request', '1']],
  type: null,
  size: null,
  body: null,
};

const ASKS_FOR_ACCESS: AnswerFacts = {
  ...ASKS_AGAIN,
  headers: [['x-shopify-api-request-failure-reauthorize-url', 'https://myapp.com/api/auth?shop=acme']],
};

const FIRST = {
  ...REFUSED,
  answer: ASKS_AGAIN,
  tokenFacts: {number: 1, header: {}, signature: 'valid'},
} as const;
const SECOND = {answer: ASKS_AGAIN, tokenFacts: {...FIRST.tokenFacts, number: 2}};

const EXAMPLES: readonly Example[] = [
  {
    row: 'the repetition by App Bridge is refused too',
    request: SECOND,
    facts: {repeated: FIRST},
    turn: 'backend',
    cause:
      'App Bridge sent the refused request again, with a new token, and got no further: the token was good',
    fix: 'Check the secret and client id that the backend uses, and its own rules.',
  },
  {
    row: 'App Bridge repeats a refused request',
    request: FIRST,
    credential: tokenWith({...GOOD, exp: NOON / 1000 - 60}),
    turn: 'nobody',
    cause:
      'the token had expired 60 s before it arrived; the answer makes App Bridge send the request again, ' +
      'with a new token',
    fix: null,
  },
  {
    row: 'App Bridge opens a new authorization',
    request: {status: 403, answer: ASKS_FOR_ACCESS},
    turn: 'backend',
    cause:
      'the token was good; the answer makes App Bridge open https://myapp.com/api/auth in place of the admin',
    fix: 'The fetch() of the page never settles. The last request of the backend to the shop has the reason.',
  },
  {
    row: 'the repetition by App Bridge',
    request: {...SECOND, status: 200, answer: null},
    facts: {repeated: FIRST},
    turn: 'nobody',
    cause: 'App Bridge sent the refused request again, with a new token',
    fix: null,
  },
  {
    row: 'a token that must be refused was accepted',
    request: {status: 200, case: 'exp-past-60'},
    turn: 'backend',
    cause:
      'this must be refused, since it takes no secret: the token had expired 60 s before it was issued (case exp-past-60)',
    fix: 'Check exp on every request, with a tolerance of 10 s at most.',
  },
  {
    row: 'a token that must be accepted was refused',
    request: {case: 'exp-past-5-in-tolerance'},
    turn: 'backend',
    cause:
      'this must be accepted: the token had expired 5 s before it was issued, within the tolerance ' +
      '(case exp-past-5-in-tolerance)',
    fix: 'Allow clocks to differ by 10 s, as shopify-api does.',
  },
  {
    row: 'either answer to a case is right',
    request: {case: 'ok-typ-lower'},
    turn: 'nobody',
    cause:
      'typ is in lower case, which the platform never sends (case ok-typ-lower), and nothing settles the answer to that',
    fix: null,
  },
  {
    row: 'the right answer to a case',
    request: {case: 'exp-past-60'},
    turn: 'nobody',
    cause: 'this is the right answer to exp-past-60 (the token had expired 60 s before it was issued)',
    fix: null,
  },
  {
    row: 'a user token of a Mini was not exchanged',
    request: {status: 200},
    credential: tokenWith({iss: 'https://server.shop.app'}, {isUnexchanged: true}),
    turn: 'backend',
    cause: 'this answer is for a user token that was not exchanged with userTokenVerify',
    fix: 'Its format is private to the platform: a backend must not decode it.',
  },
  {
    row: 'no token',
    credential: {kind: 'none'},
    turn: 'extension',
    cause: 'no session token was found in its headers',
    fix: 'Call sessionToken.get(), and send the header "Authorization: Bearer <token>".',
  },
  {
    row: 'no token can be read',
    credential: unreadableCredential('Bearer sk_live_secret'),
    turn: 'extension',
    cause: 'the value after "Bearer" in the header Authorization is not a JWT',
    fix: null,
  },
  {
    row: 'the token had expired and was sent before',
    facts: {wasSentBefore: () => true},
    credential: tokenWith({...GOOD, exp: NOON / 1000 - 1}),
    turn: 'extension',
    cause: 'the token had expired 1 s before it arrived',
    fix: 'Ask for a token before each request, and keep none.',
  },
  {
    row: 'the token had expired and was never sent before',
    facts: {issuedAt: NOON - 369_000},
    credential: tokenWith({...GOOD, exp: NOON / 1000 - 69}),
    turn: 'extension',
    cause: 'the token had expired 69 s before it arrived, and was given out 6 min 9 s earlier',
    fix: 'It was kept before it was sent for the first time: ask for a token right before each request.',
  },
  {
    row: 'the token becomes valid later',
    credential: tokenWith({...GOOD, nbf: NOON / 1000 + 11}),
    turn: 'set-up',
    cause: 'the token becomes valid 11 s later',
    fix: null,
  },
  {
    row: 'the clock of the backend differs',
    facts: {backendTime: {now: NOON - 360_000, fix: 'Let it follow.'}},
    credential: tokenWith(GOOD),
    turn: 'set-up',
    cause: 'the clock of the backend is 6 min behind, so the token is not valid there yet',
    fix: 'Let it follow.',
  },
  {
    row: 'VTEX gets the token twice',
    credential: tokenWith(OF_VTEX, {isSentTwice: true}),
    turn: 'extension',
    cause: 'the token was sent twice, in a header and in a cookie',
    fix: 'VTEX refuses to validate a token that comes twice: send it in one of them.',
  },
  {
    row: 'a token of another issuer',
    credential: tokenWith(GOOD, {isOwn: false, profile: null}),
    turn: 'extension',
    cause: 'the token was not issued by this simulation',
    fix: "Get it from the platform's API in the extension, or by mint() in the test.",
  },
  {
    row: 'a token of VTEX was revoked',
    credential: tokenWith(OF_VTEX, {isRevoked: true}),
    turn: 'extension',
    cause: 'the token of ada@example.com (webstore, account acme) was revoked',
    fix: 'Sign in again.',
  },
  {
    row: 'a token of VTEX gives no right',
    request: {status: 403},
    credential: tokenWith(OF_VTEX),
    turn: 'backend',
    cause: 'the token of ada@example.com (webstore, account acme) is good, but gives no right to this',
    fix: null,
  },
  {
    row: 'a good token of VTEX',
    credential: tokenWith(OF_VTEX),
    turn: 'backend',
    cause: 'the token of ada@example.com (webstore, account acme) was good',
    fix: 'Check the account and the audience that the backend expects, and its own rules.',
  },
  {
    row: 'a good user token of a Mini',
    credential: tokenWith({iss: 'https://server.shop.app', aud: 'mini'}),
    turn: 'backend',
    cause: 'the user token has not expired',
    fix: 'Look at the answer of userTokenVerify to the backend.',
  },
  {
    row: 'a token for another app',
    credential: tokenWith({...GOOD, aud: 'other'}),
    turn: 'set-up',
    cause: 'the token is for the app "other", not "key"',
    fix: 'Use one client id in the option app and, as SHOPIFY_API_KEY, in the backend.',
  },
  {
    row: 'a good token',
    request: {status: 403},
    turn: 'backend',
    cause: 'the token was good',
    fix: 'Check the secret and client id that the backend uses, and its own rules.',
  },
  {
    row: 'a browser that counts as a bot',
    request: {status: 410},
    turn: 'set-up',
    cause: 'the backend takes the browser for a bot, or the address is gone',
    fix: NO_BOT,
  },
  {
    row: 'the backend failed',
    request: {status: 500},
    turn: 'backend',
    cause: 'the backend failed',
    fix: null,
  },
];

for (const {row, request = {}, credential = tokenWith(GOOD), facts = {}, turn, cause, fix} of EXAMPLES) {
  test(`explains an answer: ${row}`, () => {
    const answered = answeredBy({request: {...REFUSED, ...request}, credential, ...facts});

    expect(ANSWER_ROWS.find(({explain}) => explain(answered) !== null)?.name).toBe(row);
    expect(explainAnswer(answered)).toEqual({cause, turn, fix});
  });
}

test('a verdict is written with whose turn it is, and the fix', () => {
  const reason = {cause: 'the token had expired 1 s before', turn: 'extension', fix: 'Ask again.'} as const;
  const verdict = answerVerdict(REFUSED, reason);

  expect(describeVerdict(verdict)).toBe(
    [
      '401 from https://myapp.com/x: the token had expired 1 s before.',
      'To change: the extension or page that sent it. Ask again.',
    ].join('\n'),
  );

  expect(describeVerdict({...verdict, turn: 'nobody', fix: null})).toBe(
    '401 from https://myapp.com/x: the token had expired 1 s before.',
  );
});

test('each row has an example', () => {
  expect(EXAMPLES.map(({row}) => row)).toEqual(ANSWER_ROWS.map(({name}) => name));
});

test('an accepted request with a good token has no reason', () => {
  const request = {...REFUSED, status: 200};
  expect(explainAnswer(answeredBy({request}))).toBeNull();
});

for (const [authorization, cause] of [
  ['Basic dXNlcjpwYXNz', 'the header Authorization does not begin with "Bearer "'],
  ['eyJhbGciOiJIUzI1NiJ9.e30.x', 'the header Authorization does not begin with "Bearer "'],
  ['Bearer', 'the header Authorization has nothing after "Bearer"'],
  [
    'Bearer [object Promise]',
    'the header Authorization is "Bearer [object Promise]": the token was not awaited',
  ],
  ['Bearer undefined', 'the header Authorization is "Bearer undefined", which is not a token'],
  ['bearer abc', 'the value after "Bearer" in the header Authorization is not a JWT'],
] as const) {
  test(`the header "${authorization}" is not the same as no token`, () => {
    const credential = unreadableCredential(authorization);
    expect(explainAnswer(answeredBy({credential}))?.cause).toBe(cause);
  });
}

const UNREADABLE = {
  reason: 'Access-Control-Allow-Origin is missing',
  fix: fixOfUnreadable({origin: 'null', credentials: false}),
};

test('a refusal that the page cannot read names the cause first, then the missing CORS header', () => {
  const expired = tokenWith({...GOOD, exp: NOON / 1000 - 60});
  const reason = explainAnswer(answeredBy({credential: expired}));

  expect(reason === null ? null : withUnreadable(reason, UNREADABLE)).toEqual({
    cause:
      'the token had expired 60 s before it arrived; the page cannot read the answer, ' +
      'because Access-Control-Allow-Origin is missing',
    turn: 'extension',
    fix:
      'It was kept before it was sent for the first time: ask for a token right before each request. ' +
      'In the backend: send "Access-Control-Allow-Origin: *" with each answer, refusals and errors too.',
  });
});

test('the right answer to a case is the turn of the backend if the page cannot read it', () => {
  const reason = {cause: 'expired', turn: 'nobody', fix: null} as const;
  expect(withUnreadable(reason, UNREADABLE).turn).toBe('backend');
});
