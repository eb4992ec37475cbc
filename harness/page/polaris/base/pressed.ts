import type {Pressable} from '../../elements/base/pressable.ts';
import {activate} from './activate.ts';
import {afterDispatch} from './after-dispatch.ts';

type PressableClass = new () => Pressable;

/**
 * Makes a button or a link that acts on native clicks: after all listeners, and only if none of them
 * prevented it.
 */
export function pressedInDocument(Base: PressableClass): PressableClass {
  // Abstract for the compiler only: every class that comes here renders.
  abstract class Pressed extends Base {
    constructor() {
      super();
      this.addEventListener('click', (event) => this.onNative(event));
    }

    protected override onNative(event: Event): void {
      if (this.blocked) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }

      this.press();
      afterDispatch(event, () => activate(this, event, (name) => this.textOf(name)));
    }

    /** Follows no `javascript:` link, but lets the app have one. */
    protected override checkHref(): void {}
  }

  return Pressed as unknown as PressableClass;
}
