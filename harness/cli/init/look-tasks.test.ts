import {expect, test} from '@playwright/test';
import type {Look, SeenContent, SeenRequest} from '../../wire/first-look.ts';
import {
  answeringBackends,
  bestVariant,
  laterThan,
  seenIn,
  subjectsOf,
  tasksOf,
  unansweredOrigins,
} from './look-tasks.ts';
import type {LookResult, Variant} from './look-tasks.ts';
import {steadyLook} from './part-look.ts';
import type {Seen} from './part-look.ts';
import {resultsIn} from './playwright-run.ts';

const SUBJECTS = subjectsOf('/app', [{kind: 'mini', folder: 'points', name: 'Points'}], () => '');
const [BARE, SERVER] = ['bare', 'server'].map((name): Variant => ({
  name,
  backends: {},
  written: {},
  isOwn: name === 'server',
})) as [Variant, Variant];

const text = (value: string): SeenContent => ({kind: 'text', text: value});
const request = (url: string, outcome: string, status: number | null = 200): SeenRequest => ({
  method: 'GET',
  url,
  status,
  outcome,
  token: null,
});
const look = (content: readonly SeenContent[], requests: readonly SeenRequest[] = []): Look => ({
  content,
  hasText: true,
  isHidden: false,
  value: null,
  requests,
  problems: [],
});
const green = (of: Look): LookResult => ({isGreen: true, error: null, look: of});
const red: LookResult = {isGreen: false, error: 'boom', look: null};

test('looks at each part now and at another time', () => {
  const tasks = tasksOf(SUBJECTS, [BARE, SERVER], new Date(2026, 10, 28, 9, 30));
  expect(tasks.map(({id, frozenAt}) => [id, frozenAt === null])).toEqual([
    ['bare: points now', true],
    ['bare: points later', false],
    ['server: points now', true],
    ['server: points later', false],
  ]);
});

test('keeps what is the same at both times, and no label twice', () => {
  const now = look([
    {kind: 'role', role: 'checkbox', name: 'Gift'},
    text('Gift'),
    text('Today: 3 May'),
    text('120 points'),
  ]);
  const later = look([text('120 points'), text('Gift'), {kind: 'role', role: 'checkbox', name: 'Gift'}]);
  expect(steadyLook(now, later).content).toEqual([
    {kind: 'role', role: 'checkbox', name: 'Gift'},
    text('120 points'),
  ]);
});

test('keeps requests that are the same at both times, each once', () => {
  const [same, other] = [
    request('https://a.example/x', 'backend'),
    request('https://a.example/y?t=1', 'backend'),
  ];
  expect(steadyLook(look([], [same, other, same]), look([], [same])).requests).toEqual([same]);
});

test('an extension that its condition hides at one of the times gets no test', () => {
  const seen = looked({...look([]), isHidden: true}, look([text('Order')]));
  expect(seen).toMatchObject({kind: 'failed', reason: expect.stringContaining('hides it at another')});
});

test('keeps a value that is the same at both times', () => {
  const at = (display: boolean): Look => ({...look([]), value: JSON.stringify({display})});
  expect(looked(at(false), at(false))).toMatchObject({look: {value: '{"display":false}'}});
  expect(looked(at(false), at(true))).toMatchObject({look: {value: undefined}});
});

function looked(now: Look, later: Look): Seen {
  const results = new Map([
    ['bare: points now', green(now)],
    ['bare: points later', green(later)],
  ]);
  return seenIn(BARE, 'points', results);
}

for (const [what, now] of [
  ['a Saturday', new Date(2026, 10, 28, 21, 33)],
  ['a morning in May', new Date(2031, 4, 17, 9, 30)],
  ['noon', new Date(2027, 0, 1, 12, 0)],
  ['the end of a leap day', new Date(2028, 1, 29, 23, 59)],
] as const) {
  test(`looks again at another date, weekday, month and half of the day than ${what}`, () => {
    const later = laterThan(now);
    expect(later.getTime()).toBeGreaterThan(now.getTime());
    for (const part of [
      (date: Date) => date.getFullYear(),
      (date: Date) => date.getMonth(),
      (date: Date) => date.getDate(),
      (date: Date) => date.getDay(),
      (date: Date) => date.getHours() < 12,
      (date: Date) => date.getMinutes(),
    ])
      expect(part(later)).not.toBe(part(now));
  });
}

