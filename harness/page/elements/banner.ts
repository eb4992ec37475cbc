import {make, retag, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {closeIcon, iconDrawing} from './base/icon-drawing.ts';
import {headingLevel} from './base/heading-level.ts';
import {slotBox} from './base/slot-box.ts';
import {flow, styleSheets} from './base/style.ts';

const CIRCLE = 'M10 1.75a8.25 8.25 0 1 0 0 16.5a8.25 8.25 0 0 0 0-16.5z';

/** The sign of each tone, in a circle. */
const SIGNS = {
  info: `${CIRCLE}|M10 9v5M10 6v.01`,
  success: `${CIRCLE}|M6.5 10.5l2.5 2.5 4.5-5.5`,
  warning: `${CIRCLE}|M10 5.5v5.5M10 14v.01`,
  critical: `${CIRCLE}|M10 5.5v5.5M10 14v.01`,
} as const;

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.banner {
  display: flex; gap: 12px; align-items: flex-start; padding: 12px 16px;
  border: 1px solid var(--edge); border-radius: var(--sim-radius-large); background: var(--ground);
}
${Object.keys(SIGNS).map(toneCss).join('\n')}
.sign { color: var(--tone); block-size: 24px; display: flex; align-items: center; flex: none; }
.body { flex: 1; min-inline-size: 0; }
h1, h2, h3, h4, h5, h6 { font-size: var(--sim-size-base); line-height: 1.5; }
${flow('.flow', 8)}
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 8px; }
button { cursor: pointer; background: none; border: 0; padding: 0; border-radius: 6px; }
.toggle { display: flex; gap: 8px; align-items: center; inline-size: 100%; text-align: start; font-weight: inherit; }
.toggle::after {
  content: ''; inline-size: 7px; block-size: 7px; margin-inline: auto 4px; rotate: 45deg; flex: none;
  border: solid currentColor; border-width: 0 1.6px 1.6px 0; translate: 0 -2px;
}
.toggle[aria-expanded='true']::after { rotate: 225deg; translate: 0 2px; }
.dismiss { display: flex; padding: 6px; margin: -4px -8px -4px 0; color: var(--sim-quiet); flex: none; }
.dismiss:hover { color: var(--sim-text); background: color-mix(in srgb, currentColor 8%, transparent); }
`);

export class Banner extends PageElement {
  #heading: HTMLElement = make('h2');
  readonly #title = make('span');
  readonly #toggle = make('button', {type: 'button', class: 'toggle', 'aria-controls': 'content'});
  readonly #dismiss = make('button', {type: 'button', class: 'dismiss', 'aria-label': 'Dismiss'});
  readonly #sign = make('span', {class: 'sign', 'aria-hidden': 'true'});
  readonly #content = make(
    'div',
    {id: 'content'},
    make('div', {class: 'flow'}, make('slot')),
    slotBox('actions', 'primary-action', 'secondary-actions'),
  );
  readonly #banner = make(
    'div',
    {class: 'banner'},
    this.#sign,
    make('div', {class: 'body'}, this.#heading, this.#content),
    this.#dismiss,
  );
  #expanded = false;
  #wasHidden: boolean | undefined;

  constructor() {
    super(STYLE);
    this.#dismiss.append(closeIcon());
    this.root.append(this.#banner);
    this.#toggle.addEventListener('click', () => {
      this.#expanded = !this.#expanded;
      this.render();
    });

    this.#dismiss.addEventListener('click', () => {
      this.emit('dismiss');
      this.hidden = true;
      this.render();
    });
  }

  protected override render(): void {
    const tone = this.choice('tone', ['auto', 'info', 'success', 'warning', 'critical']);
    const shownTone = tone === 'auto' ? 'info' : tone;

    setOrRemove(this, 'role', tone === 'critical' ? 'alert' : 'status');
    setOrRemove(this.#banner, 'data-kind', shownTone);
    if (this.#sign.dataset['kind'] !== shownTone) {
      this.#sign.dataset['kind'] = shownTone;
      this.#sign.replaceChildren(iconDrawing(SIGNS[shownTone]));
    }

    this.#renderHeading();
    this.#dismiss.hidden = !this.flag('dismissible');
    this.#reportHidden();
  }

  #renderHeading(): void {
    const heading = this.textOf('heading');
    const collapsible = this.flag('collapsible');

    this.#heading = retag(this.#heading, `h${headingLevel(this)}`);
    this.#title.textContent = heading === '' && collapsible ? 'Details' : heading;
    const shown = collapsible ? this.#toggle : this.#title;
    if (collapsible) this.#toggle.replaceChildren(this.#title);
    if (this.#heading.firstChild !== shown) this.#heading.replaceChildren(shown);

    this.#heading.hidden = heading === '' && !collapsible;
    this.#toggle.setAttribute('aria-expanded', String(this.#expanded));
    this.#content.hidden = collapsible && !this.#expanded;
  }

  /** Sends `afterhide` after the customer or the extension has hidden the banner. */
  #reportHidden(): void {
    const hidden = this.hasAttribute('hidden');
    if (hidden && this.#wasHidden === false) this.emit('afterhide', {state: {hidden: true}});
    this.#wasHidden = hidden;
  }
}

function toneCss(tone: string): string {
  return `.banner[data-kind='${tone}'] {
    --tone: var(--sim-${tone}); --ground: var(--sim-${tone}-surface); --edge: var(--sim-${tone}-border);
  }`;
}
