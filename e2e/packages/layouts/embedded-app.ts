import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {EXTENSION_PACKAGES, EXTENSION_TSCONFIG} from './layout.ts';
import type {Layout} from './layout.ts';

/** A block that asks the app's own server as soon as it starts. The admin adds the header. */
const STOCK: Readonly<Record<string, string | object>> = {
  'extensions/stock/package.json': {
    name: 'stock',
    private: true,
    version: '1.0.0',
    license: 'UNLICENSED',
    dependencies: EXTENSION_PACKAGES,
  },
  'extensions/stock/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "Stock"
handle = "stock"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/Stock.jsx"
target = "admin.product-details.block.render"
`,
  'extensions/stock/tsconfig.json': EXTENSION_TSCONFIG,
  'extensions/stock/src/Stock.jsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';

export default () => render(<Stock />, document.body);

function Stock() {
  const [shop, setShop] = useState(null);

  useEffect(() => {
    void fetch('/api/stock').then(async (response) => setShop((await response.json()).shop));
  }, []);

  return <s-admin-block heading="Stock">{shop !== null && <s-text>In stock at {shop}</s-text>}</s-admin-block>;
}
`,
  'app/routes/api.stock.jsx': `import {authenticate} from '../shopify.server';

export const loader = async ({request}) => {
  const {cors, session} = await authenticate.admin(request);
  return cors(Response.json({shop: session.shop}));
};
`,
};

/** An embedded app with the packages of Shopify's React Router template, and three extensions of the admin. */
export const EMBEDDED_APP: Layout = {
  name: 'an embedded app of React Router with admin extensions',
  manager: 'npm',
  typeCheck: 'none',
  files: {
    ...ofApp(),
    ...filesOf('fixtures/extensions/product-notes', 'extensions/product-notes/'),
    ...STOCK,
    '.gitignore': 'node_modules\n/build/\n/.react-router/\n',
  },
  count: 5,
  tests: {
    'tests/product-desk': [
      'const app = await admin.open();',
      "app.getByRole('heading', {name: 'Latest product', exact: true})",
    ],
    'tests/product-notes': [
      "Product notes shows 'Product notes' at admin.product-details.block.render",
      "extension.getByRole('textbox', {name: 'Supplier', exact: true})",
      "toHaveRequest('https://acme.myshopify.com/admin/api/2026-07/graphql.json'",
      'Order more is hidden at admin.product-details.action.render',
      'await expect(extension).toBeHidden();',
      'Order more answers {display: false} at admin.product-details.action.should-render',
      'toEqual({display: false})',
    ],
    'tests/stock': [
      "Stock shows 'Stock'",
      "extension.getByText('In stock at acme.myshopify.com', {exact: true})",
      "toHaveRequest('https://product-desk.example.com/api/stock', {\n    status: 200,\n    token: {",
    ],
    'playwright.config': ["'https://product-desk.example.com': {command: 'npm run start'}"],
  },
};

/** Reads the sample app, whose extensions are workspaces. */
function ofApp(): Layout['files'] {
  const files = filesOf('fixtures/apps/router-app');
  return {
    ...files,
    'package.json': {...(files['package.json'] as object), workspaces: ['extensions/*']},
  };
}

/** Reads the sources of a folder by path. `below` is the folder that gets them. */
function filesOf(folder: string, below = ''): Layout['files'] {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .filter((path) => !/[\\/](?:build|node_modules|\.react-router)[\\/]/.test(path));

  const read = paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    return [
      `${below}${path.slice(folder.length + 1)}`,
      path.endsWith('package.json') ? (JSON.parse(text) as object) : text,
    ];
  });
  return Object.fromEntries(read) as Layout['files'];
}
