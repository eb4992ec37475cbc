import {expect, test} from '@playwright/test';
import type {JournalEntry, RequestEntry} from '../../../wire/journal.ts';
import {chooseEntries, parseFilter} from './filter.ts';

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
    expect(parseFilter(filter)(POINTS)).toBe(matches);
  });
}

test('changes of the situation are in the unfiltered list only, and logs are in another panel', () => {
  const entries: readonly JournalEntry[] = [
    {kind: 'change', n: 1, at: 0, topic: 'clock', text: 'Clock moved on by 6 m'},
    {kind: 'log', n: 2, at: 0, handle: 'loyalty', level: 'warn', text: 'points', source: null},
    POINTS,
  ];

  const numbers = (query: string, segment: 'all' | 'problems' | 'platform'): readonly number[] =>
    chooseEntries(entries, query, segment).map(({n}) => n);

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
    expect(chooseEntries([entry], query, 'all')).toHaveLength(1);
  expect(reads).toBe(1);
});
