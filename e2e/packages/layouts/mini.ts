import type {Layout} from './layout.ts';

/** A Mini of `npm init @shopify/shop-mini`. Its CLI, which needs a login, brings the Vite configuration. */
export const MINI: Layout = {
  name: 'a Shop Mini',
  manager: 'npm',
  files: {
    'package.json': {
      name: 'daily-deal',
      private: true,
      version: '0.0.1',
      type: 'module',
      scripts: {start: 'shop-minis dev'},
      dependencies: {'@shopify/shop-minis-react': '0.28.1', react: '19.1.0', 'react-dom': '19.1.0'},
      devDependencies: {'@types/react': '19.1.6', '@types/react-dom': '19.1.6', typescript: '7.0.2'},
    },
    '.gitignore': 'node_modules\n.env\ndist\n',
    'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>Daily deal</title>
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/src/main.tsx"></script>
  </body>
</html>
`,
    'tsconfig.json': {
      compilerOptions: {
        target: 'ES2020',
        lib: ['ES2020', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['src'],
    },
    'src/manifest.json': {
      name: 'Daily deal',
      description: 'One deal each day.',
      privacy_policy_url: 'https://deals.acme-app.com/privacy',
      terms_url: 'https://deals.acme-app.com/terms',
      scopes: ['openid'],
      permissions: [],
      trusted_domains: ['deals.acme-app.com'],
    },
    'src/index.css': "@import '@shopify/shop-minis-react/styles';\n",
    'src/main.tsx': `import {createRoot} from 'react-dom/client';
import {MinisContainer} from '@shopify/shop-minis-react';
import {App} from './App';
import './index.css';

createRoot(document.getElementById('root')!).render(
  <MinisContainer>
    <App />
  </MinisContainer>,
);
`,
    'src/App.tsx': `import {useEffect, useState} from 'react';
import {Button, useGenerateUserToken} from '@shopify/shop-minis-react';

export function App() {
  const {generateUserToken} = useGenerateUserToken();
  const [deal, setDeal] = useState('Looking for a deal');

  useEffect(() => {
    const load = async () => {
      const {data} = await generateUserToken();
      const response = await fetch('https://deals.acme-app.com/api/deal', {
        headers: {Authorization: 'Bearer ' + data.token},
      });
      if (!response.ok) throw new Error('The server answered ' + response.status);
      const {title = 'No deal today'} = (await response.json()) as {title?: string};
      setDeal(title);
    };
    load().catch(() => setDeal('Deals are not available'));
  }, []);

  return (
    <main className="p-4 pt-16">
      <h1 className="text-2xl">Daily deal</h1>
      <p>{deal}</p>
      <Button>Save it</Button>
    </main>
  );
}
`,
  },
  count: 1,
  tests: {
    'tests/daily-deal': [
      "getByRole('heading', {name: 'Daily deal', exact: true})",
      "toHaveRequest('https://deals.acme-app.com/api/deal'",
    ],
  },
};
