import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {type RawData, type WebSocket, WebSocketServer} from 'ws';
import type {AdminPages} from '../../core/simulation/admin-pages.ts';
import {ADMIN_ORIGIN} from '../../wire/admin.ts';
import {UNKNOWN_SIMULATION} from '../../wire/control.ts';
import type {Port} from '../../wire/rpc.ts';
import {pageNonceOf, ServerProof} from './channel-proof.ts';
import {refuseRaw} from './node-http.ts';

/** The server's end of the channels of the admin's pages. */
export class AdminControl {
  readonly #id: string;
  readonly #pages: Pick<AdminPages, 'connect'>;
  readonly #server = new WebSocketServer({noServer: true});

  /** Serves the pages of the simulation with this id. */
  constructor({id, adminPages}: {readonly id: string; readonly adminPages: Pick<AdminPages, 'connect'>}) {
    this.#id = id;
    this.#pages = adminPages;
  }

  /** Takes the channel of an admin's page that knows the id; any other page's is refused. */
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer): void {
    const page = pageNonceOf(message.url ?? '/');
    if (message.headers.origin !== ADMIN_ORIGIN || page === null) {
      refuseRaw(socket, 403, `The channel of the admin is open to its own page at ${ADMIN_ORIGIN} only.`);
      return;
    }

    const proof = new ServerProof(this.#id, {origin: ADMIN_ORIGIN, page});
    this.#server.handleUpgrade(message, socket, head, (channel) => this.#open(channel, proof));
  }

  close(): void {
    for (const channel of this.#server.clients) channel.terminate();
    this.#server.close();
  }

  #open(channel: WebSocket, proof: ServerProof): void {
    channel.send(JSON.stringify(proof.challenge));
    channel.on('error', () => channel.terminate());
    channel.once('message', (data: RawData) => {
      const hello = parsed(data) as {proof?: unknown} | null;
      if (!proof.isOfPage(hello?.proof))
        return channel.close(UNKNOWN_SIMULATION, 'The page does not know the id of this simulation.');

      const end = this.#pages.connect(portOf(channel));
      channel.on('close', end);
    });
  }
}

/** Turns a WebSocket into a port that carries JSON. */
function portOf(channel: WebSocket): Port {
  return {
    postMessage: (message) => channel.send(JSON.stringify(message)),
    addEventListener: (type, listener) => {
      if (type === 'close') channel.on('close', () => listener({}));
      else channel.on('message', (data: RawData) => listener({data: parsed(data)}));
    },
    start: () => {},
    close: () => channel.close(),
  };
}

function parsed(data: RawData): unknown {
  try {
    return JSON.parse((data as Buffer).toString()) as unknown;
  } catch {
    return null;
  }
}
