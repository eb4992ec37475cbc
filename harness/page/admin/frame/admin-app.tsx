import type {VNode} from 'preact';
import {useEffect, useRef} from 'preact/hooks';
import type {AdminState} from '../../../wire/admin.ts';
import {loadApp} from '../app-frame.ts';
import {admin, failure, isLoading} from '../state.ts';

/** The admin around the app. */
export function AdminApp(): VNode {
  if (failure.value !== null && admin.value === null) return <p role="alert">{failure.value}</p>;
  return admin.value === null ? <p>Loading…</p> : <Shell state={admin.value} />;
}

function Shell({state: {app, shop, staff}}: {readonly state: AdminState}): VNode {
  return (
    <>
      <header>
        <strong>{shop.name}</strong>
        <span>{`${staff.firstName} ${staff.lastName}`}</span>
      </header>
      <LoadingBar />
      <main>
        <AppFrame name={app.name} />
      </main>
    </>
  );
}

function LoadingBar(): VNode | null {
  return isLoading.value ? <div role="progressbar" aria-label="Loading" class="loading-bar" /> : null;
}

function AppFrame({name}: {readonly name: string}): VNode {
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (frame.current !== null) void loadApp(frame.current);
  }, []);

  return <iframe ref={frame} name="app-iframe" title={name} allow="clipboard-write; camera; microphone" />;
}
