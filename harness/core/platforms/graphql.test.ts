import {expect, test} from '@playwright/test';
import type {Notice} from '../../notices.ts';
import {executor, readGraphQL} from './graphql.ts';

const read = (body: string, notices: Notice[] = []): Promise<unknown> =>
  readGraphQL(new Request('https://acme.myshopify.com/api', {method: 'POST', body}), (notice) =>
    notices.push(notice),
  );

for (const body of [
  '{"query": "{ shop { name } }"}',
  '{"query": "", "variables": null, "operationName": null}',
  '{"query": "q", "variables": {"a": [1]}, "operationName": "A", "extensions": {}}',
]) {
  test(`reads ${body}`, async () => {
    const notices: Notice[] = [];
    expect(await read(body, notices)).toEqual(JSON.parse(body));
    expect(notices).toEqual([]);
  });
}

test('reads variables that are an empty string as none, with a notice', async () => {
  const notices: Notice[] = [];
  expect(await read('{"query": "q", "variables": ""}', notices)).toEqual({query: 'q', variables: null});
  expect(notices.map(({code, message}) => [code, message])).toEqual([
    [
      'graphql-variables-empty-string',
      'The variables of a query to https://acme.myshopify.com/api are an empty string. Other GraphQL servers refuse it.',
    ],
  ]);
});

for (const body of [
  '',
  '{',
  'null',
  '[]',
  '{"query": 1}',
  '{"query": "q", "variables": "{}"}',
  '{"query": 1, "variables": ""}',
  '{"query": "q", "variables": [1]}',
  '{"query": "q", "operationName": 1}',
]) {
  test(`reads nothing of ${body === '' ? 'an empty body' : body}`, async () => {
    expect(await read(body)).toBeNull();
  });
}

test('an executor refuses a query that is nested too deeply', async () => {
  const execute = executor('type Query { self: Query name: String }');
  const {errors} = await execute({query: '{ self '.repeat(20_000) + '}'.repeat(20_000)}, {});
  expect(errors?.map(({message}) => message)).toEqual(['The query is nested too deeply']);
});

test('an executor passes on another RangeError', async () => {
  const execute = executor('type Query { name: String }');
  const broken = {
    name: (): never => {
      throw new RangeError('Invalid currency code : x');
    },
  };
  const {errors} = await execute({query: '{ name }'}, broken);
  expect(errors?.map(({message}) => message)).toEqual(['Invalid currency code : x']);
});
