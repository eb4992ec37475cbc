import {BRIDGE_HELLO} from '../../wire/app-bridge.ts';
import type {AdminForApp, AppForAdmin, BridgeHello} from '../../wire/app-bridge.ts';
import {connect} from '../../wire/rpc.ts';
import type {Connection, Remote} from '../../wire/rpc.ts';

/** A document of the app in which App Bridge runs. */
export interface BridgedFrame {
  readonly hello: BridgeHello;
  readonly app: Remote<AppForAdmin>;
}

/** The parts that connections to App Bridge need. */
export interface BridgeConnectionsOptions {
  /** The origin of the app. A document of any other origin gets no answer. */
  readonly origin: () => string;
  /** Returns the members for the document in a frame. */
  readonly membersFor: (frame: HTMLIFrameElement, hello: BridgeHello) => AdminForApp;
  readonly connected: (frame: HTMLIFrameElement, bridged: BridgedFrame) => void;
  /** A document of another origin wanted to connect. */
  readonly refused: (origin: string) => void;
}

/** The connections to App Bridge in the frames of the page: one for each frame, to its newest document. */
export class BridgeConnections {
  readonly #options: BridgeConnectionsOptions;
  readonly #open = new Map<HTMLIFrameElement, Connection<AppForAdmin>>();

  constructor(options: BridgeConnectionsOptions) {
    this.#options = options;
    window.addEventListener('message', (event) => this.#receive(event));
  }

  #receive({data, source, origin, ports: [port]}: MessageEvent<unknown>): void {
    if (!isHello(data) || port === undefined) return;

    const frame = [...document.querySelectorAll('iframe')].find(
      ({contentWindow}) => contentWindow === source,
    );
    if (frame === undefined) return;
    if (origin !== this.#options.origin()) return this.#options.refused(origin);

    this.#open.get(frame)?.close();
    const connection = connect<AppForAdmin>(port, this.#options.membersFor(frame, data));
    this.#open.set(frame, connection);
    this.#options.connected(frame, {hello: data, app: connection.theirs});
  }
}

function isHello(data: unknown): data is BridgeHello {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === BRIDGE_HELLO;
}
