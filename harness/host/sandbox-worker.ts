import type {SandboxOrigin} from '../wire/control.ts';
import {connect, type Connection} from '../wire/rpc.ts';
import type {PageCalls, SandboxCalls} from '../wire/sandbox.ts';
import {BOOT_PATH, BOOT_SCRIPT, SANDBOX_SOURCE_ID} from '../wire/sandbox-start.ts';
import {SandboxFrame} from './sandbox-frame.ts';

/** The workers that extensions run in. One of the expected origin starts before anyone asks. */
export class SandboxWorkers {
  /** Fulfils when the first sandbox runs: from then on it has work to do, and the page has time. */
  readonly alive: Promise<void>;
  readonly #source: Promise<string> = sandboxSource();
  #frame: SandboxFrame | undefined;
  #spare: {readonly origin: SandboxOrigin; readonly prepared: Prepared} | undefined;

  constructor(expected: SandboxOrigin) {
    const prepared = this.#prepare(expected);
    this.#spare = {origin: expected, prepared};
    this.alive = prepared.alive;
  }

  /** A sandbox of an origin that offers the page's calls to its extension. */
  take(origin: SandboxOrigin, page: PageCalls): SandboxWorker {
    const {port, ready, terminate} = this.#takePrepared(origin);
    const {theirs, close} = connect<SandboxCalls>(port, page);
    return {
      ready,
      calls: theirs,
      stop: (reason) => {
        terminate();
        close(reason);
      },
    };
  }

  #takePrepared(origin: SandboxOrigin): Prepared {
    const spare = this.#spare;
    if (spare?.origin !== origin) return this.#prepare(origin);
    this.#spare = undefined;
    return spare.prepared;
  }

  #prepare(origin: SandboxOrigin): Prepared {
    const {port1, port2} = new MessageChannel();
    const {start, alive, terminate} = this.#create(origin);
    const ready = this.#source.then((source) => start(source, port2));
    ready.catch(() => {}); // whoever takes the sandbox hears of it
    return {port: port1, ready, alive, terminate};
  }

  #create(origin: SandboxOrigin): SandboxStart {
    // A `data:` URL of the whole source would start slower and stand whole in every stack.
    if (origin === 'opaque') return inPage(new Worker(`data:text/javascript,${encodeURIComponent(BOOT_SCRIPT)}`));
    if (origin === 'same-origin') return inPage(new Worker(BOOT_PATH));
    this.#frame ??= new SandboxFrame();
    return this.#frame.createWorker();
  }
}

export interface SandboxWorker {
  /** Rejects where the sandbox cannot be started. */
  readonly ready: Promise<void>;
  readonly calls: Connection<SandboxCalls>['theirs'];
  stop(reason: Error): void;
}

/** A worker that waits for the sandbox's source and its message port. */
export interface SandboxStart {
  readonly start: (source: string, port: MessagePort) => Promise<void> | void;
  /** Fulfils when it has the source. */
  readonly alive: Promise<void>;
  readonly terminate: () => void;
}

interface Prepared {
  readonly port: MessagePort;
  readonly ready: Promise<void>;
  readonly alive: Promise<void>;
  readonly terminate: () => void;
}

function inPage(worker: Worker): SandboxStart {
  return {
    start: (source, port) => worker.postMessage(source, [port]),
    alive: new Promise((resolve) => worker.addEventListener('message', () => resolve(), {once: true})),
    terminate: () => worker.terminate(),
  };
}

async function sandboxSource(): Promise<string> {
  const source = document.getElementById(SANDBOX_SOURCE_ID)?.textContent;
  if (typeof source !== 'string') throw new Error("The page's document holds no sandbox.");
  return `${source}\n//# sourceURL=simhost:sandbox`;
}
