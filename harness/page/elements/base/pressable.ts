import {pressWithKeys} from './press-keys.ts';
import {sendCommand} from './command.ts';
import {PageElement, setOrRemove} from './page-element.ts';
import {formOf} from './form-of.ts';
import {describedBy, followInterest} from './interest.ts';
import {navigate, refuseScriptUrl} from './navigate-event.ts';
import type {Styles} from './style.ts';

/** What stands for a button or a link: pressed by pointer and keys, it tells the click, then commands, follows or submits. */
export abstract class Pressable extends PageElement {
  constructor(styles: Styles) {
    super(styles);
    pressWithKeys(this);
    followInterest(this, () => this.textOf('interestFor'));
  }

  override receive(name: string, value: unknown): void {
    if (name === 'href') refuseScriptUrl(this, value);
    super.receive(name, value);
  }

  /** What leads nowhere acts like a button and is one; `commandFor` comes before `href`. */
  protected get follows(): boolean {
    return this.textOf('href') !== '' && this.textOf('commandFor') === '';
  }

  protected get blocked(): boolean {
    return this.flag('disabled') || this.flag('loading');
  }

  /** The state that a press leaves behind. */
  protected press(): Readonly<Record<string, unknown>> | undefined {
    return undefined;
  }

  protected renderPressable(): void {
    const item = this.parentElement?.localName === 's-menu';
    setOrRemove(this, 'role', item ? 'menuitem' : this.follows ? 'link' : 'button');
    setOrRemove(this, 'href', this.textOf('href'));
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel'));
    setOrRemove(this, 'aria-disabled', this.blocked ? 'true' : undefined);
    setOrRemove(this, 'aria-busy', this.flag('loading') ? 'true' : undefined);
    setOrRemove(this, 'aria-describedby', describedBy(this, this.textOf('interestFor')));
    setOrRemove(this, 'tabindex', this.blocked ? undefined : item ? '-1' : '0');
  }

  protected override onNative(event: Event): void {
    if (event.type === 'focus' || event.type === 'blur') return this.emit(event.type);
    // In a label, so that it does not tick the label's control.
    event.preventDefault();
    if (this.blocked) return;

    const state = this.press();
    this.emit('click', state === undefined ? {} : {state});

    if (this.textOf('commandFor') !== '')
      sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
    else if (this.follows)
      navigate(this, {href: this.textOf('href'), target: this.textOf('target') || 'auto'});
    else if (this.textOf('type') === 'submit') formOf(this)?.submit();
    else if (this.textOf('type') === 'reset') formOf(this)?.reset();
  }
}
