import {Checkbox} from './checkbox.ts';
import {styleSheets} from './base/style.ts';

export class Switch extends Checkbox {
  constructor() {
    super(STYLE);
    this.input.setAttribute('role', 'switch');
  }
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.row { display: flex; align-items: flex-start; gap: 10px; }
label { cursor: pointer; padding-block: 2px; overflow-wrap: anywhere; }
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
.row:has(input:disabled) { color: var(--sim-quiet); }
.row:has(input:disabled) :is(label, input) { cursor: not-allowed; }
input:disabled { background: var(--sim-border); }
input:disabled::before { background: var(--sim-quiet); }
@media (forced-colors: active) { input { appearance: auto; } input::before { content: none; } }
@media (prefers-reduced-motion: reduce) { input, input::before { transition: none; } }
`);
