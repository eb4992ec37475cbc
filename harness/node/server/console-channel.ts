import type {WebSocket} from 'ws';
import {SimhostError} from '../../errors.ts';
import {redact} from '../../redact.ts';
import type {FromConsole, ToConsole} from '../../wire/console.ts';
import type {JournalEntry} from '../../wire/journal.ts';
import {toWireError} from '../../wire/wire-error.ts';
import type {ConsoleSession} from './console-session.ts';

/** Milliseconds between two frames of events: at most 20 a second. */
const EVENT_PAUSE = 50;
/** Milliseconds between two frames of counts, while the console is folded. */
const COUNT_PAUSE = 1000;
/** Entries of one frame, so that a long history does not arrive as one block. */
const MOST_ENTRIES = 500;

/** The server's end of the channel of one console, after its hello. */
export class ConsoleChannel {
  readonly isWindow: boolean;
  readonly #socket: WebSocket;
  readonly #session: ConsoleSession;
  readonly #stops: readonly (() => void)[];
  readonly #windows: () => number;
  /** The entries that have not been sent, by their number. */
  readonly #waiting = new Map<number, JournalEntry>();
  #timer: NodeJS.Timeout | undefined;
  /** The real time of the last frame. */
  #sentAt = -Infinity;
  #isFolded = false;
  #isStateOld = false;

  constructor(
    socket: WebSocket,
    session: ConsoleSession,
    hello: Extract<FromConsole, {type: 'hello'}>,
    windows: () => number,
  ) {
    this.isWindow = hello.isWindow;
    this.#socket = socket;
    this.#session = session;
    this.#windows = windows;

    const welcome = session.welcome();
    this.#send({type: 'welcome', welcome});
    this.sendState();

    // The numbers of an earlier start mean nothing here.
    const since = hello.run === welcome.run ? hello.since : 0;
    for (const entry of session.since(since)) this.#waiting.set(entry.n, entry);
    this.#flush();

    this.#stops = [
      session.onState(() => this.#stateChanged()),
      session.onEntry((entry) => this.#entered(entry)),
    ];
  }

  /** Acts on a frame of the console. */
  receive(message: FromConsole): void {
    if (message.type === 'watch') this.#watch(message.folded);
    else if (message.type === 'do')
      void this.#reply(message.id, () => this.#session.do(message.verb, message.arg));
    else if (message.type === 'get')
      void this.#reply(message.id, () => this.#session.get(message.what, message.key));
    else if (message.type === 'reveal') this.#reveal(message.id, message.token);
    else throw new SimhostError('ERR_UNKNOWN_COMMAND', `A console sent "${message.type}" twice or unknown.`);
  }

  /** Sends everything that the strip and the bars show. */
  sendState(): void {
    this.#isStateOld = false;
    this.#send({type: 'state', state: this.#session.state(this.#windows())});
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  async #reply(id: number, act: () => unknown): Promise<void> {
    try {
      this.#send({type: 'answer', id, value: (await act()) ?? null});
    } catch (error) {
      this.#refuse(id, error);
    }
  }

  /** Sends a whole token: the only frame that is not redacted. */
  #reveal(id: number, token: number): void {
    try {
      const answer: ToConsole = {type: 'answer', id, value: this.#session.reveal(token)};
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(answer));
    } catch (error) {
      this.#refuse(id, error);
    }
  }

  #refuse(id: number, error: unknown): void {
    const {stack: _stack, ...wire} = toWireError(error);
    this.#send({type: 'refusal', id, error: {...wire, stack: ''}});
  }

  #watch(folded: boolean): void {
    this.#isFolded = folded;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flush();
  }

  #stateChanged(): void {
    this.#isStateOld = true;
    this.#schedule();
  }

  #entered(entry: JournalEntry): void {
    this.#waiting.set(entry.n, entry);
    this.#schedule();
  }

  /** After a pause the first news goes at once, and what follows waits. */
  #schedule(): void {
    const pause = this.#isFolded ? COUNT_PAUSE : EVENT_PAUSE;
    const left = Math.max(0, this.#sentAt + pause - performance.now());
    this.#timer ??= setTimeout(() => this.#flush(), left);
  }

  /** Entries go before the state, so that the list is never behind the strip, even if simhost is killed between them. */
  #flush(): void {
    this.#timer = undefined;
    this.#sentAt = performance.now();
    if (this.#isFolded) this.#sendCounts();
    else this.#sendEntries();
    if (this.#isStateOld) this.sendState();
  }

  #sendEntries(): void {
    const list = [...this.#waiting.values()].toSorted((one, other) => one.n - other.n).slice(0, MOST_ENTRIES);
    for (const {n} of list) this.#waiting.delete(n);
    if (list.length > 0) this.#send({type: 'events', list, tokens: this.#session.tokens});
    if (this.#waiting.size > 0) this.#schedule();
  }

  #sendCounts(): void {
    const entries = this.#session.since(0);
    const problems = entries.filter((entry) => entry.kind === 'request' && entry.mood === 'problem').length;
    const errors = entries.filter(({kind}) => kind === 'error').length;
    this.#send({type: 'counts', problems, errors});
  }

  /** Every frame passes here, so that no secret and no token leaves by mistake. */
  #send(message: ToConsole): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(redact(JSON.stringify(message), this.#session.secrets));
  }
}
