import {render} from 'preact';
import {startClient} from './state/console-client.ts';
import {ConsoleApp} from './console-app.tsx';
import './console.css';
import {listenToKeys} from './frame/keys.ts';

const root = document.getElementById('console');
if (root === null) throw new Error('The document has no place for the console.');

render(<ConsoleApp />, root);
afterPage(startClient);
listenToKeys();

/** Milliseconds after the load of the page in which extensions usually mount. */
const MOUNT_TIME = 300;

/**
 * Connects when the simulated page has loaded and its extensions have had time to mount, so that the console takes no time
 * from them. The journal keeps what happened before. A window has no page.
 */
function afterPage(start: () => void): void {
  if (document.querySelector('iframe') === null) return start();

  const onLoad = ({target}: Event): void => {
    if (!(target instanceof HTMLIFrameElement)) return;
    document.removeEventListener('load', onLoad, true);
    setTimeout(start, MOUNT_TIME);
  };
  document.addEventListener('load', onLoad, true);
}
