import type {VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {MODAL_FRAME} from '../../../wire/admin.ts';
import {loadPage} from '../app-frame.ts';
import type {OpenDialog} from '../dialogs.ts';
import {closePage} from '../leaving.ts';
import {admin, modalBars} from '../state.ts';
import {DialogBox} from './dialog-box.tsx';
import {SaveBarView} from './save-bar-view.tsx';
import {Actions} from './title-bar-view.tsx';

interface PageModalViewProps {
  readonly dialog: Extract<OpenDialog, {readonly kind: 'page'}>;
}

/**
 * A modal that shows a page of the app in its own frame. The title and the buttons come from the modal, or from the
 * page's own title bar.
 */
export function PageModalView({dialog}: PageModalViewProps): VNode {
  const {modal, shown} = dialog;
  const {id, src, variant} = modal;
  const bars = modalBars.value.get(id);
  const bar = modal.bar ?? bars?.titleBar ?? null;
  const title = bar === null || bar.title === '' ? (admin.value?.app.name ?? '') : bar.title;
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(shown, []);
  useEffect(() => {
    if (frame.current !== null) void loadPage(frame.current, src);
  }, [src]);

  return (
    <DialogBox title={title} class={`page ${variant}`} leave={() => void closePage(dialog)}>
      {bars?.saveBar == null ? null : <SaveBarView modal={id} />}
      <iframe ref={frame} name={`${MODAL_FRAME}${id}`} title={title} />
      {bar === null || !hasActions(bar) ? null : (
        <div class="dialog-foot">
          <Actions bar={bar} />
        </div>
      )}
    </DialogBox>
  );
}

function hasActions({primary, secondary, groups}: Parameters<typeof Actions>[0]['bar']): boolean {
  return primary !== null || secondary.length > 0 || groups.length > 0;
}
