/** A worker that waits for the sandbox's source and its message port. */
export interface PendingWorker {
  readonly start: (source: string, port: MessagePort) => Promise<void> | void;
  /** Fulfils when the worker runs; for a worker in a frame, when it has the source. */
  readonly alive: Promise<void>;
  readonly terminate: () => void;
}

/** Wraps a worker that the host page itself has created. */
export function pendingInPage(worker: Worker): PendingWorker {
  return {
    start: (source, port) => worker.postMessage(source, [port]),
    alive: new Promise((resolve) => worker.addEventListener('message', () => resolve(), {once: true})),
    terminate: () => worker.terminate(),
  };
}
