import {nearestById} from '../../elements/base/command.ts';
import type {Pressable} from '../../elements/base/pressable.ts';
import {afterDispatch} from './after-dispatch.ts';
import {followLink} from './follow-link.ts';
import {sendCommand} from './send-command.ts';

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
      afterDispatch(event, () => this.#act(event));
    }

    /** Follows no `javascript:` link, but lets the app have one. */
    protected override checkHref(): void {}

    #act(event: Event): void {
      const commandFor = this.textOf('commandFor');
      if (commandFor !== '') {
        sendCommand(this, nearestById(this, commandFor), this.textOf('command') || '--auto');
      } else if (this.follows) {
        followLink(this, event, {
          href: this.textOf('href'),
          target: this.textOf('target'),
          download: this.hasAttribute('download') ? this.textOf('download') : undefined,
        });
      } else if (this.textOf('type') === 'submit') this.closest('form')?.requestSubmit();
      else if (this.textOf('type') === 'reset') this.closest('form')?.reset();
    }
  }

  return Pressed as unknown as PressableClass;
}
