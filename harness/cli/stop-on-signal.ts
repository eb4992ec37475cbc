/** Lets a command end in order when it is interrupted. Returns the function that undoes this. */
export function stopOnSignal(stop: () => Promise<void>, code = 0): () => void {
  const end = (): void => void stop().finally(() => process.exit(code));
  for (const signal of SIGNALS) process.once(signal, end);
  return () => {
    for (const signal of SIGNALS) process.removeListener(signal, end);
  };
}

/** Closing a terminal window sends `SIGHUP`. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
