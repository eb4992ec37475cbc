import type {VNode} from 'preact';
import {Count} from '../parts/count.tsx';
import {Icon} from '../parts/icon.tsx';
import type {Panel} from '../state/panel.ts';
import {PANELS, currentPanel} from './panels.ts';
import {panel} from '../state/store.ts';

/** The tabs of the panels. The arrow keys move between them. */
export function Tabs(): VNode {
  return (
    <div class="tabs" role="tablist" aria-label="Panels" onKeyDown={moveByArrow}>
      {PANELS.map((each) => (
        <Tab key={each.name} panel={each} />
      ))}
    </div>
  );
}

function Tab({panel: {name, label, icon, problems, count, deviates}}: {readonly panel: Panel}): VNode {
  const isOpen = currentPanel.value.name === name;

  return (
    <button
      type="button"
      class="tab"
      role="tab"
      id={`tab-${name}`}
      aria-controls={isOpen ? `panel-${name}` : undefined}
      aria-selected={isOpen}
      tabIndex={isOpen ? 0 : -1}
      onClick={() => (panel.value = name)}
    >
      <Icon name={icon} />
      {label}
      <Count look="bad" count={problems?.() ?? 0} what="problems" one="problem" />
      {count === undefined ? null : <Count look="more" count={count.of()} what={count.what} />}
      {deviates?.() === true ? <i class="chg" title="Differs from the start" /> : null}
    </button>
  );
}

function moveByArrow(event: KeyboardEvent): void {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (step === undefined) return;

  event.preventDefault();
  const at = PANELS.findIndex(({name}) => name === currentPanel.value.name);
  const next = PANELS[(at + step + PANELS.length) % PANELS.length];
  if (next === undefined) return;

  panel.value = next.name;
  requestAnimationFrame(() => document.getElementById(`tab-${next.name}`)?.focus());
}
