/** The file name of the sample backend, in the folder of the tests. */
export const SAMPLE_BACKEND_FILE = 'sample-backend.mjs';

/** The server that answers until the author names their own. */
export const SAMPLE_BACKEND = `// Answers until you have your own server in the Playwright config: replace the command of this one there.
import {createServer} from 'node:http';

const {HOST, PORT, STATUS = '200'} = process.env;

createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();

  const body = STATUS === '200' ? {} : {error: 'unavailable'};
  response.writeHead(Number(STATUS), {'Content-Type': 'application/json'}).end(JSON.stringify(body));
}).listen(Number(PORT), HOST);
`;
