import {expect, test} from '@playwright/test';
import type {JournalEntry} from '../../../wire/journal.ts';
import {rowsOf} from './calls-rows.ts';

const ENTRIES: readonly JournalEntry[] = [
  {kind: 'call', n: 1, at: 0, handle: 'loyalty', member: 'toast.show', args: '["Saved"]'},
  {kind: 'log', n: 2, at: 0, handle: 'loyalty', level: 'warn', text: 'late', source: 'src/Block.jsx:1:2'},
  {kind: 'log', n: 3, at: 1, handle: 'loyalty', level: 'warn', text: 'late', source: 'src/Block.jsx:1:2'},
  {kind: 'change', n: 4, at: 1, topic: 'clock', text: 'Clock moved on by 6 m'},
  {kind: 'error', n: 5, at: 2, handle: 'loyalty', text: 'TypeError: x', source: null},
];

test('calls, logs and errors are rows; equal neighbours are one row with a count', () => {
  expect(rowsOf(ENTRIES, 'all', '').map(({entry, count}) => [entry.n, count])).toEqual([
    [1, 1],
    [3, 2],
    [5, 1],
  ]);
});

test('a segment has its kind, and the filter finds all words in text, member and source', () => {
  expect(rowsOf(ENTRIES, 'errors', '').map(({entry}) => entry.n)).toEqual([5]);
  expect(rowsOf(ENTRIES, 'all', 'BLOCK warn').map(({entry}) => entry.n)).toEqual([3]);
  expect(rowsOf(ENTRIES, 'all', 'toast saved').map(({entry}) => entry.n)).toEqual([1]);
  expect(rowsOf(ENTRIES, 'logs', 'toast')).toEqual([]);
});
