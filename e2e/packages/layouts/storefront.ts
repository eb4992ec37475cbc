import type {Layout} from './layout.ts';

/** A headless storefront of VTEX: Vite serves its page, and a proxy forwards the APIs of the account. */
export const STOREFRONT: Layout = {
  name: 'a VTEX storefront',
  manager: 'npm',
  files: {
    'package.json': {
      name: 'flora-store',
      private: true,
      version: '0.0.0',
      type: 'module',
      scripts: {dev: 'vite', build: 'tsc && vite build', preview: 'vite preview'},
      devDependencies: {typescript: '7.0.2', vite: '8.3.8'},
    },
    '.env': 'VTEX_ACCOUNT=flora\n',
    '.gitignore': 'node_modules\ndist\n*.local\n',
    'vite.config.ts': `import {defineConfig, loadEnv} from 'vite';

export default defineConfig(({mode}) => {
  const {VTEX_ACCOUNT} = loadEnv(mode, process.cwd(), 'VTEX_');
  return {
    server: {
      proxy: {'/api': {target: 'https://' + VTEX_ACCOUNT + '.vtexcommercestable.com.br', changeOrigin: true}},
    },
  };
});
`,
    'tsconfig.json': {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['src'],
    },
    'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <title>Flora</title>
  </head>
  <body>
    <h1>Your orders</h1>
    <p id="state" role="status">Looking for your orders</p>
    <ul id="orders"></ul>
    <script type="module" src="/src/main.ts"></script>
  </body>
</html>
`,
    'src/main.ts': `interface Order {
  readonly orderId: string;
}

const state = document.querySelector('#state');
const list = document.querySelector('#orders');

async function showOrders(): Promise<void> {
  const response = await fetch('/api/oms/user/orders');
  if (!response.ok) throw new Error('VTEX answered ' + response.status);

  const {list: orders} = (await response.json()) as {readonly list: readonly Order[]};
  list?.replaceChildren(
    ...orders.map(({orderId}) => {
      const item = document.createElement('li');
      item.textContent = orderId;
      return item;
    }),
  );
  if (state !== null) state.textContent = 'These are all';
}

showOrders().catch(() => {
  if (state !== null) state.textContent = 'Sign in to see your orders';
});
`,
  },
  count: 1,
  tests: {
    'tests/flora-store': [
      "getByRole('heading', {name: 'Your orders', exact: true})",
      "getByText('These are all', {exact: true})",
      "toHaveRequest('https://flora.myvtex.com/api/oms/user/orders'",
      'status: 200',
    ],
  },
};
