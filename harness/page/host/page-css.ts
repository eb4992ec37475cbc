/** Styles of the host page. They use the tokens that the page shares with the elements. */
export const PAGE_CSS: string = `
body { margin: 0; background: var(--sim-page); color: var(--sim-text); font: 1rem/1.5 var(--sim-font); }
.sim-header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; padding: 14px 20px;
  background: var(--sim-surface); border-block-end: 1px solid var(--sim-border);
}
.sim-shop { font-weight: 600; }
.sim-header nav { flex: 1; }
.sim-header ul { display: flex; gap: 20px; margin: 0; padding: 0; list-style: none; }
.sim-header a { color: var(--sim-quiet); text-decoration: none; }
.sim-header a:hover { color: var(--sim-text); text-decoration: underline; }
.sim-header [aria-current] { color: var(--sim-text); font-weight: 500; }
.sim-customer { color: var(--sim-quiet); }
.sim-main { display: grid; gap: 40px; max-inline-size: 760px; margin: 0 auto; padding: 28px 20px 48px; }
.sim-view { display: grid; gap: 14px; min-inline-size: 0; }
.sim-view[hidden] { display: none; }
.sim-view h1 { margin: 0; font-size: var(--sim-size-title); line-height: 1.25; }
.sim-quiet { margin: 0; color: var(--sim-quiet); }
.sim-card {
  display: grid; gap: 12px; margin: 0; padding: 16px; background: var(--sim-surface);
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large); min-inline-size: 0;
}
.sim-card[hidden] { display: none; }
.sim-card > h2, .sim-dialog h2 { margin: 0; font-size: 1rem; line-height: 1.4; }
.sim-card p { margin: 0; }
.sim-facts { margin: 0; }
.sim-facts div { display: flex; justify-content: space-between; gap: 16px; padding-block: 4px; }
.sim-facts dt { flex: none; color: var(--sim-quiet); }
.sim-facts dd { margin: 0; text-align: end; overflow-wrap: anywhere; }
.sim-lines { display: grid; gap: 12px; margin: 0; padding: 0; list-style: none; }
.sim-lines:empty, .sim-place:empty, .sim-facts:empty { display: none; }
.sim-lines li { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 12px; }
.sim-lines img { border-radius: var(--sim-radius); }
.sim-lines small { display: block; }
.sim-order { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; }
.sim-amount { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
.sim-menu summary { color: var(--sim-quiet); cursor: pointer; }
.sim-menu .sim-place { padding-block-start: 10px; }
.sim-place { display: grid; gap: 14px; min-inline-size: 0; }
.sim-extension { min-inline-size: 0; }
.sim-footer { max-inline-size: 760px; margin: 0 auto; padding: 0 20px 32px; }
.sim-dialog {
  box-sizing: border-box; inline-size: min(480px, calc(100vw - 32px)); padding: 20px; color: var(--sim-text);
  background: var(--sim-surface);
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large);
}
.sim-dialog::backdrop { background: rgb(0 0 0 / 40%); }
.sim-dialog-head {
  display: flex; justify-content: space-between; align-items: center; gap: 16px; margin-block-end: 12px;
}
.sim-actions { display: flex; gap: 10px; margin-block-start: 16px; }
.sim-primary, .sim-plain { padding: 8px 14px; font: inherit; border-radius: var(--sim-radius); cursor: pointer; }
.sim-primary { color: var(--sim-on-accent); background: var(--sim-accent); border: 1px solid var(--sim-accent); }
.sim-plain { color: inherit; background: none; border: 1px solid var(--sim-border); }
.sim-toasts {
  position: fixed; inset: auto 16px 20px; box-sizing: border-box; inline-size: auto; margin: 0; padding: 0;
  color: inherit; background: none; border: 0; overflow: visible; justify-items: center; gap: 8px; pointer-events: none;
}
.sim-toasts:popover-open { display: grid; }
.sim-toast {
  margin: 0; padding: 10px 16px; color: var(--sim-surface); background: var(--sim-text);
  border-radius: var(--sim-radius);
}
.sim-defect {
  padding: 14px 16px; color: var(--sim-critical); background: var(--sim-critical-surface);
  border: 1px solid var(--sim-critical-border); border-radius: var(--sim-radius);
}
.sim-defect pre {
  margin: 6px 0 0; font: inherit; font-size: var(--sim-size-small); white-space: pre-wrap; overflow-wrap: anywhere;
}
.sim-failures { padding: 16px 20px 0; }
.sim-failures:empty { display: none; }
.sim-status {
  margin: 0; padding: 0 20px; text-align: center; font-size: var(--sim-size-small); color: var(--sim-quiet);
}
`;