test('drops what a day can change if a part cannot be seen at another time', () => {
  const content = ['120 points', 'Points', 'Closed on Sunday', 'Since May', 'You may redeem', 'Good Morning'];
  const requests = [
    'https://a.example/x',
    'https://a.example/api/2026-07/graphql.json',
    'https://a.example/x?t=1764365625',
    'https://a.example/orders/1764365625',
    'https://a.example/days/2026-11-28',
    'https://a.example/carts/0f8fad5b-d9cb-469f-a165-70867728950e',
  ].map((url) => request(url, 'backend'));
  const results = new Map([
    ['bare: points now', green(look(content.map(text), requests))],
    ['bare: points later', red],
  ]);

  expect(seenIn(BARE, 'points', results)).toMatchObject({
    kind: 'seen',
    look: {content: [text('Points'), text('You may redeem')], requests: requests.slice(0, 2)},
  });
});

test('gives the reason of a part that fails, and none for one that was not tried', () => {
  expect(seenIn(BARE, 'points', new Map([['bare: points now', red]]))).toEqual({
    kind: 'failed',
    reason: 'boom',
  });
  expect(seenIn(BARE, 'points', new Map())).toEqual({kind: 'not tried'});
});

test('lists the origins that nobody answers', () => {
  const requests = [request('https://b.example/x', 'refused', null), request('https://a.example', 'backend')];
  expect(unansweredOrigins(new Map([['bare: points now', green(look([], requests))]]))).toEqual([
    'https://b.example',
  ]);
});

for (const [what, server, chosen] of [
  [
    'the server of the project if it answers well',
    green(look([], [request('https://a.example', 'backend')])),
    SERVER,
  ],
  [
    'another backend if the server answers 401',
    green(look([], [request('https://a.example', 'backend', 401)])),
    BARE,
  ],
  [
    'another backend if the server does not answer',
    green(look([], [request('https://a.example', 'failed', null)])),
    BARE,
  ],
  ['another backend if the server does not start', red, BARE],
] as const) {
  test(`chooses ${what}`, () => {
    const results = new Map([
      ['server: points now', server],
      ['bare: points now', green(look([]))],
    ]);
    expect(bestVariant(SUBJECTS, [SERVER, BARE], results)).toBe(chosen);
  });
}

test('keeps the backends that answered', () => {
  const backend = {command: 'node server.js'};
  const variant = {...BARE, written: {'https://a.example': backend, 'https://b.example': backend}};
  const requests = [
    request('https://a.example/x', 'backend'),
    request('https://b.example/x', 'refused', null),
  ];
  expect(answeringBackends(variant, new Map([['bare: points now', green(look([], requests))]]))).toEqual({
    'https://a.example': backend,
  });
});

test('prefers a backend that leaves no holes on the page', () => {
  const results = new Map([
    ['bare: points now', green(look([text('undefined points')]))],
    ['other: points now', green(look([text('No points')]))],
  ]);
  const other = {...BARE, name: 'other'};
  expect(bestVariant(SUBJECTS, [BARE, other], results)).toBe(other);
});

test('gives the message of an error without name and stack', () => {
  const result = {
    isGreen: false,
    error: 'SimhostError: The Mini\ndoes not build.\n    at x (y.js:1:2)',
    look: null,
  };
  expect(seenIn(BARE, 'points', new Map([['bare: points now', result]]))).toEqual({
    kind: 'failed',
    reason: 'The Mini\ndoes not build.',
  });
});

test('reads results, errors without colours and attachments of nested suites', () => {
  const body = Buffer.from('{"a":1}').toString('base64');
  const spec = (status: string, errors: readonly object[]) => ({
    title: status,
    tests: [
      {
        results: [
          {
            status,
            duration: 5,
            errors,
            attachments: [
              {name: 'x', body},
              {name: 'file', path: '/y'},
            ],
          },
        ],
      },
    ],
  });
  const report = {
    suites: [
      {
        specs: [spec('passed', [])],
        suites: [{specs: [spec('failed', [{message: '\u001B[31mboom\u001B[39m'}])]}],
      },
    ],
  };

  expect(resultsIn(report)).toEqual([
    {title: 'passed', isGreen: true, duration: 5, error: null, attachments: {x: '{"a":1}'}},
    {title: 'failed', isGreen: false, duration: 5, error: 'boom', attachments: {x: '{"a":1}'}},
  ]);
  expect(resultsIn(null)).toEqual([]);
});

test('takes the last result of a test that was run again', () => {
  const results = [
    {status: 'failed', duration: 4, errors: [{message: 'boom'}]},
    {status: 'passed', duration: 5},
  ];
  expect(resultsIn({specs: [{title: 'x', tests: [{results}]}]})).toEqual([
    {title: 'x', isGreen: true, duration: 5, error: null, attachments: {}},
  ]);
});
