import {expect, test} from '@playwright/test';
import type {JournalEntry, RequestEntry} from '../../../wire/journal.ts';
import type {Segment} from './place.ts';
import {RequestFilter} from './filter.ts';

const POINTS: RequestEntry = {
  kind: 'request',
  n: 3,
  at: 0,
  method: 'GET',
  url: 'https://loyalty.example.com/api/points',
  mark: '401',
  status: 401,
  mood: 'problem',
  title: null,
  sentence: 'The token had expired 69 s before',
  ms: 12,
  to: 'backend',
  who: 'Ada',
  case: 'exp-past-60',
  token: 2,
  claims: 'acme.myshopify.com gid://shopify/Customer/7001',
};

for (const [filter, matches] of [
  ['', true],
  ['points', true],
  ['POINTS expired', true],
  ['points coupon', false],
  ['customer/7001', true],
  ['is:problem', true],
  ['is:right', false],
  ['is:nonsense', false],
  ['status:4xx', true],
  ['status:401', true],
  ['status:2xx', false],
  ['case:exp-*', true],
  ['case:exp', false],
  ['to:backend', true],
  ['to:platform', false],
  ['who:ada', true],
  ['token:#2', true],
  ['token:#3', false],
  ['-is:problem', false],
  ['-coupon', true],
  ['https://loyalty', true],
  ['-', true],
] as const) {
  test(`the filter "${filter}" ${matches ? 'matches' : 'does not match'} a request with an expired token`, () => {
    expect(new RequestFilter().choose([POINTS], filter, 'all')).toHaveLength(matches ? 1 : 0);
  });
}

test('changes of the situation are in the unfiltered list only, and logs are in another panel', () => {
  const entries: readonly JournalEntry[] = [
    {kind: 'change', n: 1, at: 0, topic: 'clock', text: 'Clock moved on by 6 m'},
    {kind: 'log', n: 2, at: 0, handle: 'loyalty', level: 'warn', text: 'points', source: null},
    POINTS,
  ];

  const filter = new RequestFilter();
  const numbers = (query: string, segment: Segment): readonly number[] =>
    filter.choose(entries, query, segment).map(({n}) => n);

  expect(numbers('', 'all')).toEqual([1, 3]);
  expect(numbers('points', 'all')).toEqual([3]);
  expect(numbers('', 'problems')).toEqual([3]);
  expect(numbers('', 'platform')).toEqual([]);
});

test('the words of a request are put together once, however often the filter changes', () => {
  let reads = 0;
  const entry: RequestEntry = {
    ...POINTS,
    get sentence() {
      reads++;
      return 'Ada, new token';
    },
  };

  for (const query of ['a', 'ad', 'ada', '-bea'])
    expect(new RequestFilter().choose([entry], query, 'all')).toHaveLength(1);
  expect(reads).toBe(1);
});

test('each key chooses what the whole filter chooses, forwards and backwards', () => {
  const entries = [401, 403, 200].map((status, n) => ({...POINTS, n, status, mark: String(status)}));
  const text = 'points 40 -status:403 customer/7001';
  const lengths = Array.from(text, (_, index) => index + 1);
  const filter = new RequestFilter();

  for (const length of [...lengths, ...lengths.toReversed(), 9, 3, text.length]) {
    const query = text.slice(0, length);
    const numbers = filter.choose(entries, query, 'all').map(({n}) => n);
    expect([query, numbers]).toEqual([
      query,
      new RequestFilter().choose(entries, query, 'all').map(({n}) => n),
    ]);
  }

  expect(filter.choose(entries, text, 'all').map(({n}) => n)).toEqual([0]);
  expect(filter.choose(entries.slice(1), text, 'all')).toEqual([]);
});

test('a key reads only the requests that matched the words before, and a word that all match changes no array', () => {
  const reads: number[] = [];
  const entries = [401, 200].map((status, n) => ({
    ...POINTS,
    n,
    status,
    get who() {
      reads.push(n);
      return 'Ada';
    },
  }));
  const filter = new RequestFilter();

  const [failed, ...narrower] = ['status:4xx', 'status:4xx who:ada', 'status:4xx who:ada points'].map(
    (query) => filter.choose(entries, query, 'all'),
  );
  expect([...reads]).toEqual([0]);
  expect(narrower.map((rows) => rows === failed)).toEqual([true, true]);
});
