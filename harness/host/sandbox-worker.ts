import {connect, type Connection} from '../wire/rpc.ts';
import type {PageCalls, SandboxCalls} from '../wire/sandbox.ts';

const SANDBOX_URL = '/.simhost/sandbox.js';

/**
 * Workers of an opaque origin: a small `data:` script that takes the sandbox's source from the page and runs it. The first
 * starts before anyone asks. (A `data:` URL of the whole source starts slower and stands whole in every stack.)
 */
export class SandboxWorkers {
  readonly #source: Promise<string> = sandboxSource();
  #spare: {worker: Worker; port: MessagePort} | undefined = this.#prepare();

  /** A sandbox that offers the page's calls to its extension. */
  take(page: PageCalls): SandboxWorker {
    const {worker, port} = this.#spare ?? this.#prepare();
    this.#spare = undefined;
    const {theirs, close} = connect<SandboxCalls>(port, page);
    return {
      ready: this.#source.then(() => undefined),
      calls: theirs,
      stop: (reason) => {
        worker.terminate();
        close(reason);
      },
    };
  }

  #prepare(): {worker: Worker; port: MessagePort} {
    const worker = new Worker(BOOT);
    const {port1, port2} = new MessageChannel();
    this.#source.then(
      (source) => worker.postMessage(source, [port2]),
      () => {},
    );
    return {worker, port: port1};
  }
}

export interface SandboxWorker {
  /** Rejects where the sandbox's own script cannot be had. */
  readonly ready: Promise<void>;
  readonly calls: Connection<SandboxCalls>['theirs'];
  stop(reason: Error): void;
}

const BOOT = `data:text/javascript,${encodeURIComponent(
  `onmessage=({data,ports})=>{onmessage=null;simhostPort=ports[0];(0,eval)(data)}\n//# sourceURL=simhost:boot`,
)}`;

async function sandboxSource(): Promise<string> {
  const response = await fetch(SANDBOX_URL);
  if (!response.ok) throw new Error(`${SANDBOX_URL} answered ${response.status}.`);
  return `${await response.text()}\n//# sourceURL=simhost:sandbox`;
}
