import {BRIDGE_HELLO} from '../../wire/app-bridge.ts';
import type {AdminForApp, AppForAdmin, BridgeHello} from '../../wire/app-bridge.ts';
import type {Activity} from '../../wire/activity.ts';
import {connect} from '../../wire/rpc.ts';
import type {Connection, Remote} from '../../wire/rpc.ts';
import {ActivityPolls} from '../activity/activity-polls.ts';

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
  readonly membersFor: (frame: HTMLIFrameElement, hello: BridgeHello) => Omit<AdminForApp, 'gone'>;
  readonly connected: (frame: HTMLIFrameElement, bridged: BridgedFrame) => void;
  /** A document of another origin wanted to connect. */
  readonly refused: (origin: string) => void;
}

interface OpenConnection {
  readonly connection: Connection<AppForAdmin>;
  readonly polls: ActivityPolls;
}

/** The connections to App Bridge in the frames of the page: one for each frame, to its newest document. */
export class BridgeConnections {
  readonly #options: BridgeConnectionsOptions;
  readonly #open = new Map<HTMLIFrameElement, OpenConnection>();

  constructor(options: BridgeConnectionsOptions) {
    this.#options = options;
    window.addEventListener('message', (event) => this.#receive(event));
  }

  /**
   * Asks each document what it has begun and not finished. A document that does not answer within `patience`
   * milliseconds is reported as silent.
   */
  activity(patience: number): Promise<readonly Activity[]> {
    const shown = [...this.#open].filter(([frame]) => frame.isConnected);
    return Promise.all(shown.map(([, {polls}]) => polls.poll(patience)));
  }

  #receive({data, source, origin, ports: [port]}: MessageEvent<unknown>): void {
    if (!isHello(data) || port === undefined) return;

    const frame = [...document.querySelectorAll('iframe')].find(
      ({contentWindow}) => contentWindow === source,
    );
    if (frame === undefined) return;
    if (origin !== this.#options.origin()) return this.#options.refused(origin);

    this.#open.get(frame)?.connection.close();
    const members: AdminForApp = {
      ...this.#options.membersFor(frame, data),
      gone: () => connection.close(),
    };
    const connection = connect<AppForAdmin>(port, members);
    this.#open.set(frame, {connection, polls: new ActivityPolls(() => connection.theirs.activity())});
    this.#options.connected(frame, {hello: data, app: connection.theirs});
  }
}

function isHello(data: unknown): data is BridgeHello {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === BRIDGE_HELLO;
}
