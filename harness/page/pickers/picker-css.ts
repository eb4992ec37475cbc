/** Styles of pickers. The host page gives them its colours; the frame of an app has none. */
export const PICKER_CSS: string = `
.sim-picker {
  box-sizing: border-box; inline-size: min(720px, calc(100vw - 32px)); max-inline-size: none; padding: 0;
  color: var(--sim-text, #303030); background: var(--sim-surface, #fff);
  border: 1px solid var(--sim-border, #e3e3e3); border-radius: 12px;
}
.sim-picker::backdrop { background: rgb(0 0 0 / 45%); }
.sim-picker-head, .sim-picker-foot { display: flex; align-items: center; gap: 8px; padding: 12px 16px; }
.sim-picker-head { border-block-end: 1px solid var(--sim-border, #e3e3e3); }
.sim-picker-head h2 { flex: 1; margin: 0; font-size: 1rem; }
.sim-picker-foot { border-block-start: 1px solid var(--sim-border, #e3e3e3); }
.sim-picker-count { flex: 1; }
.sim-picker button {
  padding: 5px 12px; font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 8px;
  cursor: pointer;
}
.sim-picker .sim-picker-head button { padding: 2px 8px; border-color: transparent; }
.sim-picker .sim-picker-choose:not(:disabled) {
  color: var(--sim-on-accent, #fff); background: var(--sim-accent, #303030); border-color: var(--sim-accent, #303030);
}
.sim-picker button:disabled { color: #616161; background: #ebebeb; border-color: #ebebeb; cursor: default; }
.sim-picker [type='search'] {
  box-sizing: border-box; inline-size: calc(100% - 32px); margin: 12px 16px 0; padding: 5px 12px; font: inherit;
  color: inherit; background: none; border: 1px solid var(--sim-control, #8a8a8a); border-radius: 8px;
}
.sim-picker-rows { max-block-size: 40vh; margin: 12px 16px; overflow: auto; }
.sim-picker-rows ul { margin: 0; padding: 0; list-style: none; }
.sim-picker-rows li + li, .sim-picker-rows li li { border-block-start: 1px solid var(--sim-border, #ebebeb); }
.sim-picker-rows label { display: inline-flex; align-items: center; gap: 8px; padding: 8px 4px; }
.sim-picker-rows li li label { padding-inline-start: 32px; }
.sim-picker-rows [hidden] { display: none; }
.sim-picker-rows table { inline-size: 100%; border-spacing: 0; }
.sim-picker-rows th, .sim-picker-rows td { padding: 4px 8px; text-align: start; }
.sim-picker-rows .sim-picker-number { text-align: end; font-variant-numeric: tabular-nums; }
.sim-picker-rows img { inline-size: 32px; block-size: 32px; object-fit: cover; border-radius: 6px; }
.sim-picker-none { margin: 0; padding: 8px 4px; }
.sim-picker-none:empty { display: none; }
.sim-picker-badge {
  display: inline-block; margin-inline-start: 8px; padding: 0 8px; color: #303030; background: #e3e3e3; border-radius: 8px;
}
.sim-picker-badge[data-tone='info'] { background: #d5ebff; }
.sim-picker-badge[data-tone='success'] { background: #cdfee1; }
.sim-picker-badge[data-tone='warning'] { background: #ffe5b8; }
.sim-picker-badge[data-tone='critical'] { background: #fedad9; }
`;
