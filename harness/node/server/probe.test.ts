import {expect} from '@playwright/test';
import {type Backend, externalBackend} from './backend.ts';
import {ifUnanswered, refusalOf, sendPreflight, UnansweredPreflight} from './probe.ts';
import {test} from './server.fixture.ts';

const headers = new Headers({origin: 'null', authorization: 'Bearer none'});

function backendAt(address: string): Backend {
  return externalBackend('https://myapp.com', {url: address});
}

test('sends the preflight of a browser, and returns the answer', async ({listen}) => {
  const address = await listen((request, response) => {
    const {host, origin, 'access-control-request-headers': asked} = request.headers;
    response.writeHead(204, {'x-seen': `${request.method} ${request.url} ${host} ${origin} ${asked}`}).end();
  });

  const {intended, answer} = await sendPreflight(backendAt(address), '/api/points', 'GET', headers);

  expect(intended).toEqual({origin: 'null', method: 'GET', headers: ['authorization'], credentials: false});
  expect(answer.status).toBe(204);
  expect(answer.headers.get('x-seen')).toBe('OPTIONS /api/points myapp.com null authorization');
});

test('gives up a backend that never answers', async ({listen}) => {
  const address = await listen(() => {});
  await expect(sendPreflight(backendAt(address), '/', 'GET', headers, {timeout: 50})).rejects.toThrow(
    'nothing came within 0.05 s',
  );
});

test('a preflight that is not answered is a refusal, and other errors stay errors', () => {
  const unanswered = ifUnanswered(new UnansweredPreflight(5000));
  expect(refusalOf(unanswered)?.reason).toBe('OPTIONS was not answered: nothing came within 5 s');
  expect(() => ifUnanswered(new Error('ECONNREFUSED'))).toThrow('ECONNREFUSED');
});
