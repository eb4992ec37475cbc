import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
import {IconButton} from '../parts/button.tsx';
import {Cut} from '../parts/cut.tsx';
import {Icon} from '../parts/icon.tsx';
import {LookButtons} from './look-buttons.tsx';
import {narrowView, pageLoads, pageWidth, simulationId, situation, welcome} from '../state/store.ts';
import {WidthMenu} from './width-menu.tsx';

/** The host page is at localhost, which is another site than the console: neither document reaches the other. */
const HOST_PAGE = `http://localhost:${location.port}/#${simulationId}`;

/** Whether the page has its own server. Its address comes with the welcome. */
const isApart = document.getElementById('console')?.dataset['page'] === 'apart';

/** The simulated page in a frame, and the bar above it. */
export function PageStage(): VNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const address = isApart ? (welcome.value?.page ?? null) : HOST_PAGE;
  const name = `${pageLoads.value} ${address}`;
  const width = pageWidth.value;

  return (
    <main class="stage" aria-label="The simulated page">
      <div class="bar" role="toolbar" aria-label="Page">
        <IconButton icon="redo" label="Reload the page" onClick={() => pageLoads.value++} />
        <div class="address">
          <Icon name="lock" small />
          <Cut class="mono" text={(situation.value?.address ?? '').replace(/^https:\/\//, '')} />
        </div>
        <WidthMenu frame={frame} name={name} />
        <LookButtons />
        <span class="seg only-phone" role="group" aria-label="View">
          <button type="button" aria-pressed={true}>
            Page
          </button>
          <button type="button" aria-pressed={false} onClick={() => (narrowView.value = 'console')}>
            Console
          </button>
        </span>
      </div>
      <div class="page-box">
        {address === null ? null : (
          <iframe
            ref={frame}
            key={name}
            class="page"
            style={width === null ? {} : {width: `${width}px`}}
            title="The simulated page"
            src={address}
            allow="clipboard-read; clipboard-write"
          />
        )}
      </div>
    </main>
  );
}
