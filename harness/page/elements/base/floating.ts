import {setOrRemove} from './dom.ts';
import {PageElement, type Command} from './page-element.ts';

const GAP = 6;
const EDGE = 8;

export const FLOATING_CSS = `
:host {
  position: fixed; margin: 0 !important; border: 1px solid var(--sim-border);
  border-radius: var(--sim-radius-large); padding: 0;
  max-inline-size: calc(100vw - 16px); max-block-size: calc(100vh - 16px); overflow: auto;
  color: var(--sim-text); background: var(--sim-surface); box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
}
:host(:not(:popover-open)) { display: none; }
`;

/**
 * An element that floats above the page, next to the element that opened it. It is in the browser's top
 * layer.
 */
export abstract class Floating extends PageElement {
  #invoker: HTMLElement | undefined;
  readonly #follow = (): void => this.#place();

  get isOpen(): boolean {
    return this.isConnected && this.matches(':popover-open');
  }

  override connectedCallback(): void {
    this.popover = 'manual';
    super.connectedCallback();
  }

  disconnectedCallback(): void {
    this.#forget();
  }

  override obey(command: Command, invoker: PageElement): boolean {
    if (command === '--copy') return false;
    const shows = command === '--show' || (command !== '--hide' && !this.isOpen);
    if (shows) this.openAt(invoker);
    else this.close();
    return true;
  }

  protected openAt(invoker: HTMLElement): void {
    if (this.isOpen) return;
    this.#invoker = invoker;
    this.showPopover();
    this.#place();
    document.addEventListener('pointerdown', this.#leaveByPointer, true);
    document.addEventListener('keydown', this.#leaveByKey, true);
    window.addEventListener('resize', this.#follow);
    document.addEventListener('scroll', this.#follow, true);
    if (this.expands) setOrRemove(invoker, 'aria-expanded', 'true');

    this.opened();
  }

  protected close(): void {
    if (!this.isOpen) return;
    const heldFocus = this.contains(document.activeElement);
    this.hidePopover();
    if (heldFocus) this.#invoker?.focus();
    this.#forget();
    this.closed();
  }

  /** Whether the invoker gets `aria-expanded`. */
  protected get expands(): boolean {
    return true;
  }

  protected opened(): void {}

  protected closed(): void {}

  #forget(): void {
    document.removeEventListener('pointerdown', this.#leaveByPointer, true);
    document.removeEventListener('keydown', this.#leaveByKey, true);
    window.removeEventListener('resize', this.#follow);
    document.removeEventListener('scroll', this.#follow, true);
    if (this.#invoker !== undefined && this.expands) setOrRemove(this.#invoker, 'aria-expanded', 'false');
    this.#invoker = undefined;
  }

  readonly #leaveByPointer = (event: PointerEvent): void => {
    const path = event.composedPath();
    if (!path.includes(this) && (this.#invoker === undefined || !path.includes(this.#invoker))) this.close();
  };

  readonly #leaveByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOpen) return;
    // Keeps a modal around it open.
    event.preventDefault();
    this.close();
  };

  /** Moves it below its invoker if there is room, or else above, and always inside the window. */
  #place(): void {
    if (this.#invoker === undefined) return;
    const at = this.#invoker.getBoundingClientRect();
    const {offsetWidth: width, offsetHeight: height} = this;
    const below = at.bottom + GAP;
    const top = below + height > innerHeight && at.top - GAP - height >= 0 ? at.top - GAP - height : below;
    const left = Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - width - EDGE));

    this.style.inset = `${top}px auto auto ${left}px`;
  }
}
