import type {WireNotice} from '../../wire/extension-notices.ts';

/** The element that Preact renders into; Preact keeps its tree in `__k`. */
export interface RenderRoot {
  readonly __k?: unknown;
  readonly firstChild: unknown;
}

/** A signal that Preact does not track, as far as reads of it are concerned. */
export interface UntrackedSignal {
  readonly path: string;
  /** Whether the extension listens to it by itself. */
  readonly isSubscribed: boolean;
}

/**
 * Finds signals that a component reads while Preact draws it, and that Preact does not track: the extension has not
 * imported `@shopify/ui-extensions/preact`, so it does not draw again when they change.
 *
 * @see https://github.com/Shopify/extensions-templates/issues/257
 */
export class UntrackedReads {
  readonly #root: RenderRoot;
  readonly #read = new Set<UntrackedSignal>();
  #isFirstDrawingOver = false;

  constructor(root: RenderRoot) {
    this.#root = root;
  }

  /** Whether a component has read such a signal. */
  get isEmpty(): boolean {
    return this.#read.size === 0;
  }

  /** Notes a read of a signal, if Preact is drawing its first tree. */
  note(signal: UntrackedSignal): void {
    const {__k: tree, firstChild} = this.#root;
    if (this.#isFirstDrawingOver || tree === undefined || firstChild !== null) return;

    this.#read.add(signal);
    // Preact draws in one go. What comes after it, such as an effect, may read without being drawn again.
    queueMicrotask(() => {
      this.#isFirstDrawingOver = true;
    });
  }

  /** Makes a notice of the signals that the extension does not listen to by itself either. */
  notice(): WireNotice | null {
    const paths = [...this.#read].filter(({isSubscribed}) => !isSubscribed).map(({path}) => path);
    if (paths.length === 0) return null;

    const names = paths.map((path) => `shopify.${path}.value`).join(', ');
    return {
      code: 'signal-untracked',
      message: `${names} was read while the extension rendered, which does not render again when it changes.`,
      next: "Add import '@shopify/ui-extensions/preact' to the module of the target.",
    };
  }
}
