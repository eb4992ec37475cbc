import type {IncomingMessage} from 'node:http';
import {expect} from '@playwright/test';
import {test, verify} from './audit.fixture.ts';
import type {Handle} from './audit.fixture.ts';
import {audit} from './audit.ts';

const APP = {clientId: 'key', secret: 'a-secret-of-some-length'};

/** Right, unless `otherwise` answers the request. */
function but(otherwise: (...args: Parameters<Handle>) => boolean): Handle {
  return async (request, response) => {
    if (otherwise(request, response)) return;
    const claims = await verify(request.headers.authorization, APP);
    response.writeHead(typeof claims === 'string' ? 401 : 200).end('{}');
  };
}

test('http-long-blanks: a backend that never comes back from them is found', async ({listen}) => {
  const url = await listen(but(({headers}) => / {1000}/.test(headers.authorization ?? '')));
  const report = await audit(url, {...APP, only: ['http-long-blanks'], destructive: true, timeout: 500});
  expect(report.findings).toMatchObject([
    {case: 'http-long-blanks', got: 'no answer: no answer within 0.5 s'},
  ]);
});

test.describe('huge-1MB', () => {
  const options = {...APP, only: ['huge-1MB'], destructive: true} as const;
  const isHuge = ({headers}: IncomingMessage): boolean => (headers.authorization ?? '').length > 10_000;

  test('a backend that closes the connection before its answer is read is right', async ({listen}) => {
    const url = await listen(
      but((request) => {
        if (isHuge(request)) request.socket.resetAndDestroy();
        return isHuge(request);
      }),
      {maxHeaderSize: 4_194_304},
    );

    expect(await audit(url, options)).toMatchObject({verdict: 'clean', passed: ['huge-1MB']});
  });

  test('a backend that does not answer again after it is found', async ({listen}) => {
    let isDown = false;
    const url = await listen(
      but((request) => {
        isDown ||= isHuge(request);
        if (isDown) request.socket.resetAndDestroy();
        return isDown;
      }),
      {maxHeaderSize: 4_194_304},
    );

    expect((await audit(url, options)).findings).toMatchObject([
      {
        case: 'huge-1MB',
        expected: 'refused (4xx)',
        got: 'no answer: the connection was closed without an answer',
      },
    ]);
  });
});

test('host-auto-header: a backend that takes the origin for the token is found', async ({listen}) => {
  const options = {...APP, profile: 'admin', only: ['host-auto-header']} as const;
  expect(await audit(await listen(but(() => false)), options)).toMatchObject({
    verdict: 'clean',
    passed: ['host-auto-header'],
  });

  const trusting = but(({headers}, response) => {
    const known = headers.origin === 'https://extensions.shopifycdn.com';
    if (known) response.end('{}');
    return known;
  });

  expect((await audit(await listen(trusting), options)).findings).toMatchObject([
    {expected: 'refused (401)', got: '200 {}'},
  ]);
});

test.describe('host-redirect-leak', () => {
  const options = {...APP, only: ['host-redirect-leak']} as const;
  const redirecting = (location: string): Handle =>
    but(({headers, url = ''}, response) => {
      const sendsOn = headers.accept === 'text/html' || url.includes('shop=');
      if (sendsOn) response.writeHead(302, {location}).end();
      return sendsOn;
    });

  test('a backend that sends a request on to another origin is found', async ({listen}) => {
    const {findings} = await audit(
      await listen(redirecting('https://acme.myshopify.com/admin/oauth/authorize?state=1')),
      options,
    );

    expect(findings).toMatchObject([
      {
        case: 'host-redirect-leak',
        expected: 'accepted or refused (2xx or 4xx), sent on to no other origin',
        got: 'sent on to https://acme.myshopify.com: 302 to https://acme.myshopify.com/admin/oauth/authorize?state=1',
      },
    ]);

    expect(findings[0]?.sent).toContain('(document, navigation, shop in the query)');
  });

  test('one that answers itself, or refuses what is for a page, is right', async ({listen}) => {
    const refusing = but(({headers}, response) => {
      const isPage = headers.accept === 'text/html';
      if (isPage) response.writeHead(406).end();
      return isPage;
    });

    for (const handle of [but(() => false), refusing, redirecting('/login')])
      expect((await audit(await listen(handle), options)).verdict).toBe('clean');
  });
});
