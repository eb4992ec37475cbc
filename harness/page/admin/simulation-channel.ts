import {ADMIN_CHANNEL_PATH} from '../../wire/admin.ts';
import type {AdminPage, AdminSimulation, AdminState} from '../../wire/admin.ts';
import {connect} from '../../wire/rpc.ts';
import type {Port, Remote} from '../../wire/rpc.ts';
import {ChannelKey} from '../channel/channel-key.ts';
import {openChannelSocket} from '../channel/channel-socket.ts';

/** The functions that hear how the connection goes. */
export interface SimulationEvents {
  /** The simulation has sent its state. Also hears later states. */
  started(state: AdminState, simulation: Remote<AdminSimulation>): void;
  failed(message: string): void;
  /** Reports what the documents of the app have begun and not finished. */
  activity: AdminPage['activity'];
}

/** Connects the admin's page to its simulation. Nothing is sent before the server has proved that it knows the id. */
export function connectSimulation(id: string, {started, failed, activity}: SimulationEvents): void {
  const key = new ChannelKey(id);
  let isProven = false;

  const socket = openChannelSocket(
    key,
    (proof) => {
      if (proof === null) return socket.close();

      isProven = true;
      socket.send(JSON.stringify({type: 'hello', proof}));
      const page: AdminPage = {
        update: (state) => started(state, theirs),
        reload: () => location.reload(),
        activity,
      };
      const {theirs} = connect<AdminSimulation>(portOf(socket), page);
      void theirs.start().then((state) => started(state, theirs));
    },
    ADMIN_CHANNEL_PATH,
  );

  socket.addEventListener('close', () => {
    failed(isProven ? 'The simulation has ended.' : 'This address belongs to another simulation.');
  });
}

/** Turns a WebSocket into a port that carries JSON. */
function portOf(socket: WebSocket): Port {
  return {
    postMessage: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    addEventListener: (type, listener) => {
      if (type === 'close') socket.addEventListener('close', listener);
      else
        socket.addEventListener('message', ({data}: MessageEvent<string>) =>
          listener({data: JSON.parse(data) as unknown}),
        );
    },
    start: () => {},
    close: () => socket.close(),
  };
}
