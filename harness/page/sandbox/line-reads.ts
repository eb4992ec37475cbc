import type {WireNotice} from '../../wire/extension-notices.ts';

/** The signals that have ids of cart lines. */
const LINE_SIGNALS: ReadonlySet<string> = new Set(['lines', 'target', 'presentmentLines']);

/** Follows whether an extension has read its cart lines since they changed. Their ids may differ then. */
export class LineReads {
  #isStale = false;

  /** Whether a signal has ids of cart lines. */
  concerns(path: string): boolean {
    return LINE_SIGNALS.has(path);
  }

  /** Remembers that the extension has read the newest lines. */
  readonly read = (): void => {
    this.#isStale = false;
  };

  /** Remembers that a signal has another value. */
  changed(path: string): void {
    if (this.concerns(path)) this.#isStale = true;
  }

  /** Returns a notice about a change of a line whose id was read before the lines changed; else null. */
  noticeAbout(member: string, [change]: readonly unknown[]): WireNotice | null {
    const {id} = (change ?? {}) as {id?: unknown};
    if (member !== 'applyCartLinesChange' || typeof id !== 'string' || !this.#isStale) return null;

    return {
      code: 'cart-line-id-old',
      message: `applyCartLinesChange got a cart line id from before the last change of the lines: ${id}.`,
      next: 'Ids may change with each change. Read the id from the cart lines right before.',
    };
  }
}
