import {sendCommand} from './base/command.ts';
import {make, setOrRemove} from './base/dom.ts';
import {followInterest} from './base/interest.ts';
import {navigate, refuseScriptUrl} from './base/navigate-event.ts';
import {RemovableChip} from './base/removable-chip.ts';

/** A chip that is pressed or followed. It hides after its second button has removed it. */
export class ClickableChip extends RemovableChip {
  readonly #face = make(
    'button',
    {type: 'button', class: 'face'},
    make('slot', {name: 'graphic'}),
    make('slot'),
  );
  #wasHidden: boolean | undefined;

  constructor() {
    super();
    this.chip.classList.add('clickable');
    this.chip.prepend(this.#face);
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

  protected override removePressed(): void {
    this.emit('remove', {state: {hidden: true}});
    this.hidden = true;
    this.render();
  }

  protected override onNative(event: Event): void {
    event.preventDefault();
    if (this.flag('disabled')) return;
    this.emit('click');

    const href = this.textOf('href');
    if (this.textOf('commandFor') !== '')
      sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
    else if (href !== '') navigate(this, {href, target: 'auto'});
  }

  protected override render(): void {
    setOrRemove(this.#face, 'role', this.textOf('href') === '' ? undefined : 'link');
    setOrRemove(this.#face, 'aria-label', this.textOf('accessibilityLabel'));
    this.#face.disabled = this.flag('disabled');
    this.renderRemove();

    const hidden = this.hasAttribute('hidden');
    if (hidden && this.#wasHidden === false) this.emit('afterhide', {state: {hidden: true}});
    this.#wasHidden = hidden;
  }
}
