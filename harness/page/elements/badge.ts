import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; max-inline-size: 100%; }
.badge {
  display: inline-flex; align-items: center; gap: 4px; padding: 2px 10px; border-radius: 999px; max-inline-size: 100%;
  font-size: var(--sim-size-small); font-weight: 500; line-height: 1.4; overflow-wrap: anywhere;
  color: var(--sim-text); background: var(--sim-subdued); border: 1px solid var(--sim-border);
}
.badge.end { flex-direction: row-reverse; }
[data-size='small'] { padding: 1px 8px; font-size: 0.8125rem; }
[data-size='small-100'] { padding: 0 6px; font-size: 0.75rem; }
[data-weight='subdued'] { color: var(--sim-quiet); background: none; }
${['info', 'success', 'warning', 'critical']
  .map(
    (tone) =>
      `[data-kind='${tone}'] { color: var(--sim-${tone}); background: var(--sim-${tone}-surface); border-color: var(--sim-${tone}-border); }`,
  )
  .join('\n')}
`);

export class Badge extends PageElement {
  readonly #icon = make('span', {class: 'icon'});
  readonly #badge = make('span', {class: 'badge'}, this.#icon, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#badge);
  }

  protected override render(): void {
    const icon = this.textOf('icon');
    this.#icon.replaceChildren(...(icon === '' ? [] : [iconDrawing(iconPath(icon), {size: 14})]));
    this.#icon.hidden = icon === '';
    setOrRemove(
      this.#badge,
      'data-kind',
      this.choice('tone', ['auto', 'neutral', 'critical', 'info', 'success', 'warning']),
    );

    setOrRemove(this.#badge, 'data-size', this.choice('size', ['base', 'small', 'small-100']));
    setOrRemove(this.#badge, 'data-weight', this.choice('color', ['base', 'subdued']));
    this.#badge.classList.toggle('end', this.textOf('iconPosition') === 'end');
  }
}
