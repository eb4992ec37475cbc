import {Button} from './button.ts';
import {setOrRemove} from './base/dom.ts';
import {Toggled} from './base/toggled.ts';

export class PressButton extends Button {
  readonly #pressed = new Toggled();

  override receive(name: string, value: unknown): void {
    if (name === 'pressed') this.#pressed.set(value);
    super.receive(name, value);
    if (name === 'defaultPressed') this.#pressed.byDefault = this.flag('defaultPressed');
  }

  override reveal(name: string): unknown {
    return name === 'pressed' ? this.#pressed.on : super.reveal(name);
  }

  protected override press(): Readonly<Record<string, unknown>> {
    this.#pressed.set(!this.#pressed.on);
    this.changed();
    return {pressed: this.#pressed.on};
  }

  protected override render(): void {
    super.render();
    setOrRemove(this, 'aria-pressed', String(this.#pressed.on));
  }
}
