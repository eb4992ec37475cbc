import type {VNode} from 'preact';
import type {ConsoleLayout} from '../../../wire/console.ts';
import {ConsoleBar} from './console-bar.tsx';
import {FoldedRail} from './folded-rail.tsx';
import {FormerOffer} from './former-offer.tsx';
import {Hints} from './hints.tsx';
import {LiveRegion} from './live-region.tsx';
import {PageStage} from './page-stage.tsx';
import {currentPanel} from './panels.ts';
import {SituationStrip} from '../strip/situation-strip.tsx';
import {Splitter} from './splitter.tsx';
import {Tabs} from './tabs.tsx';
import {connection, isFolded, isNarrow, isWindow, narrowView, refusal, situation} from '../state/store.ts';

/** The page and the console at its dock. A window has the console alone. */
export function Shell(): VNode {
  const dock = situation.value?.layout.dock ?? 'right';

  if (isWindow)
    return (
      <div class="shell alone">
        <Console />
      </div>
    );

  const isApart = (situation.value?.windows ?? 0) > 0;
  const isBottom = dock === 'bottom';
  if (isApart || isFolded.value) {
    return (
      <div class="shell folded">
        <PageStage key="page" />
        <FoldedRail />
      </div>
    );
  }

  return (
    <div class={`shell ${dock} shows-${narrowView.value}`} style={sizesOf(situation.value?.layout)}>
      <PageStage key="page" />
      <Console isBottom={isBottom} />
    </div>
  );
}

/** Sizes that the developer chose; the style sheet has the usual ones. */
function sizesOf(layout: ConsoleLayout | undefined): Record<string, string> {
  const {width = null, height = null} = layout ?? {};
  return {
    ...(width === null ? {} : {'--console-width': `${width}px`}),
    ...(height === null ? {} : {'--console-height': `${height}px`}),
  };
}

function Console({isBottom = false}: {readonly isBottom?: boolean}): VNode {
  // Alone in its window, or in front of the page, the console is the main content.
  const isMain = isWindow || (isNarrow.value && narrowView.value === 'console');

  return (
    <div class="console" role={isMain ? 'main' : 'complementary'} aria-label="simhost console">
      {isWindow ? null : <Splitter isBottom={isBottom} />}
      <div class="frame">
        <ConsoleBar />
        <SituationStrip />
        <Refusal />
        <FormerOffer />
        <Tabs />
        <OpenPanel />
        <Hints />
        <LiveRegion />
      </div>
    </div>
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
