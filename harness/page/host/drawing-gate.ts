/** Milliseconds that the page's own content waits for extensions. */
const LONGEST_WAIT = 300;

/**
 * Holds back the page's own content until the extensions have shown theirs, so that drawing delays none of
 * them.
 */
export class DrawingGate {
  readonly opened: Promise<void>;
  #open: () => void = () => {};

  constructor() {
    this.opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /**
   * Opens when the browser is idle after all extensions have settled. A slow extension does not leave the
   * page empty.
   */
  openAfter(settled: readonly Promise<void>[]): void {
    void Promise.all(settled).then(() => requestIdleCallback(this.#open, {timeout: LONGEST_WAIT}));
    setTimeout(this.#open, LONGEST_WAIT);
  }
}
