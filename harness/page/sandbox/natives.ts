/** Workers of Chromium have frames; those of other browsers may not. */
const frames = self as unknown as FrameFunctions;

/** The globals that the sandbox itself uses, from before the polyfill and the guards replace them. */
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
  /** The worker's own address, the base of relative URLs. It is a `data:` URL if the origin is opaque. */
  readonly address: string;
  readonly console: Console;
  readonly fetch: typeof fetch;
  readonly addEventListener: typeof addEventListener;
  readonly setTimeout: (run: () => void, delay?: number) => number;
  readonly clearTimeout: (id: number) => void;
  readonly reportError: (error: unknown) => void;
}

/** Replaces a global everywhere on the scope's prototype chain, so that the old value is out of reach. */
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
