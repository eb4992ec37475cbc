import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {type RawData, type WebSocket, WebSocketServer} from 'ws';
import {messageOf, SimhostError} from '../../errors.ts';
import type {PageConnectionOptions} from '../../core/simulation/pages.ts';
import {NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONTROL_PATH, UNKNOWN_SIMULATION, type FromPage, type ToPage} from '../../wire/control.ts';
import {pageNonceOf, ServerProof} from './channel-proof.ts';
import {refuseRaw} from './node-http.ts';
import type {Simulated} from './simulated.ts';

/** The server's end of the control channel of one simulation. */
export class Control {
  readonly #simulation: Simulated;
  readonly #options: PageConnectionOptions;
  readonly #id: string;
  readonly #server = new WebSocketServer({noServer: true});

  /** `id` is the id with which pages connect. Default: the id of the simulation. */
  constructor(simulation: Simulated, options: PageConnectionOptions = {}, id: string = simulation.id) {
    this.#simulation = simulation;
    this.#options = options;
    this.#id = id;
  }

  /** Takes the channel of a page of `origin` that knows the id; any other page's is refused. */
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, origin: string): void {
    if (message.headers.origin !== origin) {
      refuseRaw(socket, 403, `The control channel is open to pages of ${origin} only.`);
      return;
    }

    const page = pageNonceOf(message.url ?? '/');
    if (page === null) {
      refuseRaw(
        socket,
        400,
        `The control channel needs a nonce of the page: ${CONTROL_PATH}?${NONCE_PARAMETER}=<32 hexadecimal digits>.`,
      );
      return;
    }

    const proof = new ServerProof(this.#id, {origin, page});
    this.#server.handleUpgrade(message, socket, head, (channel) => this.#open(channel, proof));
  }

  close(): void {
    for (const channel of this.#server.clients) channel.terminate();
    this.#server.close();
  }

  #open(channel: WebSocket, proof: ServerProof): void {
    channel.send(JSON.stringify(proof.challenge));

    let page: ReturnType<Simulated['pages']['connect']> | undefined;
    channel.on('message', (data: RawData) => {
      // Frames that follow a refused one can arrive before the page's end of the channel closes.
      if (channel.readyState !== channel.OPEN) return;

      const frame = parseFrame(data);
      if (frame === undefined) return channel.close(4000, 'A frame was not a JSON object with a type.');

      if (page === undefined) {
        if (frame.type !== 'hello')
          return channel.close(4001, reason(`The first frame was "${frame.type}", not "hello".`));
        if (!proof.isOfPage(frame.proof))
          return channel.close(UNKNOWN_SIMULATION, 'The page does not know the id of this simulation.');
        page = this.#simulation.pages.connect(
          (sent) => channel.send(JSON.stringify(sent satisfies ToPage)),
          this.#options,
        );
      }

      try {
        page.receive(frame);
      } catch (error) {
        channel.close(4000, reason(faultOf(frame, error)));
      }
    });

    channel.on('close', () => page?.close());
    channel.on('error', () => channel.terminate());
  }
}

/** Describes a frame that could not be carried out. A raw error means that a member had another form. */
function faultOf({type}: FromPage, error: unknown): string {
  return error instanceof SimhostError
    ? messageOf(error)
    : `The frame "${type}" is malformed: ${messageOf(error)}`;
}

/** A close frame carries at most 123 bytes. */
function reason(text: string): string {
  return Buffer.from(text).subarray(0, 120).toString();
}

function parseFrame(data: RawData): FromPage | undefined {
  try {
    const frame: unknown = JSON.parse((data as Buffer).toString());
    return typeof frame === 'object' && frame !== null && 'type' in frame && typeof frame.type === 'string'
      ? (frame as FromPage)
      : undefined;
  } catch {
    return undefined;
  }
}
