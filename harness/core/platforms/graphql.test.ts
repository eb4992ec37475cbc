import {expect, test} from '@playwright/test';
import {readGraphQL} from './graphql.ts';

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
