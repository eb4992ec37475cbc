import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {slotBox} from './base/slot-box.ts';
import {flow, styleSheets} from './base/style.ts';
import {surroundingsChanged} from './base/surroundings.ts';
import {SPINNER_CSS} from './spinner.ts';

const STYLE = styleSheets(`
${SPINNER_CSS}
:host { display: block; color: var(--sim-text); }
h2 { margin-block-end: 12px; padding-inline-end: 48px; font-size: var(--sim-size-large); }
${flow('.content', 12)}
.busy { display: flex; align-items: center; gap: 8px; padding-block: 8px; color: var(--sim-quiet); }
.actions {
  display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-block-start: 16px; padding-block-start: 12px;
  border-block-start: 1px solid var(--sim-border);
}
[inert] { opacity: 0.5; }
`);

/** The content of an action in the admin, with its buttons. The page shows it in a dialog that has its heading as name. */
export class AdminAction extends PageElement {
  readonly #heading = make('h2');
  readonly #busy = make(
    'div',
    {class: 'busy', role: 'status', hidden: ''},
    make('span', {class: 'spinner'}),
    'Loading',
  );
  readonly #body = make(
    'div',
    {},
    make('div', {class: 'content'}, make('slot')),
    slotBox('actions', 'secondary-actions', 'primary-action'),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#heading, this.#busy, this.#body);
  }

  protected override render(): void {
    const isLoading = this.flag('loading');
    this.#heading.textContent = this.textOf('heading');
    this.#heading.hidden = this.textOf('heading') === '';
    this.#busy.hidden = !isLoading;
    this.#body.inert = isLoading;
    setOrRemove(this, 'aria-busy', isLoading ? 'true' : undefined);
  }

  disconnectedCallback(): void {
    surroundingsChanged(this);
  }

  protected override rendered(): void {
    surroundingsChanged(this);
  }
}
