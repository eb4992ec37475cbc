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

/** Connects after the simulated page has loaded, so that the console takes no time from it. A window has no page. */
function afterPage(start: () => void): void {
  if (document.querySelector('iframe') === null) return start();

  const onLoad = ({target}: Event): void => {
    if (!(target instanceof HTMLIFrameElement)) return;
    document.removeEventListener('load', onLoad, true);
    start();
  };
  document.addEventListener('load', onLoad, true);
}
