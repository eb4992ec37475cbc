import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Readable} from 'node:stream';
import {gzipSync} from 'node:zlib';
import {expect, test} from '@playwright/test';
import {addToHead, isDocumentRequest} from './html-head.ts';

const MARK = '<script src="/x.js"></script>';
const HTML = {'content-type': 'text/html; charset=utf-8'};

/** The answer of a handler whose response is changed. */
async function answerOf(handler: RequestListener): Promise<{text: string; headers: Headers; status: number}> {
  const server = createServer((message, out) => {
    addToHead(out, MARK, '/x.js');
    handler(message, out);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const answer = {text: await response.text(), headers: response.headers, status: response.status};
  server.closeAllConnections();
  server.close();
  return answer;
}

test('adds markup to a document that is written at once, and corrects its length', async () => {
  const html = '<!doctype html><head><title>Ä</title></head>';
  const {text, status} = await answerOf((_, out) =>
    out.writeHead(404, 'Gone', {...HTML, 'content-length': Buffer.byteLength(html)}).end(html),
  );
  expect(text).toBe(`<!doctype html><head>${MARK}<title>Ä</title></head>`);
  expect(status).toBe(404);
});

test('adds markup once to a stream whose chunks cut tags and characters', async () => {
  const bytes = Buffer.from('<html><head lang="ä"><title>Äé</title><body><head>');
  const {text} = await answerOf((_, out) => {
    out.setHeader('content-type', 'text/html');
    Readable.from([...bytes].map((byte) => Buffer.from([byte]))).pipe(out);
  });
  expect(text).toBe(`<html><head lang="ä">${MARK}<title>Äé</title><body><head>`);
});

test('adds markup to a document without a head', async () => {
  const {text} = await answerOf((_, out) => out.writeHead(200, HTML).end('<!doctype html><p>Hello'));
  expect(text).toBe(`<!doctype html>${MARK}<p>Hello`);
});

test('adds nothing to a document that has the markup', async () => {
  const html = '<head><script nonce="n" src="/x.js"></script></head>';
  expect((await answerOf((_, out) => out.writeHead(200, HTML).end(html))).text).toBe(html);
});

test('gives the script the nonce of the policy', async () => {
  const headers = {...HTML, 'content-security-policy': "script-src 'nonce-abc'"};
  const {text} = await answerOf((_, out) => out.writeHead(200, headers).end('<head></head>'));
  expect(text).toBe('<head><script nonce="abc" src="/x.js"></script></head>');
});

for (const [name, type, body] of [
  ['a script', 'text/javascript', 'const head = "<head>";'],
  ['an empty document', 'text/html', ''],
] as const) {
  test(`leaves ${name} as it is`, async () => {
    const {text, headers} = await answerOf((_, out) => {
      out.writeHead(200, ['content-type', type, 'set-cookie', 'a=1', 'set-cookie', 'b=2']);
      out.write(body.slice(0, 2), () => out.end(body.slice(2)));
    });
    expect(text).toBe(body);
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });
}

test('leaves a compressed document as it is', async () => {
  const html = gzipSync('<head></head>');
  const headers = {...HTML, 'content-encoding': 'gzip'};
  expect((await answerOf((_, out) => out.writeHead(200, headers).end(html))).text).toBe('<head></head>');
});

test('sends the headers of an answer that is not a document when asked to', async () => {
  const {headers} = await answerOf((_, out) => {
    out.setHeader('x-early', '1');
    out.flushHeaders();
    out.end();
  });
  expect(headers.get('x-early')).toBe('1');
});

for (const [headers, expected] of [
  [{'sec-fetch-dest': 'document'}, true],
  [{'sec-fetch-dest': 'iframe'}, true],
  [{'sec-fetch-dest': 'empty', accept: 'text/html'}, false],
  [{accept: 'text/html,*/*'}, true],
  [{accept: '*/*'}, false],
] as const) {
  test(`${JSON.stringify(headers)} ${expected ? 'asks' : 'does not ask'} for a document`, () => {
    expect(isDocumentRequest({method: 'GET', headers})).toBe(expected);
    expect(isDocumentRequest({method: 'POST', headers})).toBe(false);
  });
}
