/** Styles of the checkout page, in addition to those of all pages. */
export const CHECKOUT_CSS: string = `
.sim-checkout { display: flex; flex-direction: column; min-block-size: 100vh; }
.sim-checkout[hidden], .sim-checkout [hidden] { display: none; }
.sim-steps {
  display: flex; flex-wrap: wrap; gap: 4px 10px; margin: 0; padding: 0; list-style: none;
  color: var(--sim-quiet); font-size: var(--sim-size-small);
}
.sim-steps li + li::before { content: '›' / ''; margin-inline-end: 10px; color: var(--sim-quiet); }
.sim-steps [aria-current] { color: var(--sim-text); font-weight: 600; }
.sim-link {
  padding: 0; font: inherit; color: inherit; background: none; border: 0; cursor: pointer;
  text-decoration: underline;
}
.sim-checkout > .sim-place {
  padding: 14px 20px 0; inline-size: 100%; max-inline-size: 1060px; margin: 0 auto; box-sizing: border-box;
}
.sim-columns {
  display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 380px); gap: 32px; align-items: start;
  box-sizing: border-box; inline-size: 100%; max-inline-size: 1060px; margin: 0 auto; padding: 28px 20px 40px;
}
.sim-summary {
  display: grid; gap: 14px; min-inline-size: 0; padding: 18px; background: var(--sim-surface);
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large);
}
.sim-summary h2 { margin: 0; font-size: 1rem; }
.sim-summary .sim-facts { padding-block-start: 10px; border-block-start: 1px solid var(--sim-border); }
.sim-fields { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.sim-line { display: contents; }
.sim-field { display: grid; gap: 4px; font-size: var(--sim-size-small); color: var(--sim-quiet); }
.sim-field input, .sim-code input {
  box-sizing: border-box; inline-size: 100%; padding: 9px 11px; font: inherit; font-size: 1rem; color: var(--sim-text);
  background: var(--sim-surface); border: 1px solid var(--sim-control, var(--sim-border));
  border-radius: var(--sim-radius);
}
.sim-express { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; }
.sim-express p { margin: 0; }
.sim-choices { display: grid; gap: 0; border: 1px solid var(--sim-border); border-radius: var(--sim-radius); }
.sim-choices:empty { display: none; }
.sim-choices label { display: flex; align-items: center; gap: 12px; padding: 12px 14px; cursor: pointer; }
.sim-choices label + label { border-block-start: 1px solid var(--sim-border); }
.sim-choices input { margin: 0; accent-color: var(--sim-accent); }
.sim-choices small { display: block; }
.sim-code { display: flex; gap: 10px; margin: 0; }
.sim-code input { flex: 1; min-inline-size: 0; }
.sim-applied { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; list-style: none; }
.sim-applied:empty { display: none; }
.sim-applied li {
  display: flex; align-items: center; gap: 8px; padding: 3px 4px 3px 10px; font-size: var(--sim-size-small);
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius);
}
.sim-applied button { padding: 0 6px; border: 0; }
.sim-problems:empty { display: none; }
.sim-problems {
  padding: 12px 16px; color: var(--sim-critical); background: var(--sim-critical-surface);
  border: 1px solid var(--sim-critical-border); border-radius: var(--sim-radius);
}
.sim-problems p { margin: 0; }
.sim-walk { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; }
.sim-walk .sim-primary { padding: 12px 22px; margin-inline-start: auto; }
.sim-summary .sim-facts .sim-sum { font-weight: 600; }
.sim-walk .sim-plain { border-color: transparent; }
.sim-checkout .sim-footer {
  inline-size: 100%; max-inline-size: 1060px; box-sizing: border-box; margin-block-start: auto;
}
.sim-chat { position: fixed; inset-inline-end: 20px; inset-block-end: 20px; }
.sim-summary small { display: block; }
@media (max-width: 760px) {
  .sim-columns { grid-template-columns: minmax(0, 1fr); gap: 20px; padding-block: 18px 28px; }
  .sim-summary { order: -1; }
  .sim-fields { grid-template-columns: minmax(0, 1fr); }
}
`;
