import {Checkbox} from './checkbox.ts';
import {ERROR_CSS, NOTE_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';
import {ROW_CSS} from './base/tick-css.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
input {
  appearance: none; flex: none; inline-size: 40px; block-size: 24px; margin: 2px 0; padding: 3px; cursor: pointer;
  background: var(--sim-control); border: 0; border-radius: 12px; transition: background-color 0.12s;
}
input::before {
  content: ''; display: block; inline-size: 18px; block-size: 18px; border-radius: 50%; background: var(--sim-surface);
  transition: translate 0.12s;
}
input:checked { background: var(--sim-accent); }
input:checked::before { translate: 16px 0; background: var(--sim-on-accent); }
:host(:dir(rtl)) input:checked::before { translate: -16px 0; }
input:disabled { background: var(--sim-border); }
input:disabled::before { background: var(--sim-quiet); }
${ROW_CSS}
.error, .note { margin-inline-start: 50px; }
${ERROR_CSS}
${NOTE_CSS}
@media (prefers-reduced-motion: reduce) { input, input::before { transition: none; } }
`);

export class Switch extends Checkbox {
  constructor() {
    super(STYLE);
    this.input.setAttribute('role', 'switch');
  }
}
