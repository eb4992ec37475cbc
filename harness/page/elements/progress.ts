import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; }
.track { --ink: var(--sim-accent); block-size: 8px; border-radius: 4px; overflow: clip; background: var(--sim-border); }
${['info', 'success', 'warning', 'critical'].map((tone) => `[data-kind='${tone}'] { --ink: var(--sim-${tone}); }`).join('\n')}
span { display: block; block-size: 100%; border-radius: 4px; background: var(--ink); transition: inline-size 0.2s; }
[data-unknown] span { inline-size: 40%; }
@media (prefers-reduced-motion: no-preference) { [data-unknown] span { animation: pass 1.4s ease-in-out infinite; } }
@keyframes pass { from { translate: -100%; } to { translate: 250%; } }
@media (prefers-reduced-motion: reduce) { span { transition: none; } [data-unknown] span { inline-size: 100%; opacity: 0.4; } }
`);

export class Progress extends PageElement {
  readonly #bar = make('span');
  readonly #track = make('div', {class: 'track'}, this.#bar);

  constructor() {
    super(STYLE);
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
