import type {VNode} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import {IconButton} from './button.tsx';
import {Cut} from './cut.tsx';
import {Icon} from './icon.tsx';
import {LookButtons} from './look-buttons.tsx';
import {narrowView, simulationId, situation, welcome} from './store.ts';

/** The host page is at localhost, which is another site than the console: neither document reaches the other. */
const HOST_PAGE = `http://localhost:${location.port}/#${simulationId}`;

/** Whether the page is at a server of its own. Its address comes with the welcome. */
const isApart = document.getElementById('console')?.dataset['page'] === 'apart';

/** The simulated page in a frame, and the bar above it. */
export function PageStage(): VNode {
  const [loads, setLoads] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const address = isApart ? (welcome.value?.page ?? null) : HOST_PAGE;
  const name = `${loads} ${address}`;

  return (
    <main class="stage" aria-label="The simulated page">
      <div class="bar" role="toolbar" aria-label="Page">
        <IconButton icon="redo" label="Reload the page" onClick={() => setLoads(loads + 1)} />
        <div class="address">
          <Icon name="lock" small />
          <Cut class="mono" text={(situation.value?.address ?? '').replace(/^https:\/\//, '')} />
        </div>
        <FrameWidth frame={frame} name={name} />
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
      {address === null ? null : (
        <iframe
          ref={frame}
          key={name}
          class="page"
          title="The simulated page"
          src={address}
          allow="clipboard-read; clipboard-write"
        />
      )}
    </main>
  );
}

interface FrameWidthProps {
  readonly frame: {readonly current: HTMLIFrameElement | null};
  /** The name of the frame's document. With another one, the frame is another element. */
  readonly name: string;
}

function FrameWidth({frame, name}: FrameWidthProps): VNode {
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [name]);

  return (
    <span class="num dim3 keep not-phone" title="Width of the page">
      {width} px
    </span>
  );
}
