/** Styles of the admin's pages, beyond those of the host page. */
export const ADMIN_CSS: string = `
.sim-admin-head { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.sim-admin-head h1 { flex: 1; min-inline-size: 40%; }
.sim-admin-menu { position: relative; }
.sim-admin-menu[hidden] { display: none; }
.sim-admin-menu [role='menu'] {
  position: absolute; inset-inline-end: 0; z-index: 2; min-inline-size: 180px; margin: 4px 0 0; padding: 6px; list-style: none;
  background: var(--sim-surface); border: 1px solid var(--sim-border); border-radius: var(--sim-radius);
}
.sim-admin-menu [role='menu'][hidden] { display: none; }
.sim-admin-menu [role='menuitem'] { inline-size: 100%; text-align: start; border: 0; }
.sim-admin-rows { margin: 0; padding: 0; list-style: none; background: var(--sim-surface); border: 1px solid var(--sim-border); }
.sim-admin-rows[hidden] { display: none; }
.sim-admin-rows label { display: flex; gap: 10px; padding: 8px 14px; }
.sim-admin-rows li + li { border-block-start: 1px solid var(--sim-border); }
`;
