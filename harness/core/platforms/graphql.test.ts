import {expect, test} from '@playwright/test';
import {executor, readGraphQL} from './graphql.ts';

const read = (body: string): Promise<unknown> =>
  readGraphQL(new Request('https://acme.myshopify.com/', {method: 'POST', body}));

for (const body of [
  '{"query": "{ shop { name } }"}',
  '{"query": "", "variables": null, "operationName": null}',
  '{"query": "q", "variables": {"a": [1]}, "operationName": "A", "extensions": {}}',
]) {
  test(`reads ${body}`, async () => {
    expect(await read(body)).toEqual(JSON.parse(body));
  });
}

for (const body of [
  '',
  '{',
  'null',
  '[]',
  '{"query": 1}',
  '{"query": "q", "variables": "{}"}',
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
