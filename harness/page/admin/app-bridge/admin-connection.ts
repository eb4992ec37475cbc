import {ADMIN_ORIGIN} from '../../../wire/admin.ts';
import type {FrameMode} from '../../../wire/admin.ts';
import {BRIDGE_HELLO} from '../../../wire/app-bridge.ts';
import type {AdminForApp, AppForAdmin, BridgeHello} from '../../../wire/app-bridge.ts';
import {connect} from '../../../wire/rpc.ts';
import type {Remote} from '../../../wire/rpc.ts';

/** Connects to the admin around the document. Calls stay open if the document is in no admin. */
export function connectAdmin(mode: FrameMode, apiKey: string, ours: AppForAdmin): Remote<AdminForApp> {
  const {port1, port2} = new MessageChannel();
  const {theirs} = connect<AdminForApp>(port1, ours);
  const hello: BridgeHello = {type: BRIDGE_HELLO, mode, apiKey, url: location.href};

  window.parent.postMessage(hello, ADMIN_ORIGIN, [port2]);
  return theirs;
}
