import type {VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {MODAL_FRAME} from '../../../wire/admin.ts';
import type {PageModal} from '../../../wire/app-bridge.ts';
import {loadPage} from '../app-frame.ts';
import {closePage} from '../app-members.ts';
import {DialogBox} from './dialog-box.tsx';
import {Actions} from './title-bar-view.tsx';

interface PageModalViewProps {
  readonly modal: PageModal;
  readonly answer: () => void;
}

/** A modal with a page of the app in a frame of its own. */
export function PageModalView({modal, answer}: PageModalViewProps): VNode {
  const {id, src, bar, variant} = modal;
  const title = bar?.title ?? '';
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (frame.current !== null) void loadPage(frame.current, src);
  }, [src]);

  return (
    <DialogBox title={title} class={`page ${variant}`} leave={() => closePage({modal, answer})}>
      <iframe ref={frame} name={`${MODAL_FRAME}${id}`} title={title === '' ? 'Modal' : title} />
      {bar === null ? null : (
        <div class="dialog-foot">
          <Actions bar={bar} />
        </div>
      )}
    </DialogBox>
  );
}
