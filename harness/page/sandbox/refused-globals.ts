import {replaceGlobal} from './natives.ts';

/** Takes away what the platform's sandbox does not have, and every other way out of the fetch guard. */
export function refuseGlobals(): void {
  for (const name of REFUSED) replaceGlobal(name, undefined);
}

const REFUSED: readonly string[] = [
  'BroadcastChannel',
  'EventSource',
  'SharedWorker',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'caches',
  'fonts',
  'importScripts',
  'indexedDB',
];
