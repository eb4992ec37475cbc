import {once} from 'node:events';
import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import net, {type AddressInfo, type Socket} from 'node:net';
import {messageOf} from '../../errors.ts';
import {allowsHost} from '../../wire/allowed-hosts.ts';
import {isLoopback} from '../../wire/loopback.ts';
import type {OutsideCalls} from './backend-outside.ts';
import {explainedServer} from './bad-requests.ts';
import {passBody} from './forward.ts';
import {plain, refuseRaw, send} from './node-http.ts';

/** The proxy of one started backend: what its environment variables `HTTP_PROXY` and `HTTPS_PROXY` name. */
export interface BackendProxy {
  readonly url: string;
  close(): void;
}

/**
 * Opens a proxy that lets requests to this machine and to allowed hosts through, and asks the test about all
 * others.
 */
export async function openBackendProxy(calls: OutsideCalls, allow: readonly string[]): Promise<BackendProxy> {
  const sockets = new Set<Socket>();
  const isOpen = (host: string): boolean => {
    const {hostname} = new URL(`http://${host}`);
    return isLoopback(hostname) || allowsHost(allow, host);
  };

  const server = explainedServer('The proxy', (message, out) => answer(message, out, calls, isOpen));

  server.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const host = message.url ?? '';
    if (!URL.canParse(`http://${host}`)) refuseRaw(socket, 400, `The address "${host}" is not a host.`);
    else if (isOpen(host)) tunnel(host, socket, head);
    else socket.end(refusedTunnel(calls.refuseTunnel(withoutPort(host))));
  });

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The variables that HTTP clients take their proxy from. */
export function proxyVariables({url}: BackendProxy): Record<string, string> {
  const direct = 'localhost,127.0.0.1,::1,.localhost';
  return {
    HTTP_PROXY: url,
    http_proxy: url,
    HTTPS_PROXY: url,
    https_proxy: url,
    NO_PROXY: direct,
    no_proxy: direct,
  };
}

async function answer(
  message: IncomingMessage,
  out: ServerResponse,
  calls: OutsideCalls,
  isOpen: (host: string) => boolean,
): Promise<void> {
  const {url: target = ''} = message;
  if (!/^http:\/\//i.test(target) || !URL.canParse(target))
    return send(plain(400, 'This is the proxy of a backend under test.'), out);
  const url = new URL(target);
  if (isOpen(url.host)) return forward(message, out, url);
  return calls.answer({message, out, url});
}

function forward(message: IncomingMessage, out: ServerResponse, url: URL): Promise<void> {
  const {
    'proxy-connection': _connection,
    'proxy-authorization': _authorization,
    ...headers
  } = message.headers;

  return new Promise((fulfil, reject) => {
    const fail = (thrown: unknown): void => {
      const problem = plain(502, `${url.host} did not answer: ${messageOf(thrown)}`);
      if (out.headersSent || out.destroyed) fulfil();
      else send(problem, out).then(fulfil, reject);
    };

    const request = http.request(url, {method: message.method, headers, agent: false}, (response) => {
      try {
        out.writeHead(response.statusCode ?? 502, response.statusMessage, response.rawHeaders);
        passBody(response, out, {}).then(fulfil, reject);
      } catch (error) {
        request.destroy();
        fail(error);
      }
    });

    request.on('error', fail);
    out.once('close', () => request.destroy());
    message.pipe(request);
  });
}

function tunnel(host: string, socket: Socket, head: Buffer): void {
  const {hostname, port} = new URL(`http://${host}`);
  const upstream = net.connect(Number(port || 80), hostname.replace(/[[\]]/g, ''));

  upstream.once('connect', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });

  upstream.once('error', () => socket.destroy());
  socket.once('close', () => upstream.destroy());
}

/** Many clients show nothing of a refused tunnel but the words of its status line. */
function refusedTunnel(problem: string): string {
  const [reason = ''] = problem.split('\n');
  const body = Buffer.from(problem);
  return (
    `HTTP/1.1 403 ${reason}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ` +
    `${body.length}\r\nConnection: close\r\n\r\n${problem}`
  );
}

function withoutPort(host: string): string {
  return host.replace(/:443$/, '');
}
