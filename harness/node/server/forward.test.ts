import {once} from 'node:events';
import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {type Duplex, Transform} from 'node:stream';
import {expect, test} from '@playwright/test';
import {Forwarder, outputRead, passBody} from './forward.ts';

async function listening(server: http.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Sends the opening of a WebSocket through a forwarder. Returns the outcome, and what the client got. */
async function opened(
  backend: number,
  answered: (status: number) => void = () => undefined,
): Promise<{outcome: string; answer: string}> {
  const forwarder = new Forwarder();
  const server = http.createServer();
  const client = connect(await listening(server), '127.0.0.1');
  const upgrade = once(server, 'upgrade') as Promise<[IncomingMessage, Duplex, Buffer]>;
  client.write('GET /feed HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');

  const [message, socket, head] = await upgrade;
  const {rawHeaders, url: path = ''} = message;
  const outgoing = {address: `http://127.0.0.1:${backend}`, path, rawHeaders};
  let answer = '';
  client.on('data', (chunk: Buffer) => (answer += chunk.toString()));

  const outcome = await forwarder.upgrade(message, socket, head, outgoing, answered).then(
    () => 'passed on',
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );

  // The client has the whole answer once the connection ends.
  if (outcome === 'passed on') await once(client, 'end');
  client.destroy();
  server.close();
  forwarder.close();
  return {outcome, answer};
}

test('rejects a WebSocket whose backend breaks off before it answers', async () => {
  const backend = http.createServer().on('upgrade', (_: IncomingMessage, socket: Duplex) => socket.destroy());
  expect(await opened(await listening(backend))).toEqual({outcome: 'ECONNRESET', answer: ''});
  backend.close();
});

test('rejects a WebSocket whose backend does not listen', async () => {
  const backend = http.createServer();
  const port = await listening(backend);
  backend.close();
  await once(backend, 'close');
  expect(await opened(port)).toEqual({outcome: 'ECONNREFUSED', answer: ''});
});

test('passes on the refusal of a backend', async () => {
  const backend = http.createServer().on('upgrade', (_: IncomingMessage, socket: Duplex) => {
    socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
  });
  const {outcome, answer} = await opened(await listening(backend));
  expect(outcome).toBe('passed on');
  expect(answer).toContain('HTTP/1.1 401 Unauthorized');
  backend.close();
});

test('rejects a WebSocket whose answer cannot be recorded', async () => {
  for (const answer of [
    'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n',
  ]) {
    const backend = http.createServer().on('upgrade', (_: IncomingMessage, socket: Duplex) => {
      socket.on('error', () => {}).write(answer);
    });
    const refuse = (): never => {
      throw new Error('the log is closed');
    };

    const port = await listening(backend);
    expect(await opened(port, refuse)).toEqual({outcome: 'the log is closed', answer: ''});
    backend.close();
  }
});

test('an answer that waits for the output of its backend fails if it breaks off', async () => {
  const backend = http.createServer((_, out) => out.writeHead(500, {'content-length': 9}).write('p'));
  const asked = http.get({port: await listening(backend), host: '127.0.0.1'}).on('error', () => {});
  const [response] = (await once(asked, 'response')) as [IncomingMessage];

  await outputRead(response);
  const read = outputRead(response);
  response.destroy();
  await expect(read).rejects.toMatchObject({code: 'ECONNRESET'});
  backend.close();
});

test('rejects a request whose answer cannot be passed on', async () => {
  const backend = http.createServer((_, out) => out.end('points'));
  const port = await listening(backend);
  const forwarder = new Forwarder();

  const outcome = new Promise<string>((fulfil) => {
    const server = http.createServer((message, out) => {
      const outgoing = {address: `http://127.0.0.1:${port}`, path: '/', rawHeaders: ['Host', 'a']};
      const refuse = (): never => {
        throw new Error('a header of the answer is malformed');
      };

      forwarder.forward(message, out, outgoing, {answered: refuse}).then(
        () => fulfil('passed on'),
        (error: unknown) => {
          out.destroy();
          server.close();
          fulfil(String(error));
        },
      );
    });
    void listening(server).then((at) => http.get({port: at, host: '127.0.0.1'}).on('error', () => {}));
  });

  expect(await outcome).toBe('Error: a header of the answer is malformed');
  forwarder.close();
  backend.close();
});

test('an answer without an end ends at its backend when the reader leaves', async () => {
  const backend = http.createServer((_, out) => void out.write('an answer without an end'));
  const asked = once(backend, 'request') as Promise<[IncomingMessage, ServerResponse]>;
  const server = http.createServer((_, out) => {
    http.get({port: (backend.address() as AddressInfo).port, host: '127.0.0.1'}, (response) => {
      void passBody(response, out, {});
    });
  });
  await listening(backend);

  const [response] = (await once(
    http.get({port: await listening(server), host: '127.0.0.1'}),
    'response',
  )) as [IncomingMessage];
  const [, answer] = await asked;
  const ended = once(answer, 'close');
  response.destroy();

  await ended;
  server.close();
  backend.close();
});

/** Passes an answer of a backend on to a reader. Returns the outcome. */
async function passed(
  answer: (out: ServerResponse) => void,
  watch: Parameters<typeof passBody>[2],
): Promise<string> {
  const backend = http.createServer((_, out) => answer(out));
  const port = await listening(backend);
  const forwarder = new Forwarder();
  const outgoing = {address: `http://127.0.0.1:${port}`, path: '/', rawHeaders: ['Host', 'a']};

  const outcome = await new Promise<string>((fulfil) => {
    const server = http.createServer((message, out) => {
      const watched = {answered: () => undefined, ...watch};
      out.once('close', () => server.close());
      forwarder.forward(message, out, outgoing, watched).then(
        () => fulfil('passed on'),
        (error: unknown) => fulfil(String(error)),
      );
    });

    const read = (at: number): http.ClientRequest =>
      http.get({port: at, host: '127.0.0.1'}, (response) => response.on('error', () => {}).resume());
    void listening(server).then((at) => read(at).on('error', () => {}));
  });

  forwarder.close();
  backend.close();
  return outcome;
}

test('a watch that fails when an answer breaks off rejects, and ends nothing else', async () => {
  const breakOff = (out: ServerResponse): void => {
    out.writeHead(200, {'content-length': 10});
    out.write('points', () => out.socket?.destroy());
  };

  const brokenOff = (): Promise<void> => Promise.reject(new Error('the log is closed'));
  expect(await passed(breakOff, {brokenOff})).toBe('Error: the log is closed');
});

test('a change of the body that fails rejects, and ends nothing else', async () => {
  const through = (): Transform =>
    new Transform({transform: (_chunk, _encoding, done) => done(new Error('not HTML'))});
  expect(await passed((out) => void out.end('points'), {through})).toBe('Error: not HTML');
});
