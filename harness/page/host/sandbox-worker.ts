import type {SandboxOrigin} from '../../wire/control.ts';
import {connect, type Connection} from '../../wire/rpc.ts';
import type {Wire} from '../../wire/control.ts';
import type {PageCalls, SandboxCalls} from '../../wire/sandbox.ts';
import {BOOT_PATH, BOOT_SCRIPT, type FramedOrigin, SANDBOXES} from '../../wire/sandbox-start.ts';
import {pendingInPage, type PendingWorker} from './pending-worker.ts';
import {SandboxFrame} from './sandbox-frame.ts';

/**
 * The workers that extensions run in. A worker of the expected origin starts before the first mount asks for
 * it.
 */
export class SandboxWorkers {
  /** Fulfils when the first sandbox runs: from then on it has work to do, and the page has time. */
  readonly alive: Promise<void>;
  readonly #sources = new Map<Wire, Promise<string>>();
  readonly #frames = new Map<FramedOrigin, SandboxFrame>();
  #spare: {readonly kind: SandboxKind; readonly prepared: PreparedWorker} | undefined;

  constructor(expected: SandboxKind) {
    const prepared = this.#prepare(expected);
    this.#spare = {kind: expected, prepared};
    this.alive = prepared.alive;
  }

  /** Takes a sandbox of an origin and a wire, and offers the page's calls to its extension. */
  take(kind: SandboxKind, page: PageCalls): SandboxWorker {
    const {port, ready, terminate} = this.#takePrepared(kind);
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

  #takePrepared({origin, wire}: SandboxKind): PreparedWorker {
    const spare = this.#spare;
    if (spare?.kind.origin !== origin || spare.kind.wire !== wire) return this.#prepare({origin, wire});
    this.#spare = undefined;
    return spare.prepared;
  }

  #prepare({origin, wire}: SandboxKind): PreparedWorker {
    const {port1, port2} = new MessageChannel();
    const {start, alive, terminate} = this.#create(origin);
    const ready = this.#source(wire).then((source) => start(source, port2));
    // The mount that takes the sandbox reports the error.
    ready.catch(() => {});
    return {port: port1, ready, alive, terminate};
  }

  #source(wire: Wire): Promise<string> {
    const source = this.#sources.get(wire) ?? sandboxSource(wire);
    this.#sources.set(wire, source);
    return source;
  }

  #create(origin: SandboxOrigin): PendingWorker {
    // A `data:` URL of the whole source would start slower, and appear in full in every stack.
    if (origin === 'opaque')
      return pendingInPage(new Worker(`data:text/javascript,${encodeURIComponent(BOOT_SCRIPT)}`));
    if (origin === 'same-origin') return pendingInPage(new Worker(BOOT_PATH));
    return this.#frameOf(origin).createWorker();
  }

  #frameOf(origin: FramedOrigin): SandboxFrame {
    const frame = this.#frames.get(origin) ?? new SandboxFrame(origin);
    this.#frames.set(origin, frame);
    return frame;
  }
}

export interface SandboxKind {
  readonly origin: SandboxOrigin;
  readonly wire: Wire;
}

export interface SandboxWorker {
  /** Rejects if the sandbox cannot be started. */
  readonly ready: Promise<void>;
  readonly calls: Connection<SandboxCalls>['theirs'];
  stop(reason: Error): void;
}

interface PreparedWorker {
  readonly port: MessagePort;
  readonly ready: Promise<void>;
  readonly alive: Promise<void>;
  readonly terminate: () => void;
}

/** Reads the sandbox's source from the page's document, or fetches it from the page's origin. */
async function sandboxSource(wire: Wire): Promise<string> {
  const {file, elementId} = SANDBOXES[wire];
  const source = document.getElementById(elementId)?.textContent ?? (await fetchSource(`/.simhost/${file}`));
  return `${source}\n//# sourceURL=simhost:${file.replace(/\.js$/, '')}`;
}

async function fetchSource(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The page's origin has no ${path}: ${await response.text()}`);
  return response.text();
}
