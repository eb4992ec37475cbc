/** Gives elements a property such as `ondismiss` for each of their events that HTML elements do not have. */
export function handlerProperties(prototype: HTMLElement, types: readonly string[]): void {
  const handlers = new WeakMap<HTMLElement, Map<string, EventListener>>();

  for (const type of types) {
    if (`on${type}` in prototype) continue;
    Object.defineProperty(prototype, `on${type}`, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return handlers.get(this)?.get(type) ?? null;
      },
      set(this: HTMLElement, handler: unknown) {
        const own = handlers.get(this) ?? new Map<string, EventListener>();
        const before = own.get(type);
        if (before !== undefined) this.removeEventListener(type, before);
        own.delete(type);
        handlers.set(this, own);
        if (typeof handler !== 'function') return;

        own.set(type, handler as EventListener);
        this.addEventListener(type, handler as EventListener);
      },
    });
  }
}
