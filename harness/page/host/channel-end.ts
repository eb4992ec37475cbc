import {UNKNOWN_SIMULATION} from '../../wire/control.ts';
import {ChannelKey} from '../channel/channel-key.ts';
import {openChannelSocket} from '../channel/channel-socket.ts';

/** Milliseconds before the first attempt to connect again. Each later attempt waits twice as long. */
const FIRST_DELAY = 250;
const LONGEST_DELAY = 4000;

/** Describes for the developer why the channel of a page has ended. */
export function describeEnd(code: number): string {
  return code === UNKNOWN_SIMULATION
    ? 'This address belongs to an earlier start of simhost. Open the address that simhost prints now.'
    : 'simhost has stopped. This page comes back when simhost starts again.';
}

/** Reloads the page as soon as a server at its address proves that it knows the id. Others learn nothing from it. */
export async function reloadWithServer(simulation: string): Promise<void> {
  const key = new ChannelKey(simulation);
  let delay = FIRST_DELAY;

  do {
    await new Promise((resolve) => setTimeout(resolve, delay));
    delay = Math.min(delay * 2, LONGEST_DELAY);
  } while (!(await isServed(key)));

  location.reload();
}

/** Whether the server at the page's address knows the id. */
function isServed(key: ChannelKey): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openChannelSocket(key, (proof) => {
      resolve(proof !== null);
      socket.close();
    });

    socket.addEventListener('close', () => resolve(false));
  });
}
