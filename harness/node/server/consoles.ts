import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {type RawData, type WebSocket, WebSocketServer} from 'ws';
import {messageOf} from '../../errors.ts';
import {type FromConsole, LARGEST_CONSOLE_FRAME} from '../../wire/console.ts';
import {UNKNOWN_SIMULATION} from '../../wire/control.ts';
import {pageNonceOf, ServerProof} from './channel-proof.ts';
import {ConsoleChannel} from './console-channel.ts';
import type {ConsoleSession} from './console-session.ts';
import {refuseRaw} from './node-http.ts';

/** The connected consoles of one simulation. They are not pages: nothing waits for them, and they hold no secret. */
export class Consoles {
  readonly #session: ConsoleSession;
  readonly #server = new WebSocketServer({noServer: true, maxPayload: LARGEST_CONSOLE_FRAME});
  readonly #channels = new Set<ConsoleChannel>();

  constructor(session: ConsoleSession) {
    this.#session = session;
  }

  /** Takes the channel of a console document of `origin`; any other page's is refused. */
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, origin: string): void {
    if (message.headers.origin !== origin) {
      refuseRaw(socket, 403, `The console's channel is open to pages of ${origin} only.`);
      return;
    }

    const page = pageNonceOf(message.url ?? '/');
    if (page === null) {
      refuseRaw(socket, 400, "The console's channel needs a nonce.");
      return;
    }

    const proof = new ServerProof(this.#session.id, {origin, page});
    this.#server.handleUpgrade(message, socket, head, (channel) => this.#open(channel, proof));
  }

  close(): void {
    for (const channel of this.#channels) channel.close();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #open(socket: WebSocket, proof: ServerProof): void {
    socket.send(JSON.stringify(proof.challenge));

    let channel: ConsoleChannel | undefined;

    socket.on('message', (data: RawData) => {
      const frame = parseFrame(data);
      if (frame === undefined) return socket.close(4000, 'A frame was not a JSON object with a type.');

      try {
        if (channel !== undefined) return channel.receive(frame);
        channel = this.#greet(socket, frame, proof);
      } catch (error) {
        socket.close(4000, Buffer.from(messageOf(error)).subarray(0, 120).toString());
      }
    });

    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (channel === undefined) return;
      channel.close();
      this.#channels.delete(channel);
      if (channel.isWindow) this.#shareState();
    });
  }

  #greet(socket: WebSocket, frame: FromConsole, proof: ServerProof): ConsoleChannel | undefined {
    if (frame.type !== 'hello') {
      socket.close(4001, 'The first frame was not "hello".');
      return undefined;
    }

    if (!proof.isOfPage(frame.proof)) {
      socket.close(UNKNOWN_SIMULATION, 'The console does not know the id of this simulation.');
      return undefined;
    }

    const channel = new ConsoleChannel(socket, this.#session, frame, () => this.#windows());
    this.#channels.add(channel);
    if (channel.isWindow) this.#shareState();
    return channel;
  }

  #windows(): number {
    return [...this.#channels].filter(({isWindow}) => isWindow).length;
  }

  #shareState(): void {
    for (const channel of this.#channels) channel.sendState();
  }
}

function parseFrame(data: RawData): FromConsole | undefined {
  try {
    const frame: unknown = JSON.parse((data as Buffer).toString());
    return typeof frame === 'object' && frame !== null && 'type' in frame && typeof frame.type === 'string'
      ? (frame as FromConsole)
      : undefined;
  } catch {
    return undefined;
  }
}
