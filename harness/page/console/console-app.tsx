import type {VNode} from 'preact';
import {ConsoleBar} from './console-bar.tsx';
import {FoldedRail} from './folded-rail.tsx';
import {Hints} from './hints.tsx';
import {LiveRegion} from './live-region.tsx';
import {PageStage} from './page-stage.tsx';
import {currentPanel} from './panels.ts';
import {SituationStrip} from './situation-strip.tsx';
import {Splitter, sizeOf} from './splitter.tsx';
import {Tabs} from './tabs.tsx';
import {connection, isFolded, isWindow, narrowView, refusal, situation} from './store.ts';

/** The whole document: the page, and the console at its dock. */
export function ConsoleApp(): VNode {
  const dock = situation.value?.layout.dock ?? 'right';

  if (isWindow)
    return (
      <div class="shell alone">
        <Console />
      </div>
    );

  const isApart = (situation.value?.windows ?? 0) > 0;
  const isBottom = dock === 'bottom';
  const size = `${sizeOf(isBottom)}px`;
  if (isApart || isFolded.value) {
    return (
      <div class="shell folded">
        <PageStage key="page" />
        <FoldedRail />
      </div>
    );
  }

  return (
    <div
      class={`shell ${dock} shows-${narrowView.value}`}
      style={isBottom ? {gridTemplateRows: `minmax(0, 1fr) ${size}`} : {'--console-width': size}}
    >
      <PageStage key="page" />
      <Console isBottom={isBottom} />
    </div>
  );
}

function Console({isBottom = false}: {readonly isBottom?: boolean}): VNode {
  return (
    <aside class="console" aria-label="simhost console">
      {isWindow ? null : <Splitter isBottom={isBottom} />}
      <div class="frame">
        <ConsoleBar />
        <SituationStrip />
        <Refusal />
        <Tabs />
        <OpenPanel />
        <Hints />
        <LiveRegion />
      </div>
    </aside>
  );
}

function OpenPanel(): VNode {
  const {name, View} = currentPanel.value;
  return (
    <div class="tabpanel" role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} key={name}>
      <View />
    </div>
  );
}

function Refusal(): VNode {
  const {value: text} = refusal;
  return (
    <div class="refusals" role="alert">
      {text === null || connection.value !== 'open' ? null : (
        <p class="note bad">
          <span class="grow">{text}</span>
          <button type="button" class="link" onClick={() => (refusal.value = null)}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}
