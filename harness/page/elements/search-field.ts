import {closeIcon, iconDrawing, iconPath} from './base/icon-drawing.ts';
import {make} from './base/dom.ts';
import {FIELD_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {TextField} from './text-field.ts';

const STYLE = styleSheets(`
${FIELD_CSS}
input::-webkit-search-cancel-button { display: none; }
.clear { display: flex; padding: 4px; border: 0; border-radius: 6px; background: none; cursor: pointer; color: var(--sim-quiet); }
.clear:hover { color: var(--sim-text); background: var(--sim-subdued); }
.drawing { color: var(--sim-quiet); }
`);

/** A field for a search, with a button that empties it. */
export class SearchField extends TextField {
  readonly #clear = make(
    'button',
    {type: 'button', class: 'clear', 'aria-label': 'Clear', hidden: ''},
    closeIcon(),
  );

  constructor() {
    super('search', STYLE);
    this.box.prepend(iconDrawing(iconPath('search')));
    this.box.append(this.#clear);
    this.#clear.addEventListener('click', () => {
      this.control.value = '';
      this.typed('input');
      this.typed('change');
      this.control.focus();
    });
  }

  protected override emitValue(type: string): void {
    super.emitValue(type);
    this.changed();
  }

  protected override render(): void {
    super.render();
    this.#clear.hidden = this.control.value === '' || this.control.disabled || this.control.readOnly;
  }
}
