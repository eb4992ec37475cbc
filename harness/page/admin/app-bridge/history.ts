/** Calls back after each change of the document's address: `pushState`, `replaceState`, back, forward and fragments. */
export function followHistory(changed: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const own = history[name].bind(history);
    history[name] = (...given) => {
      own(...given);
      changed();
    };
  }

  window.addEventListener('popstate', changed);
  window.addEventListener('hashchange', changed);
}
