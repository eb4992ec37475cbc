import {styleSheets, type Styles} from './style.ts';

/** Styles that both kinds of chip share. */
export const CHIP_STYLE: Styles = styleSheets(`
:host { display: inline-block; vertical-align: middle; max-inline-size: 100%; color: var(--sim-text); }
.chip {
  display: inline-flex; align-items: stretch; max-inline-size: 100%; min-block-size: 32px; overflow: clip;
  overflow-clip-margin: 4px;
  border: 1px solid var(--sim-border); border-radius: 16px; background: var(--sim-subdued);
  font-size: var(--sim-size-small);
}
.shown, .face {
  display: inline-flex; align-items: center; gap: 6px; padding: 2px 12px; min-inline-size: 0;
  overflow-wrap: anywhere;
}
.clickable { border-color: var(--sim-control); background: var(--sim-surface); }
button { border: 0; background: none; cursor: pointer; border-radius: 16px; }
button:hover { background: var(--sim-subdued); }
button:disabled { cursor: not-allowed; color: var(--sim-quiet); background: none; }
.remove { display: flex; align-items: center; padding: 2px 6px; color: var(--sim-quiet); }
.remove svg { inline-size: 16px; block-size: 16px; }
`);
