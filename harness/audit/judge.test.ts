import {expect, test} from '@playwright/test';
import {ACCEPT, EITHER, FOLLOW_TOKEN, READABLE, REFUSE} from '../core/cases/expectations.ts';
import {readAcceptance} from './acceptance.ts';
import type {Reply} from './http-sender.ts';
import type {JudgeInput} from './judge-input.ts';
import {judge} from './judge.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';

const answer = (status: number, body = '', headers: Record<string, string> = {}): Reply => ({
  status,
  body,
  headers: new Headers(headers),
});

function input(expects: JudgeInput['expects'], reply: Reply, change: Partial<JudgeInput> = {}): JudgeInput {
  return {
    expects,
    request: {headers: [['Origin', 'null']], query: []},
    reply,
    tokens: [TOKEN],
    forged: [],
    control: answer(200, 'good'),
    before: null,
    controls: {stable: true, refusal: 401},
    config: {
      url: new URL('http://localhost:3000/api/points'),
      accepts: readAcceptance(),
      hasCustomAcceptance: false,
    },
    app: {clientId: 'key'},
    mayBounce: false,
    strictStatus: false,
    ...change,
  };
}

const STAYS = {...EITHER, noCrossOriginRedirect: true} as const;
const WITH_HEADER = {...REFUSE, headers: {'access-control-allow-origin': /^(\*|null)$/}};

for (const [says, given, aspect] of [
  ['refused as it should be', input(REFUSE, answer(401)), null],
  ['accepted as it should be', input(ACCEPT, answer(200)), null],
  ['accepted where it is due to be refused', input(REFUSE, answer(200)), 'verdict'],
  ['refused where it is due to be accepted', input(ACCEPT, answer(401)), 'verdict'],
  ['a redirect where it is due to be accepted', input(ACCEPT, answer(302)), 'verdict'],
  ['either, accepted', input(EITHER, answer(200)), null],
  ['either, refused', input(EITHER, answer(400)), null],
  ['either, failed', input(EITHER, answer(500)), 'failure'],
  ['refused by failing', input(REFUSE, answer(503)), 'failure'],
  ['no answer', input(REFUSE, {failure: 'cut', unreachable: false}), 'failure'],
  ['either, cut short', input(EITHER, {failure: 'cut', unreachable: false}), null],
  [
    'either, and no answer in time',
    input(EITHER, {failure: 'no answer within 10 s', unreachable: false, late: true}),
    'failure',
  ],
  ['either, and the backend is gone', input(EITHER, {failure: 'gone', unreachable: true}), 'failure'],
  [
    'sent on to another origin',
    input(STAYS, answer(302, '', {location: 'https://login.example/?to=x'})),
    'verdict',
  ],
  ['sent on to another port', input(STAYS, answer(307, '', {location: '//localhost:3001/'})), 'verdict'],
  ['sent on to another path', input(STAYS, answer(302, '', {location: '/login'})), null],
  ['made elsewhere', input(STAYS, answer(201, '', {location: 'https://cdn.example/1'})), null],
  ['the token in the body', input(REFUSE, answer(401, `bad: ${TOKEN}`)), 'leak'],
  [
    'the token without its header in a header',
    input(REFUSE, answer(401, '', {'x-error': TOKEN.slice(21)})),
    'leak',
  ],
  [
    'a stack trace of Node',
    input(REFUSE, answer(401, 'TypeError: x\n    at verify (/app/server.js:12:3)')),
    'stack',
  ],
  ['a stack trace of Python', input(REFUSE, answer(401, 'Traceback (most recent call last)')), 'stack'],
  ['a header missing', input(WITH_HEADER, answer(401)), 'header'],
  [
    'a header that says something else',
    input(WITH_HEADER, answer(401, '', {'access-control-allow-origin': 'https://x.example'})),
    'header',
  ],
  ['a header as wanted', input(WITH_HEADER, answer(401, '', {'access-control-allow-origin': '*'})), null],
  [
    'an answer to a page that may read it',
    input(READABLE, answer(200, '', {'access-control-allow-origin': 'null'})),
    null,
  ],
  [
    'an answer to a page that may not',
    input(READABLE, answer(200, '', {'access-control-allow-origin': 'https://extensions.shopifycdn.com'})),
    'header',
  ],
  ['refused with a different status', input(REFUSE, answer(400)), 'status'],
  [
    'refused with the status that the backend always gives',
    input(REFUSE, answer(403), {controls: {stable: true, refusal: 403}}),
    null,
  ],
  [
    'the same where the status is the matter',
    input(REFUSE, answer(403), {controls: {stable: true, refusal: 403}, strictStatus: true}),
    'status',
  ],
  ['not there in this form', input(REFUSE, answer(404)), null],
  ['the answer that the token gets', input(FOLLOW_TOKEN, answer(200, 'good'), {forged: ['7002']}), null],
  [
    'the same page, whose forms repeat its address',
    input(FOLLOW_TOKEN, answer(200, 'good <form action="/app?index&amp;user=7002&amp;sub=7002">'), {
      request: {
        headers: [],
        query: [
          ['user', '7002'],
          ['sub', '7002'],
        ],
      },
      forged: ['7002'],
      control: answer(200, 'good <form action="/app?index">'),
    }),
    null,
  ],
  ['another answer', input(FOLLOW_TOKEN, answer(200, 'points of 7002'), {forged: ['7002']}), 'follows'],
  [
    'another answer, and the request is refused without it',
    input(FOLLOW_TOKEN, answer(200, 'other'), {forged: ['7002'], control: answer(404)}),
    null,
  ],
  ['forged, and refused', input(FOLLOW_TOKEN, answer(400, ''), {forged: ['7002']}), null],
  [
    'answers that change anyway, without the forged value',
    input(FOLLOW_TOKEN, answer(200, 'at 12:01'), {
      forged: ['7002'],
      controls: {stable: false, refusal: 401},
    }),
    null,
  ],
  [
    'answers that change anyway, with it',
    input(FOLLOW_TOKEN, answer(200, 'for 7002'), {
      forged: ['7002'],
      controls: {stable: false, refusal: 401},
    }),
    'follows',
  ],
] as const) {
  test(`${says}: ${aspect ?? 'right'}`, () => expect(judge(given)[0]?.aspect ?? null).toBe(aspect));
}

test('refusals need no different status if the caller says what accepted looks like', () => {
  const config = {
    url: new URL('http://localhost:3000/'),
    accepts: readAcceptance('not-body:error'),
    hasCustomAcceptance: true,
  };

  expect(judge(input(REFUSE, answer(200, '{"error":1}'), {config}))).toEqual([]);
  expect(judge(input(REFUSE, answer(200, '{"data":1}'), {config}))[0]?.aspect).toBe('verdict');
});

test('reports everything that is wrong, the most severe first', () => {
  const reply = answer(400, `bad: ${TOKEN}\n    at verify (/app/server.js:12:3)`);
  expect(judge(input(WITH_HEADER, reply)).map(({aspect}) => aspect)).toEqual([
    'leak',
    'stack',
    'header',
    'status',
  ]);
});
