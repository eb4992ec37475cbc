/** The look of the host page, on the tokens that it shares with the elements. */
export const PAGE_CSS: string = `
body { margin: 0; background: var(--sim-page); color: var(--sim-text); font: 1rem/1.5 var(--sim-font); }
.sim-header {
  display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; padding: 14px 20px;
  background: var(--sim-surface); border-block-end: 1px solid var(--sim-border);
}
.sim-shop { font-weight: 600; }
.sim-header nav { flex: 1; }
.sim-header ul { display: flex; gap: 20px; margin: 0; padding: 0; list-style: none; color: var(--sim-quiet); }
.sim-header [aria-current] { color: var(--sim-text); font-weight: 500; }
.sim-customer { color: var(--sim-quiet); }
.sim-main { display: grid; gap: 40px; max-inline-size: 760px; margin: 0 auto; padding: 28px 20px 64px; }
.sim-view { display: grid; gap: 14px; min-inline-size: 0; }
.sim-view h1 { margin: 0; font-size: var(--sim-size-title); line-height: 1.25; }
.sim-quiet { margin: 0; color: var(--sim-quiet); }
.sim-card { margin: 0; padding: 16px; background: var(--sim-surface); border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large); }
.sim-facts div { display: flex; justify-content: space-between; gap: 16px; padding-block: 4px; }
.sim-facts dt { color: var(--sim-quiet); }
.sim-facts dd { margin: 0; text-align: end; overflow-wrap: anywhere; }
.sim-place { display: grid; gap: 16px; min-inline-size: 0; }
.sim-extension { min-inline-size: 0; }
.sim-defect {
  padding: 14px 16px; color: var(--sim-critical); background: var(--sim-critical-surface);
  border: 1px solid var(--sim-critical-border); border-radius: var(--sim-radius);
}
.sim-defect pre { margin: 6px 0 0; font: inherit; font-size: var(--sim-size-small); white-space: pre-wrap; overflow-wrap: anywhere; }
.sim-status { margin: 0; padding: 0 20px; text-align: center; font-size: var(--sim-size-small); color: var(--sim-quiet); }
`;
