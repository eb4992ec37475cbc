const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Stops what was started before a signal ends the process. Vite itself ends in order only after some signals, and an
 * author's own server may not listen to any. Returns the function that undoes this.
 */
export function stopOnEnd(stop: () => Promise<void>): () => void {
  const forget = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };

  const end = (signal: NodeJS.Signals): void => {
    forget();
    // Another listener ends the process in its own way.
    const isAlone = process.listenerCount(signal) === 0;
    void stop().finally(() => isAlone && process.kill(process.pid, signal));
  };

  // The first listener sees the others, also those that listen once.
  for (const signal of SIGNALS) process.prependListener(signal, end);
  return forget;
}
