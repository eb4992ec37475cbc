import {expect, test} from '@playwright/test';
import {connection} from './connection.ts';
import type {PageOf} from './connection.ts';

const LETTERS = ['a', 'b', 'c', 'd'].map((id) => ({id}));

for (const [page, ids, hasPreviousPage, hasNextPage] of [
  [{first: 2}, ['a', 'b'], false, true],
  [{first: 2, after: 'b'}, ['c', 'd'], true, false],
  [{last: 1}, ['d'], true, false],
  [{last: 2, before: 'd'}, ['b', 'c'], true, true],
  [{first: 1, reverse: true}, ['d'], false, true],
  [{first: 0}, [], false, true],
  [{first: 250}, ['a', 'b', 'c', 'd'], false, false],
] as const) {
  test(`${JSON.stringify(page)} has ${ids.join(', ') || 'nothing'}`, () => {
    expect(connection(LETTERS, page)).toMatchObject({
      nodes: ids.map((id) => ({id})),
      edges: ids.map((id) => ({cursor: id, node: {id}})),
      pageInfo: {hasPreviousPage, hasNextPage, startCursor: ids[0] ?? null, endCursor: ids.at(-1) ?? null},
    });
  });
}

for (const [page, message] of [
  [{}, 'you must provide one of first or last'],
  [{first: 1, last: 1}, 'providing both first and last is not supported'],
  [{first: -1}, 'first cannot be negative'],
  [{last: 251}, 'last cannot exceed 250'],
] as const) {
  test(`refuses ${JSON.stringify(page)}`, () => {
    expect(() => connection(LETTERS, page as PageOf)).toThrow(message);
  });
}
