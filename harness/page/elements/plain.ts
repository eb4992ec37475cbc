/** Elements that show what they hold and do nothing. */
import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {slotBox} from './base/slot-box.ts';
import {styleSheets, type Styles} from './base/style.ts';

/** A role on the element, and its content as it is. */
abstract class Plain extends PageElement {
  readonly #role: string;

  constructor(styles: Styles, role = '') {
    super(styles);
    this.#role = role;
    this.root.append(make('slot'));
  }

  protected override render(): void {
    setOrRemove(this, 'role', this.#role);
  }
}

export class OrderedList extends Plain {
  constructor() {
    super(ORDERED, 'list');
  }
}

export class UnorderedList extends Plain {
  constructor() {
    super(UNORDERED, 'list');
  }
}

export class ListItem extends Plain {
  constructor() {
    super(ITEM, 'listitem');
  }
}

export class Time extends Plain {
  constructor() {
    super(INLINE, 'time');
  }

  protected override render(): void {
    super.render();
    setOrRemove(this, 'datetime', this.textOf('dateTime'));
  }
}

export class Abbreviation extends PageElement {
  readonly #abbreviation = make('abbr', {}, make('slot'));

  constructor() {
    super(INLINE);
    this.root.append(this.#abbreviation);
  }

  protected override render(): void {
    setOrRemove(this.#abbreviation, 'title', this.textOf('title'));
  }
}

export class Divider extends PageElement {
  constructor() {
    super(DIVIDER);
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'separator');
    setOrRemove(this, 'aria-orientation', this.textOf('direction') === 'block' ? 'vertical' : 'horizontal');
  }
}

export class ButtonGroup extends PageElement {
  constructor() {
    super(BUTTONS);
    const actions = slotBox('actions', 'primary-action', 'secondary-actions');
    this.root.append(make('div', {class: 'group'}, actions, make('slot')));
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'group');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel'));
  }
}

export class Progress extends PageElement {
  readonly #bar = make('span');
  readonly #track = make('div', {class: 'track'}, this.#bar);

  constructor() {
    super(PROGRESS);
    this.root.append(this.#track);
  }

  protected override render(): void {
    const max = Number(this.textOf('max')) > 0 ? Number(this.textOf('max')) : 1;
    const given = this.textOf('value');
    const value =
      given === '' || Number.isNaN(Number(given)) ? undefined : Math.min(max, Math.max(0, Number(given)));

    setOrRemove(this, 'role', 'progressbar');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'Progress');
    setOrRemove(this, 'aria-valuemin', '0');
    setOrRemove(this, 'aria-valuemax', String(max));
    setOrRemove(this, 'aria-valuenow', value === undefined ? undefined : String(value));
    setOrRemove(
      this.#track,
      'data-kind',
      this.choice('tone', ['auto', 'neutral', 'info', 'success', 'warning', 'critical']),
    );

    this.#track.toggleAttribute('data-unknown', value === undefined);
    this.#bar.style.inlineSize = value === undefined ? '' : `${(value / max) * 100}%`;
  }
}

export class SkeletonParagraph extends PageElement {
  readonly #text = make('span');

  constructor() {
    super(SKELETON);
    this.root.append(make('div', {class: 'lines'}, this.#text));
  }

  protected override render(): void {
    const content = this.textOf('content');
    this.#text.textContent = content || FILLER;
    setOrRemove(this, 'aria-hidden', 'true');
  }
}

const FILLER =
  'A paragraph takes its place here as soon as it has loaded, and it is about as long as this one.';

/** The mark of a way to pay, by its name. */
export class PaymentIcon extends PageElement {
  readonly #name = make('span', {'aria-hidden': 'true'});

  constructor() {
    super(PAYMENT);
    this.root.append(this.#name);
  }

  protected override render(): void {
    const type = this.textOf('type');
    const name = type.replaceAll('-', ' ');
    this.#name.textContent = name;
    this.#name.hidden = type === '';
    setOrRemove(this, 'role', type === '' ? undefined : 'img');
    setOrRemove(this, 'aria-label', type === '' ? undefined : this.textOf('accessibilityLabel') || name);
  }
}

const INLINE = styleSheets(`
:host { display: inline; font-size: inherit; line-height: inherit; }
abbr { text-underline-offset: 0.2em; }
`);
const LIST = ':host { display: block; color: var(--sim-text); margin: 0; padding-inline-start: 1.5em; }';
const ORDERED = styleSheets(`${LIST} :host { counter-reset: list-item; list-style: decimal; }`);
const UNORDERED = styleSheets(`${LIST} :host { list-style: disc; }`);
const ITEM = styleSheets(
  ':host { display: list-item; overflow-wrap: anywhere; } :host(:not(:first-child)) { margin-block-start: 4px; }',
);
const DIVIDER = styleSheets(`
:host { display: block; block-size: 1px; background: var(--sim-border); }
:host([aria-orientation='vertical']) { display: inline-block; inline-size: 1px; block-size: auto; min-block-size: 1.25em; align-self: stretch; }
`);
const BUTTONS = styleSheets(`
:host { display: block; }
.group { display: flex; flex-wrap: wrap; gap: 8px; }
.actions { display: contents; }
`);
const PROGRESS = styleSheets(`
:host { display: block; }
.track { --ink: var(--sim-accent); block-size: 8px; border-radius: 4px; overflow: clip; background: var(--sim-border); }
${['info', 'success', 'warning', 'critical'].map((tone) => `[data-kind='${tone}'] { --ink: var(--sim-${tone}); }`).join('\n')}
span { display: block; block-size: 100%; border-radius: 4px; background: var(--ink); transition: inline-size 0.2s; }
[data-unknown] span { inline-size: 40%; }
@media (prefers-reduced-motion: no-preference) { [data-unknown] span { animation: pass 1.4s ease-in-out infinite; } }
@keyframes pass { from { translate: -100%; } to { translate: 250%; } }
@media (prefers-reduced-motion: reduce) { span { transition: none; } [data-unknown] span { inline-size: 100%; opacity: 0.4; } }
`);
const SKELETON = styleSheets(`
:host { display: block; }
.lines { max-inline-size: 70ch; }
span { color: transparent; background: var(--sim-border); border-radius: 4px; line-height: 1.75; box-decoration-break: clone; user-select: none; }
`);
const PAYMENT = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
span {
  display: inline-grid; place-content: center; min-inline-size: 38px; block-size: 24px; padding: 0 6px; text-transform: capitalize;
  font-size: 0.6875rem; font-weight: 600; white-space: nowrap; border: 1px solid var(--sim-border); border-radius: 4px;
  color: var(--sim-quiet); background: var(--sim-surface);
}
`);
