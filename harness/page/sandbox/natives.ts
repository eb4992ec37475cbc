/** Workers of Chromium have frames; those of other browsers may not. */
const frames = self as unknown as FrameFunctions;

/** What the sandbox itself works with; taken before the polyfill and the guards replace the globals. */
export const natives: Natives = {
  Date,
  address: self.location.href,
  console: {...console},
  fetch: self.fetch.bind(self),
  addEventListener: self.addEventListener.bind(self),
  setTimeout: self.setTimeout.bind(self),
  clearTimeout: self.clearTimeout.bind(self),
  reportError: self.reportError.bind(self),
  requestAnimationFrame: frames.requestAnimationFrame?.bind(self),
  cancelAnimationFrame: frames.cancelAnimationFrame?.bind(self),
};

interface FrameFunctions {
  readonly requestAnimationFrame: ((draw: (time: number) => void) => number) | undefined;
  readonly cancelAnimationFrame: ((id: number) => void) | undefined;
}

export interface Natives extends FrameFunctions {
  readonly Date: DateConstructor;
  /** The worker's own address, from which relative URLs count; `data:` where its origin is opaque. */
  readonly address: string;
  readonly console: Console;
  readonly fetch: typeof fetch;
  readonly addEventListener: typeof addEventListener;
  readonly setTimeout: (run: () => void, delay?: number) => number;
  readonly clearTimeout: (id: number) => void;
  readonly reportError: (error: unknown) => void;
}

/** Gives a global a new value wherever on the scope's prototype chain it stands, so that the old one is out of reach. */
export function replaceGlobal(name: string, value: unknown): void {
  for (
    let holder: object | null = self;
    holder !== null;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    if (holder === self || Object.hasOwn(holder, name)) {
      Object.defineProperty(holder, name, {value, configurable: true, writable: true, enumerable: true});
    }
  }
}
