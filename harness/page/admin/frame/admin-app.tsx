import type {VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import {APP_FRAME} from '../../../wire/admin.ts';
import type {AdminState} from '../../../wire/admin.ts';
import {loadApp} from '../app-frame.ts';
import {dialogs} from '../dialogs.ts';
import {admin, failure, isLoading} from '../state.ts';
import {DialogView} from './dialog-view.tsx';
import {NavView} from './nav-view.tsx';
import {SaveBarView} from './save-bar-view.tsx';
import {TitleBarView} from './title-bar-view.tsx';

/** The admin around the app. */
export function AdminApp(): VNode {
  if (failure.value !== null && admin.value === null) return <p role="alert">{failure.value}</p>;
  return admin.value === null ? <p>Loading…</p> : <Shell state={admin.value} />;
}

function Shell({state}: {readonly state: AdminState}): VNode {
  const {app, shop, staff} = state;

  return (
    <>
      <header>
        <strong>{shop.name}</strong>
        <SaveBarView modal={null} />
        <span>{`${staff.firstName} ${staff.lastName}`}</span>
        {isLoading.value ? <div role="progressbar" aria-label="Loading" class="loading-bar" /> : null}
      </header>
      <div class="body">
        <NavView app={app} />
        <main>
          <TitleBarView app={app.name} />
          <AppFrame name={app.name} />
        </main>
      </div>
      {dialogs.value.map((dialog) => (
        <DialogView key={dialog.key} dialog={dialog} />
      ))}
    </>
  );
}

function AppFrame({name}: {readonly name: string}): VNode {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (frame.current !== null) void loadApp(frame.current);
  }, []);

  return (
    <iframe
      ref={frame}
      name={APP_FRAME}
      title={name}
      allow="clipboard-write; camera; microphone; fullscreen"
    />
  );
}
