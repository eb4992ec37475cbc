import {replaceGlobal} from './natives.ts';

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

/** Removes the globals that the platform's sandbox lacks, and every other way around the fetch guard. */
export function refuseGlobals(): void {
  for (const name of REFUSED) replaceGlobal(name, undefined);
}
