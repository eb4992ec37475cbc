/** Styles of a control next to its label. */
export const ROW_CSS = `
.row { display: flex; align-items: flex-start; gap: 10px; }
label { cursor: pointer; padding-block: 2px; overflow-wrap: anywhere; }
.row:has(input:disabled) { color: var(--sim-quiet); }
.row:has(input:disabled) :is(label, input) { cursor: not-allowed; }
@media (forced-colors: active) { input { appearance: auto; } input::before { content: none; } }
`;

/** Styles of an input that is ticked: a checkbox or a radio button. */
export const TICK_CSS: string = `
input {
  appearance: none; flex: none; inline-size: 20px; block-size: 20px; margin: 4px 0; cursor: pointer;
  display: grid; place-content: center;
  background: var(--sim-surface); border: 1px solid var(--sim-control);
}
input::before { content: ''; opacity: 0; }
input:checked { background: var(--sim-accent); border-color: var(--sim-accent); }
input:checked::before { opacity: 1; }
input:not(:checked):hover { border-color: var(--sim-quiet); }
input[aria-invalid='true'] { border-color: var(--sim-critical); }
input:disabled { background: var(--sim-subdued); border-color: var(--sim-border); }
input:disabled::before { border-color: var(--sim-quiet); }
${ROW_CSS}
`;
