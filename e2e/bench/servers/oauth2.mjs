// Starts oauth2-mock-server from a folder in which it is installed, and prints its URL: node oauth2.mjs <folder>
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const [folder = '.'] = process.argv.slice(2);
const path = createRequire(join(folder, 'package.json')).resolve('oauth2-mock-server');
const {OAuth2Server} = await import(pathToFileURL(path).href);

const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, '127.0.0.1');
console.log(`http://127.0.0.1:${server.address().port}`);
