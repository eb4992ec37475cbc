const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Stop = () => Promise<void>;

/** The functions of all servers of this process: it ends once, so all of them have to stop before. */
const stops = new Set<Stop>();

/**
 * Stops what was started before a signal ends the process. Vite itself ends in order only after some signals, and an
 * author's own server may not listen to any. Returns the function that undoes this.
 */
export function stopOnEnd(stop: Stop): () => void {
  // The first listener sees the others, also those that listen once.
  if (stops.size === 0) for (const signal of SIGNALS) process.prependListener(signal, end);
  stops.add(stop);

  return () => {
    stops.delete(stop);
    if (stops.size === 0) forget();
  };
}

function forget(): void {
  for (const signal of SIGNALS) process.removeListener(signal, end);
}

function end(signal: NodeJS.Signals): void {
  forget();
  // Another listener ends the process in its own way.
  const isAlone = process.listenerCount(signal) === 0;
  const all = [...stops].map((stop) => stop());
  stops.clear();
  void Promise.allSettled(all).then(() => isAlone && process.kill(process.pid, signal));
}
