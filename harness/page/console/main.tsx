import {render} from 'preact';
import {startClient} from './console-client.ts';
import {ConsoleApp} from './console-app.tsx';
import './console.css';
import {listenToKeys} from './keys.ts';

const root = document.getElementById('console');
if (root === null) throw new Error('The document has no place for the console.');

render(<ConsoleApp />, root);
startClient();
listenToKeys();
