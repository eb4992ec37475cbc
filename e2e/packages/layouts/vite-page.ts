import type {Layout} from './layout.ts';

/** A page of `npm create vite` that shows the points of a customer of Shopify. */
export const VITE_PAGE: Layout = {
  name: 'a plain Vite page',
  manager: 'npm',
  files: {
    'package.json': {
      name: 'circle-page',
      private: true,
      version: '0.0.0',
      type: 'module',
      scripts: {dev: 'vite', build: 'tsc && vite build', preview: 'vite preview'},
      devDependencies: {typescript: '7.0.2', vite: '8.3.8'},
    },
    '.gitignore': 'node_modules\ndist\ndist-ssr\n*.local\n',
    'tsconfig.json': {
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module: 'ESNext',
        moduleResolution: 'bundler',
        types: ['vite/client'],
        verbatimModuleSyntax: true,
        moduleDetection: 'force',
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
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <title>Acme Circle</title>
  </head>
  <body>
    <div id="app"></div>
    <script type="module" src="/src/main.ts"></script>
  </body>
</html>
`,
    'src/style.css': 'body {\n  font-family: sans-serif;\n}\n',
    'src/main.ts': `import './style.css';
import {message} from './points.ts';

const app = document.querySelector<HTMLDivElement>('#app')!;
app.innerHTML = '<h1>Acme Circle</h1><p>Looking for your points</p><button>Refresh</button>';

async function refresh(): Promise<void> {
  app.querySelector('p')!.textContent = await message();
}

app.querySelector('button')!.addEventListener('click', refresh);
void refresh();
`,
    'src/points.ts': `declare const shopify: {readonly sessionToken: {get(): Promise<string>}} | undefined;

export async function message(): Promise<string> {
  if (typeof shopify === 'undefined') return 'Open this page in Shopify';

  try {
    const Authorization = 'Bearer ' + (await shopify.sessionToken.get());
    const response = await fetch('https://circle.acme-app.com/api/points', {headers: {Authorization}});
    if (!response.ok) return 'Your points are not available';

    const {points} = (await response.json()) as {points?: number};
    return points === undefined ? 'You have no points yet' : 'You have ' + points + ' points';
  } catch {
    return 'Your points are not available';
  }
}
`,
  },
  count: 1,
  tests: {
    'tests/circle-page': [
      "getByRole('heading', {name: 'Acme Circle', exact: true})",
      "toHaveRequest('https://circle.acme-app.com/api/points'",
      'token:',
    ],
  },
};
