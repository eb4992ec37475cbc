import {pressWithKeys} from './press-keys.ts';
import {sendCommand} from './command.ts';
import {make, setOrRemove} from './dom.ts';
import {PageElement} from './page-element.ts';
import {formOf} from './form-of.ts';
import {describedBy, followInterest} from './interest.ts';
import {navigate, refuseScriptUrl} from './navigate-event.ts';
import type {Styles} from './style.ts';

/**
 * A button or a link. A press sends `click`, and then sends a command, follows the link or submits the form.
 */
export abstract class Pressable extends PageElement {
  constructor(styles: Styles) {
    super(styles);
    pressWithKeys(this);
    followInterest(this, () => this.textOf('interestFor'));
  }

  override receive(name: string, value: unknown): void {
    if (name === 'href') this.checkHref(value);
    super.receive(name, value);
  }

  /** Refuses a link that the platform refuses. */
  protected checkHref(href: unknown): void {
    refuseScriptUrl(this, href);
  }

  /** Whether it is a link. Without `href` it is a button, and `commandFor` comes before `href`. */
  protected get follows(): boolean {
    return this.textOf('href') !== '' && this.textOf('commandFor') === '';
  }

  protected get blocked(): boolean {
    return this.flag('disabled') || this.flag('loading');
  }

  /** Presses the element, and returns the state that changed. */
  protected press(): Readonly<Record<string, unknown>> | undefined {
    return undefined;
  }

  protected renderPressable(): void {
    const isMenuItem = this.closest('s-menu') !== null;
    const role = this.follows ? 'link' : 'button';
    const tabIndex = isMenuItem ? '-1' : '0';

    setOrRemove(this, 'role', isMenuItem ? 'menuitem' : role);
    setOrRemove(this, 'href', this.textOf('href'));
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel'));
    setOrRemove(this, 'aria-disabled', this.blocked ? 'true' : undefined);
    setOrRemove(this, 'aria-busy', this.flag('loading') ? 'true' : undefined);
    setOrRemove(this, 'aria-describedby', describedBy(this, this.textOf('interestFor')));
    setOrRemove(this, 'tabindex', this.blocked ? undefined : tabIndex);
  }

  protected override onNative(event: Event): void {
    if (event.type === 'focus' || event.type === 'blur') return this.emit(event.type);
    // Keeps a press inside a label from ticking the label's control.
    event.preventDefault();
    if (this.blocked) return;

    const state = this.press();
    this.emit('click', state === undefined ? {} : {state});
    this.activate();
  }

  /** Does what a press stands for: sends a command, follows the link or submits the form. */
  protected activate(): void {
    if (this.textOf('commandFor') !== '')
      sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
    else if (this.follows && this.textOf('download') !== '')
      make('a', {href: this.textOf('href'), download: this.textOf('download')}).click();
    else if (this.follows)
      navigate(this, {href: this.textOf('href'), target: this.textOf('target') || 'auto'});
    else if (this.textOf('type') === 'submit') formOf(this)?.submit();
    else if (this.textOf('type') === 'reset') formOf(this)?.reset();
  }
}
