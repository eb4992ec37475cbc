import {CONSOLE_PATH, type FromConsole, type ToConsole} from '../../../wire/console.ts';
import {UNKNOWN_SIMULATION} from '../../../wire/control.ts';
import {ChannelKey} from '../../channel/channel-key.ts';
import {openChannelSocket} from '../../channel/channel-socket.ts';
import {fromWireError} from '../../../wire/wire-error.ts';

/** Milliseconds before the first new attempt; each one after it takes twice as long, up to the last. */
const [FIRST_PAUSE, LAST_PAUSE] = [250, 4000];

/** The state of the channel. `unknown`: the server has another id, so the address is of an earlier start. */
export type Connection = 'connecting' | 'open' | 'lost' | 'unknown';

export interface ChannelEvents {
  /** Returns the first frame, as it is at each connection. */
  hello(proof: string): FromConsole;
  connection(state: Connection): void;
  message(message: ToConsole): void;
}

interface Waiting {
  readonly fulfil: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The console's end of its channel. It connects again by itself, and what was asked before it connects goes out then. */
export class Channel {
  readonly #key: ChannelKey;
  readonly #events: ChannelEvents;
  readonly #waiting = new Map<number, Waiting>();
  #socket: WebSocket | undefined;
  #pause = FIRST_PAUSE;
  /** Whether a server has proved the id before. Then a stranger only has the port for now. */
  #wasOpen = false;
  #lastId = 0;
  /** Frames that wait for the first connection; null once that has succeeded or failed. */
  #early: FromConsole[] | null = [];

  constructor(simulation: string, events: ChannelEvents) {
    this.#key = new ChannelKey(simulation);
    this.#events = events;
  }

  /**
   * Opens the channel. Sends nothing before the server has proved that it knows the id: another program may have the port
   * now.
   */
  connect(): void {
    let isStranger = false;
    const socket = openChannelSocket(
      this.#key,
      (proof) => {
        isStranger = proof === null;
        if (proof === null) return socket.close();

        socket.addEventListener('message', ({data}: MessageEvent<string>) =>
          this.#receive(JSON.parse(data) as ToConsole),
        );

        this.send(this.#events.hello(proof));
      },
      CONSOLE_PATH,
    );

    this.#socket = socket;
    socket.addEventListener('close', ({code}) => this.#closed(isStranger ? UNKNOWN_SIMULATION : code));
  }

  /** Sends a frame that needs no answer. Does nothing while the channel is lost. */
  send(message: FromConsole): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  /** Asks the simulation to do something. Rejects with its error. */
  do(verb: string, arg: unknown): Promise<unknown> {
    return this.#ask((id) => ({type: 'do', id, verb, arg}));
  }

  /** Asks the simulation a question. Rejects with its error. */
  get(what: string, key: unknown): Promise<unknown> {
    return this.#ask((id) => ({type: 'get', id, what, key}));
  }

  /** Asks for a whole token. Rejects with its error. */
  reveal(token: number): Promise<unknown> {
    return this.#ask((id) => ({type: 'reveal', id, token}));
  }

  #ask(frame: (id: number) => FromConsole): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((fulfil, reject) => {
      const isOpen = this.#socket?.readyState === WebSocket.OPEN;
      if (this.#early === null && !isOpen) return reject(new Error('simhost does not run.'));

      this.#waiting.set(id, {fulfil, reject});
      if (this.#early === null) this.send(frame(id));
      else this.#early.push(frame(id));
    });
  }

  #sendEarly(): void {
    for (const frame of this.#early ?? []) this.send(frame);
    this.#early = null;
  }

  #receive(message: ToConsole): void {
    if (message.type === 'answer' || message.type === 'refusal') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'answer') waiting?.fulfil(message.value);
      else waiting?.reject(fromWireError(message.error));
      return;
    }

    if (message.type === 'welcome') {
      this.#pause = FIRST_PAUSE;
      this.#wasOpen = true;
      this.#events.connection('open');
      this.#sendEarly();
    }

    this.#events.message(message);
  }

  #closed(code: number): void {
    for (const {reject} of this.#waiting.values()) reject(new Error('simhost has stopped.'));
    this.#waiting.clear();
    this.#early = null;

    if (code === UNKNOWN_SIMULATION && !this.#wasOpen) return this.#events.connection('unknown');
    this.#events.connection('lost');
    setTimeout(() => this.connect(), this.#pause);
    this.#pause = Math.min(LAST_PAUSE, this.#pause * 2);
  }
}
