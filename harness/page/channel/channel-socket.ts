import {NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONTROL_PATH} from '../../wire/control.ts';
import {type ChannelKey, newNonce} from './channel-key.ts';

/**
 * Opens a socket to the server of the page's address, and sends nothing. Calls back with the page's proof if the first
 * message proves that the server knows the id, else with `null`.
 */
export function openChannelSocket(
  key: ChannelKey,
  challenged: (proof: string | null) => void,
  path: string = CONTROL_PATH,
): WebSocket {
  const nonce = newNonce();
  const base = location.origin.replace(/^http/, 'ws');
  const socket = new WebSocket(`${base}${path}?${NONCE_PARAMETER}=${nonce}`);

  socket.addEventListener(
    'message',
    ({data}: MessageEvent<unknown>) => void key.answer(data, nonce).then(challenged),
    {once: true},
  );

  return socket;
}
