// Serves the handlers of a simulation with MSW's own adapter for HTTP, and prints its URL: node msw-adapter.mjs <folder>
// Its handlers match full URLs, so a request names the platform's host in `Host`, and https in `X-Forwarded-Proto`.
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {createSimulation} from '../../../dist/index.js';

const [folder = '.'] = process.argv.slice(2);
const path = createRequire(join(folder, 'package.json')).resolve('@mswjs/http-middleware');
const {createServer} = await import(pathToFileURL(path).href);

const app = createServer(...createSimulation().openHandlers).set('trust proxy', true);
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
