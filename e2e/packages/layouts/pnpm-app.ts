import {EXTENSION_PACKAGES, EXTENSION_TSCONFIG, SHOPIFY_SCRIPTS, shopifyTypes} from './layout.ts';
import type {Layout} from './layout.ts';

const ORIGIN = 'https://reviews.acme-app.com';

/** An app of Shopify CLI whose extension and server are workspaces of pnpm. */
export const PNPM_APP: Layout = {
  name: 'a Shopify CLI app with pnpm workspaces',
  manager: 'pnpm',
  files: {
    'package.json': {
      name: 'acme-reviews',
      version: '1.0.0',
      private: true,
      type: 'module',
      scripts: SHOPIFY_SCRIPTS,
      devDependencies: {typescript: '7.0.2'},
    },
    'pnpm-workspace.yaml': "packages:\n  - 'extensions/*'\n  - 'web'\n",
    '.gitignore': 'node_modules\n.env*\n.shopify\n',
    'shopify.app.toml': `client_id = "2b2c3d4e5f60718293a4b5c6d7e8f902"
name = "acme-reviews"
application_url = "${ORIGIN}"
embedded = true

[access_scopes]
scopes = "read_customers,read_orders"
`,

    'web/shopify.web.toml': `name = "server"
roles = ["backend"]

[commands]
dev = "node server.js"
`,
    'web/package.json': {
      name: 'web',
      private: true,
      version: '1.0.0',
      type: 'module',
      scripts: {start: 'node server.js'},
      dependencies: {jose: '6.2.17'},
    },
    'web/server.js': `import {createServer} from 'node:http';
import {jwtVerify} from 'jose';

const {HOST = '127.0.0.1', PORT = '3000', SHOPIFY_API_KEY, SHOPIFY_API_SECRET} = process.env;
const secret = new TextEncoder().encode(SHOPIFY_API_SECRET);

createServer(async (request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();

  const answer = (status, body) =>
    response.writeHead(status, {'Content-Type': 'application/json'}).end(JSON.stringify(body));
  try {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    await jwtVerify(token, secret, {algorithms: ['HS256'], audience: SHOPIFY_API_KEY, clockTolerance: 10});
    answer(200, {reviews: 3});
  } catch (error) {
    answer(401, {error: String(error)});
  }
}).listen(Number(PORT), HOST);
`,

    'extensions/reviews/package.json': {
      name: 'reviews',
      private: true,
      version: '1.0.0',
      dependencies: EXTENSION_PACKAGES,
    },
    'extensions/reviews/tsconfig.json': EXTENSION_TSCONFIG,
    'extensions/reviews/shopify.d.ts': shopifyTypes(
      'src/Profile.tsx',
      'customer-account.profile.block.render',
    ),
    'extensions/reviews/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "Reviews"
handle = "reviews"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/Profile.tsx"
target = "customer-account.profile.block.render"

[extensions.capabilities]
network_access = true
`,
    'extensions/reviews/src/Profile.tsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';

export default async () => {
  render(<Extension />, document.body);
};

function Extension() {
  const [message, setMessage] = useState('Looking for your reviews');

  useEffect(() => {
    void readReviews().then(setMessage, () => setMessage('Your reviews are not available'));
  }, []);

  return (
    <s-section heading="Reviews">
      <s-text>{message}</s-text>
      <s-button>Write a review</s-button>
    </s-section>
  );
}

async function readReviews(): Promise<string> {
  const token = await shopify.sessionToken.get();
  const response = await fetch('${ORIGIN}/api/reviews', {headers: {Authorization: 'Bearer ' + token}});
  if (!response.ok) throw new Error('The server answered ' + response.status);

  const {reviews} = (await response.json()) as {reviews: number};
  return 'You wrote ' + reviews + ' reviews';
}
`,
  },
  count: 1,
  tests: {
    'tests/reviews': [
      "getByText('You wrote 3 reviews', {exact: true})",
      `toHaveRequest('${ORIGIN}/api/reviews'`,
      'status: 200',
      'token:',
    ],
  },
};
