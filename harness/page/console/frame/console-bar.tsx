import type {VNode} from 'preact';
import type {ConsoleExtension} from '../../../wire/console.ts';
import {IconButton} from '../parts/button.tsx';
import {changeLayout} from '../state/console-client.ts';
import {Cut} from '../parts/cut.tsx';
import {openDialog} from '../parts/dialogs.ts';
import {Icon} from '../parts/icon.tsx';
import {formatPlace} from '../state/place.ts';
import {isWindow, narrowView, panel, simulationId, situation, welcome} from '../state/store.ts';

/** The bar of the console: the extension, the state of its build, and the place of the console. */
export function ConsoleBar(): VNode {
  return (
    <div class="bar">
      <h1 class="vh">simhost console</h1>
      <span class="brand">
        <Mark />
        <span class="not-phone">simhost</span>
      </span>
      <span class="sep" />
      <BuildState />
      <span class="grow" />
      <button
        type="button"
        class="btn find"
        title="Find a case, a request, a person or a command, and do it (Ctrl K)"
        onClick={() => (openDialog.value = 'palette')}
      >
        <Icon name="search" small />
        <span class="lbl">Do anything</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {isWindow ? null : <PlaceButtons />}
    </div>
  );
}

function PlaceButtons(): VNode {
  const dock = situation.value?.layout.dock ?? 'right';

  return (
    <>
      <span class="seg only-phone" role="group" aria-label="View">
        <button type="button" aria-pressed={false} onClick={() => (narrowView.value = 'page')}>
          Page
        </button>
        <button type="button" aria-pressed={true}>
          Console
        </button>
      </span>
      <IconButton
        icon="right"
        label="Dock at the right"
        pressed={dock === 'right'}
        class="not-phone"
        onClick={() => changeLayout({dock: 'right'})}
      />
      <IconButton
        icon="bottom"
        label="Dock at the bottom"
        pressed={dock === 'bottom'}
        class="not-phone"
        onClick={() => changeLayout({dock: 'bottom'})}
      />
      <IconButton icon="window" label="Own window" class="not-phone" onClick={openWindow} />
      <IconButton
        icon="fold"
        label="Fold the console"
        keys="Ctrl ."
        class="not-phone"
        onClick={() => changeLayout({dock: 'folded'})}
      />
    </>
  );
}

/** Opens the console in its own window. The new window cannot reach this one, only the simulation. */
export function openWindow(): void {
  const place = {
    id: simulationId,
    panel: panel.value,
    selection: null,
    query: '',
    segment: 'all',
    isWindow: true,
  } as const;
  window.open(`/${formatPlace(place)}`, '_blank', 'noopener,popup,width=760,height=820');
}

function BuildState(): VNode {
  const extensions = situation.value?.extensions ?? [];
  const failed = extensions.find(({failure}) => failure !== null);
  const names = extensions.map(({name}) => name).join(', ');
  const folders = welcome.value?.folders.join(', ') ?? '';

  if (failed !== undefined) {
    return (
      <span class="build bad" title={failed.failure ?? ''}>
        <i class="dot" />
        <Cut text={failed.name} />
        <span class="keep">does not build</span>
      </span>
    );
  }

  // The style sheet waits before it turns the dot, so that a short build changes nothing.
  const isBuilding = names === '' || extensions.some((each) => each.isBuilding);
  return (
    <span class="build" title={folders}>
      <i class={isBuilding ? 'dot turns' : 'dot'} />
      <Cut text={names === '' ? 'Building …' : names} />
      <BuildTime extensions={extensions} />
    </span>
  );
}

/** Shows the time of the slowest build. A Mini is built by its own Vite. */
function BuildTime({extensions}: {readonly extensions: readonly ConsoleExtension[]}): VNode | null {
  const times = extensions.map(({buildTime}) => buildTime).filter((time) => time !== null);
  if (times.length === 0) return null;
  return <Cut class="dim3 opt" text={`built in ${Math.max(...times)} ms`} />;
}

function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
      <rect width="18" height="18" rx="5" class="mark-back" />
      <path d="M5 6.5h8M5 9h4.5M5 11.5h8" class="mark-lines" />
    </svg>
  );
}
