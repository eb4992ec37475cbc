import {expect, test} from '@playwright/test';
import {caseRows} from '../../../dev/console/case-rows.ts';
import type {JournalEntry} from '../../../wire/journal.ts';
import {lastResults, searchCases} from './case-search.ts';

test('all words, in id and title, in one group or in all', () => {
  const rows = caseRows('customer-account');
  expect(searchCases(rows, 'EXPIRED 60', null).map(({id}) => id)).toContain('exp-past-60');
  expect(searchCases(rows, 'no such words', null)).toEqual([]);

  const groups = new Set(rows.map(({group}) => group));
  const counts = [...groups].map((group) => searchCases(rows, '', group).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test('the catalogue says the right answer, and how a case happens that cannot happen here', () => {
  const rows = new Map(caseRows('customer-account').map((row) => [row.id, row]));
  expect(rows.get('key-wrong')).toMatchObject({answer: '401', elsewhere: null});
  expect(rows.get('ok-no-typ')).toMatchObject({answer: '2xx', elsewhere: null});
  expect(rows.get('host-slow')).toMatchObject({answer: null, elsewhere: null});
  expect(rows.get('mini-iss')?.elsewhere ?? rows.get('ok-admin')?.elsewhere).toBe(
    'Only for tokens of another kind.',
  );

  const last = [...rows.values()].at(-1);
  expect(last?.elsewhere).not.toBeNull();
});

test('the last answered request to a backend is the result of its case', () => {
  const request = {
    kind: 'request',
    at: 0,
    method: 'GET',
    url: 'https://a.example/',
    mark: '401',
    status: 401,
    title: null,
    sentence: '',
    ms: 1,
    to: 'backend',
    who: null,
    token: null,
    claims: '',
  } as const;

  const entries: readonly JournalEntry[] = [
    {...request, n: 1, case: 'key-wrong', mood: 'problem'},
    {...request, n: 2, case: 'key-wrong', mood: 'right'},
    {...request, n: 3, case: 'key-wrong', mood: 'pending'},
    {...request, n: 4, case: null, mood: 'plain'},
    {...request, n: 5, case: 'aud-wrong', mood: 'right', to: 'platform'},
  ];
  expect([...lastResults(entries)].map(([id, {n}]) => [id, n])).toEqual([['key-wrong', 2]]);
});
