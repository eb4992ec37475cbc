/** Lets a command end in order when it is interrupted. */
export function stopOnSignal(stop: () => Promise<void>, code = 0): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(code));
    });
  }
}
